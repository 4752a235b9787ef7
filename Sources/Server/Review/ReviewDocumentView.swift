import Accounts
import Deals
import Ledger
import SourceText

/// A document on the review desk: its text with the cited words marked, its records with every value to judge.
struct ReviewDocumentView {
    let headline: String
    let languageCode: String?
    let kicker: LinkView
    let text: String
    let hash: String
    let token: String
    let script: String
    let records: [RecordView]
    let isEmpty: Bool
    /// Whether this is a second reading, which hides what others decided.
    let isSecond: Bool

    /// A record.
    struct RecordView {
        let id: String
        let kind: String
        let title: String
        let state: String
        let version: String
        let isChecked: Bool
        let isRejected: Bool
        let values: [ValueView]
        let fields: [FieldChoice]
        let history: [String]
    }

    /// A value that stands.
    struct ValueView {
        let claim: String
        let field: String
        let label: String
        let words: String
        let state: String
        let isChecked: Bool
        /// `#c-5-9`, its words in the text.
        let mark: String?
    }

    /// A field that can be set.
    struct FieldChoice {
        let value: String
        let label: String
    }

    init(
        _ document: Document, _ summary: DocumentSummary, _ items: [ReviewItem], _ asked: FormRequest
    ) async throws {
        let wording = asked.page.wording
        let points = CodePointIndex(document.bytes)
        headline = summary.headline(wording)
        languageCode = summary.language?.rawValue
        kicker = LinkView(words: wording.text("nav.review"), address: "/review")
        hash = document.hash.hexadecimal
        token = asked.page.formToken ?? ""
        script = asked.site.assets.address("review.js")
        isEmpty = items.isEmpty
        let reader = asked.page.query["second"] == "yes" ? asked.account.name : nil
        isSecond = reader != nil
        var marks: Set<TextRange> = []
        for item in items {
            for claim in reader.map({ item.readAgain(by: $0) }) ?? item.account.standing {
                for citation in claim.citations where citation.document == document.hash {
                    marks.insert(citation.range)
                }
            }
        }
        text = Self.html(document, marks.sorted(), points)
        records = items.map { item in Self.record(item, reader, document, points, wording) }
    }

    private static func record(
        _ item: ReviewItem, _ second: String?, _ document: Document, _ points: CodePointIndex, _ wording: Wording
    ) -> RecordView {
        let standing = second.map { item.readAgain(by: $0) } ?? item.account.standing
        func mark(_ claim: Claim) -> String? {
            claim.citations.first { $0.document == document.hash }.map {
                let range = points.codePoints(of: $0.range)
                return "#c-\(range.start)-\(range.end)"
            }
        }
        let names = standing.filter { $0.field == .party || $0.field == .who }.map { ClaimView.words($0, wording) }
        let state = item.isRejected ? "rejected" : item.isChecked ? "checked" : "machine"
        return RecordView(
            id: item.id.text, kind: wording.text("record." + item.id.kind.rawValue),
            title: names.isEmpty ? wording.text("parties.none") : wording.list(names),
            state: second == nil ? wording.text("review.state." + state) : wording.text("review.second.link"),
            version: item.version,
            isChecked: second.map { name in standing.allSatisfy { item.verdict(on: $0, by: name) != nil } }
                ?? item.isChecked,
            isRejected: second == nil && item.isRejected,
            values: standing.map { claim in
                let mine = second.map { item.verdict(on: claim, by: $0) != nil }
                let isPersons = mine ?? item.isPersons(claim)
                let author = item.decision(on: claim)?.author.name ?? claim.author
                return ValueView(
                    claim: claim.id.text, field: claim.field.rawValue,
                    label: wording.text("field." + claim.field.rawValue), words: ClaimView.words(claim, wording),
                    state: mine == true
                        ? wording.text("review.value.mine")
                        : isPersons
                            ? wording.text("review.value.checked", author)
                            : wording.text(
                                "review.value.machine", wording.number(Int((claim.confidence * 100).rounded()))),
                    isChecked: isPersons, mark: mark(claim))
            },
            fields: choices(item, wording),
            history: (second == nil ? item.account.decisions : []).suffix(10).map { decision in
                let verdict = wording.text("review.verdict." + decision.verdict.rawValue)
                return [decision.author.name, verdict, decision.reason, wording.day(of: decision.added)]
                    .filter { !$0.isEmpty }.joined(separator: " · ")
            })
    }

    /// Every field of the record's kind, and of fields with several values one more.
    private static func choices(_ item: ReviewItem, _ wording: Wording) -> [FieldChoice] {
        let fields: [Field] =
            switch item.id.kind {
            case .agreement: [.kind, .status, .party, .amount, .subject, .sector, .place, .date, .count]
            case .meeting: [.party, .place, .date]
            case .visit: [.who, .leader, .to, .city, .date]
            }
        return fields.flatMap { field -> [FieldChoice] in
            let label = wording.text("field." + field.rawValue)
            guard field == .party || field == .city else {
                return [FieldChoice(value: "\(field.rawValue) 0", label: label)]
            }
            let used = item.account.entries.map(\.claim).filter { $0.field == field }.map(\.ordinal).max() ?? -1
            return (0...(used + 1)).map {
                FieldChoice(value: "\(field.rawValue) \($0)", label: label + " \($0 + 1)" + ($0 > used ? " +" : ""))
            }
        }
    }

    /// The text, a paragraph a line; each knows at which code point it begins, so that selected words have a place.
    static func html(_ document: Document, _ ranges: [TextRange], _ points: CodePointIndex) -> String {
        var html = ""
        for line in CitedText(document.bytes, marks: ranges).lines where !line.isEmpty {
            let start = line.lazy.compactMap { if case .text(let range) = $0 { range.start } else { nil } }.first ?? 0
            html += "<p data-start=\"\(points.codePoint(atUTF8: start))\">"
            for piece in line {
                switch piece {
                case .text(let range): html += Escaping.html(document.words(in: range))
                case .open(let mark, let isFirst):
                    let place = points.codePoints(of: ranges[mark])
                    html += "<span class=\"cited\"" + (isFirst ? " id=\"c-\(place.start)-\(place.end)\"" : "") + ">"
                case .close: html += "</span>"
                }
            }
            html += "</p>\n"
        }
        return html
    }
}
