import Deals
import FollowThrough

/// `/about`: what this is, how it reads, what the stages and colours mean.
struct AboutPage {
    let headline: String
    let stages: [StageView]
    let silence: String

    /// A stage and its meaning.
    struct StageView {
        let ladder: LadderView
        let meaning: String
    }

    static func html(_ request: PageRequest) throws -> String {
        let wording = request.wording
        let page = AboutPage(
            headline: wording.text("about.title"),
            stages: AgreementStatus.allCases.map {
                StageView(
                    ladder: LadderView($0, date: nil, silence: nil, wording),
                    meaning: wording.text("meaning." + $0.rawValue))
            },
            silence: wording.text("about.silence", wording.count(Silence.threshold, "months")))
        return try request.html("about", title: page.headline, page)
    }
}
