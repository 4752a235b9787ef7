internal import Deals
internal import Ledger
internal import SourceText

/// Findings as people read them: every value beside the words that say it.
struct FindingsTable {
    /// A value with its field's name and its words.
    struct Row {
        let field: String
        let value: String
        let citations: [Citation]
        var rules: [String] = []
    }

    /// Values wider than this push their quotes to the next line.
    private static let widestValue = 44
    private static let quoteWidth = 100

    /// Whether the rules that made a value stand after its words.
    let explains: Bool

    /// All that was found in a document.
    func text(_ findings: Findings, of document: Document) -> String {
        var parts = [head(document.metadata, findings.publicationDay, findings.language, document.hash)]
        parts += findings.visits.enumerated().map { text("visit \($0 + 1)", section($1)) }
        parts += findings.meetings.enumerated().map { text("meeting \($0 + 1)", section($1)) }
        parts += findings.agreements.enumerated().map { text("agreement \($0 + 1)", section($1)) }
        if findings.isWithoutEvents { parts.append("No visit, meeting or agreement was found.\n") }
        parts += lists(findings)
        return parts.joined(separator: "\n")
    }

    /// One record under its name, and the document that it was read from.
    func text(_ name: String, _ section: [Row], _ document: DocumentSummary) -> String {
        text(name, section) + "\n" + head(document)
    }

    /// One record under its name.
    func text(_ name: String, _ section: [Row]) -> String { name + "\n" + rows(section) }

    /// What is known of a document beside its text.
    func head(_ document: DocumentSummary) -> String {
        head(document.metadata, document.published, document.language, document.hash)
    }

    private func head(
        _ metadata: Metadata, _ published: PartialDate?, _ language: LanguageTag?, _ hash: DocumentHash
    ) -> String {
        var lines: [String] = []
        if let title = metadata.title { lines.append(ValueText.line(title)) }
        let facts = [metadata.source, published?.description, language?.rawValue].compactMap(\.self)
        lines.append((facts + ["document \(hash.hexadecimal.prefix(12))"]).joined(separator: " · "))
        if let url = metadata.url { lines.append(url) }
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: Records

    func section(_ visit: VisitFinding) -> [Row] {
        [row("who", visit.who, ValueText.entity), row("leader", visit.leader, ValueText.entity)].compactMap(\.self)
            + [row("to", visit.to, ValueText.entity)].compactMap(\.self) + visit.cities.map { self.row("city", $0) }
            + [row("date", visit.date, \.description), confidence(visit.confidence)].compactMap(\.self)
    }

    func section(_ meeting: MeetingFinding) -> [Row] {
        meeting.parties.map { row("party", $0) }
            + [
                row("place", meeting.place, ValueText.entity), row("date", meeting.date, \.description),
                confidence(meeting.confidence),
            ].compactMap(\.self)
    }

    func section(_ agreement: AgreementFinding) -> [Row] {
        let first = [row("kind", agreement.kind, \.rawValue), row("status", agreement.status, \.rawValue)]
        let last = [
            row("amount", agreement.amount, ValueText.money), row("subject", agreement.subject, ValueText.line),
            row("sector", agreement.sector, \.rawValue), row("place", agreement.place, ValueText.entity),
            row("date", agreement.date, \.description), count(agreement.count), confidence(agreement.confidence),
        ]
        return first.compactMap(\.self) + agreement.parties.map { row("party", $0) } + last.compactMap(\.self)
    }

    private func count(_ count: Int?) -> Row? {
        switch count {
        case 1: nil
        case nil: Row(field: "count", value: "several", citations: [])
        case let count?: Row(field: "count", value: "\(count)", citations: [])
        }
    }

    private func confidence(_ value: Double) -> Row? {
        Row(field: "confidence", value: "\((value * 100).rounded() / 100)", citations: [])
    }

    private func row(_ field: String, _ slot: Slot<NamedEntity>) -> Row {
        Row(field: field, value: ValueText.entity(slot.value), citations: slot.citations, rules: slot.rules)
    }

    private func row<Value>(_ field: String, _ slot: Slot<Value>?, _ text: (Value) -> String) -> Row? {
        slot.map { Row(field: field, value: text($0.value), citations: $0.citations, rules: $0.rules) }
    }

    private func lists(_ findings: Findings) -> [String] {
        let money = findings.money.compactMap { row("", $0, ValueText.money) }
        return [
            ("persons", findings.persons.map { row("", $0) }),
            ("organisations", findings.organisations.map { row("", $0) }),
            ("places", findings.places.map { row("", $0) }), ("money", money),
        ]
        .filter { !$1.isEmpty }.map { $0 + "\n" + rows($1) }
    }

    // MARK: Layout

    private func rows(_ rows: [Row]) -> String {
        let fieldWidth = rows.map { DisplayWidth.of($0.field) }.max() ?? 0
        let valueWidth = min(Self.widestValue, rows.map { DisplayWidth.of($0.value) }.max() ?? 0)
        let indent = "  " + (fieldWidth > 0 ? String(repeating: " ", count: fieldWidth + 2) : "")
        return rows.map { row in
            let field = "  " + (fieldWidth > 0 ? DisplayWidth.padded(row.field, to: fieldWidth) + "  " : "")
            let words = evidence(row)
            if words.isEmpty { return field + row.value + "\n" }
            if DisplayWidth.of(row.value) > valueWidth {
                return field + row.value + "\n" + indent + DisplayWidth.padded("", to: valueWidth) + "  " + words + "\n"
            }
            return field + DisplayWidth.padded(row.value, to: valueWidth) + "  " + words + "\n"
        }
        .joined()
    }

    private func evidence(_ row: Row) -> String {
        var seen: Set<String> = []
        var quotes: [String] = []
        for citation in row.citations {
            let quote = DisplayWidth.cut(ValueText.line(citation.exact), to: Self.quoteWidth)
            if seen.insert(quote).inserted { quotes.append("“\(quote)”") }
        }
        let rules = explains && !row.rules.isEmpty ? " [\(row.rules.joined(separator: ", "))]" : ""
        return quotes.joined(separator: " ") + rules
    }
}
