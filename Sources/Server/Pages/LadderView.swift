import Deals
import FollowThrough

/// The drawing of a ladder: six steps that rise to the right, and the words beside it.
struct LadderView {
    let steps: [StepView]
    let width: Int
    let height: Int
    /// The stage's word.
    let word: String
    /// "2 of 6", or nil off the ladder.
    let spoken: String
    /// "signed", for the stylesheet.
    let status: String
    /// "no news for 31 months", when the agreement is silent.
    let silence: String?
    let date: String?

    /// In pixels, whole numbers so that edges are sharp.
    private static let heights = [5, 8, 10, 13, 15, 18]

    /// One step of the drawing.
    struct StepView {
        let x: String
        let y: String
        let width: String
        let height: String
        let style: String
        /// The rung's word, for the large ladder.
        let word: String
        /// The date, at the step that has been reached.
        let date: String?
    }

    init(_ status: AgreementStatus?, date: PartialDate?, silence: Silence?, _ wording: Wording) {
        let ladder = Ladder(status)
        let isSilent = silence?.isSilent(status) ?? false
        let word = wording.status(status)
        self.word = word
        self.status = status?.rawValue ?? "none"
        self.date = date.map(wording.date)
        self.silence =
            isSilent ? silence.map { wording.text("silence.for", wording.count($0.months, "months")) } : nil
        spoken =
            status?.rung.map { wording.text("ladder.spoken", word, String($0 + 1), String(Ladder.rungs.count)) } ?? word
        let (pitch, thickness) = (9.0, 7.0)
        width = Int(pitch) * Ladder.rungs.count
        let full = 18.0
        height = Int(full)
        /// 18 and 0.5, not 18.0.
        func short(_ value: Double) -> String { value == value.rounded() ? String(Int(value)) : String(value) }
        steps = ladder.steps.enumerated().map { index, step in
            let tall = Double(Self.heights[index])
            let isOutline = step != .climbed
            // Half a pixel inward, so that outlines stay sharp and inside the drawing.
            let inset = isOutline ? 0.5 : 0
            var style = "step \(step.rawValue) rung\(index)"
            if isSilent, step == .next { style += " silent" }
            return StepView(
                x: short(Double(index) * pitch + inset), y: short(full - tall + inset),
                width: short(thickness - 2 * inset),
                height: short(tall - 2 * inset), style: style,
                word: wording.status(Ladder.rungs[index]),
                date: status?.rung == index ? date.map(wording.date) : nil)
        }
    }
}
