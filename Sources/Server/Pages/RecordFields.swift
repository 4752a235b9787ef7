import Deals
import Ledger
import SourceText

/// A field of a record with its values.
struct FieldView {
    let label: String
    let values: [ValueView]
    /// What is said when there is no value: "no source names a sum".
    let absent: String?
}

/// A value with the sentences that it was read from.
struct ValueView {
    let words: String
    /// A person's office.
    let detail: String?
    let address: String?
    let quotes: [QuoteView]
    /// Where readers say that it is wrong.
    var report: String?
}

/// A quoted sentence.
struct QuoteView {
    let runs: [Quote.Run]
    let address: String
}

/// Makes the fields of a record's page.
struct FieldWriter {
    let wording: Wording
    /// Nil when the store no longer has the document; values are then shown without sentences.
    let finder: QuoteFinder?
    /// The record whose errors can be reported.
    var reported: RecordID?

    private func report(_ key: String, _ ordinal: Int) -> String? {
        guard let reported, let field = Field(rawValue: key) else { return nil }
        return Query().setting("record", reported.text).setting("field", field.rawValue)
            .setting("ordinal", ordinal == 0 ? nil : String(ordinal)).address("/report")
    }

    func field<Value>(_ key: String, _ slot: Slot<Value>?, _ words: (Value) -> String) -> FieldView {
        FieldView(
            label: wording.text("field." + key),
            values: slot.map { [value(words($0.value), nil, nil, $0.citations, report(key, 0))] } ?? [],
            absent: slot == nil ? wording.text("absent." + key) : nil)
    }

    /// A field of names; each links to its page.
    func names(_ key: String, _ slots: [Slot<NamedEntity>]) -> FieldView {
        FieldView(
            label: wording.text("field." + key),
            values: slots.enumerated().map { ordinal, slot in
                let entity = slot.value
                return value(
                    entity.name, entity.role, SubjectAddress.page(entity), slot.citations, report(key, ordinal))
            },
            absent: slots.isEmpty ? wording.text("absent." + key) : nil)
    }

    private func value(
        _ words: String, _ detail: String?, _ address: String?, _ citations: [Citation], _ report: String?
    ) -> ValueView {
        let quotes = finder?.quotes(citations) ?? []
        return ValueView(
            words: words, detail: detail, address: address,
            quotes: quotes.map { QuoteView(runs: $0.runs, address: finder?.address(of: $0.citation) ?? "") },
            report: report)
    }
}

/// Where a record was read from.
struct SourceView {
    let headline: String
    let outlet: String?
    let published: String?
    let language: String?
    let languageCode: String?
    let address: String
    /// The address at the outlet, when it may be followed.
    let original: String?
    let added: String

    init(_ summary: DocumentSummary, _ wording: Wording) {
        headline = summary.headline(wording)
        outlet = summary.metadata.source
        published = summary.published.map(wording.date)
        language = wording.documentLanguage(summary.language)
        languageCode = summary.language?.rawValue
        address = "/documents/\(summary.hash)"
        original = Escaping.link(summary.metadata.url)
        added = wording.day(of: summary.added)
    }
}

/// One claim in a record's history.
struct ClaimView {
    let field: String
    let value: String
    let author: String
    let added: String
    let confidence: String
    let address: String?
    /// What became of it, unless it stands.
    let state: String?

    init(_ claim: Claim, _ state: ClaimState, _ wording: Wording, _ finder: QuoteFinder?) {
        self.state =
            switch state {
            case .stands: nil
            case .outranked: wording.text("claim.state.outranked")
            case .superseded: wording.text("claim.state.superseded")
            case .rejected(let decision): wording.text("claim.state.rejected", decision.author.name, decision.reason)
            }
        field = wording.text("field." + claim.field.rawValue)
        value = Self.words(claim, wording)
        author = claim.author
        added = wording.day(of: claim.added)
        confidence = wording.number(Int((claim.confidence * 100).rounded())) + "\u{A0}%"
        address = claim.citations.first.flatMap { citation in finder?.address(of: citation) }
    }

    static func words(_ claim: Claim, _ wording: Wording) -> String {
        switch claim.value {
        case .text(let text): text
        case .entity(let entity): entity.role.map { entity.name + ", " + $0 } ?? entity.name
        case .money(let money): wording.money(money)
        case .date(let date): wording.date(date)
        case .number(let number): wording.number(number)
        case .code(let code):
            switch claim.field {
            case .kind: wording.text.optional("kind." + code) ?? code
            case .status: wording.text.optional("status." + code) ?? code
            case .sector: wording.text.optional("sector." + code) ?? code
            default: code
            }
        }
    }
}

/// How sure the ledger is of a record, in words: the program's reading and a person's check are told apart.
struct ConfidenceView {
    let isMachineRead: Bool
    let words: String

    init(_ confidence: Double, _ item: ReviewItem, _ wording: Wording) {
        isMachineRead = !item.isChecked
        let percent = wording.number(Int((min(max(confidence, 0), 1) * 100).rounded()))
        words = wording.text(isMachineRead ? "confidence.machine" : "confidence.person", percent)
    }
}
