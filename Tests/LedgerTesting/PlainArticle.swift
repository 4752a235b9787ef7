package import Deals
package import SourceText

/// An agreement in the few words that a test needs; everything that is said is cited.
package struct PlainDeal: Sendable {
    package var parties: [String] = []
    package var amount: Money?
    package var kind: AgreementKind?
    package var status: AgreementStatus?
    package var sector: Sector?
    package var subject: String?
    package var place: String?
    package var placeID: String?
    package var day: String?
    package var confidence: Double

    package init(
        _ parties: String..., amount: Money? = nil, kind: AgreementKind? = nil, status: AgreementStatus? = nil,
        sector: Sector? = nil, subject: String? = nil, place: String? = nil, placeID: String? = nil,
        day: String? = nil, confidence: Double = 0.5
    ) {
        self.parties = parties
        self.amount = amount
        self.kind = kind
        self.status = status
        self.sector = sector
        self.subject = subject
        self.place = place
        self.placeID = placeID
        self.day = day
        self.confidence = confidence
    }
}

/// A document that says just what its deals, meetings and visits say.
package struct PlainArticle: Sendable {
    package let document: Document
    package let findings: Findings

    /// - Parameters:
    ///   - label: the first line; other labels make other documents.
    ///   - meetings: the parties of each.
    ///   - visits: the country of each.
    package init(
        _ label: String, published: String? = nil, _ deals: [PlainDeal] = [], meetings: [[String]] = [],
        visits: [String] = []
    ) {
        // The first pass writes the text, the second cites it, word for word in the same order.
        var sheet = Sheet(text: label + "\n", document: nil)
        _ = Self.findings(deals, meetings, visits, on: &sheet)
        document = Document(text: sheet.text, metadata: Metadata(title: label, published: published))
        sheet = Sheet(text: label + "\n", document: document)
        findings = Self.findings(deals, meetings, visits, on: &sheet)
    }

    private struct Sheet {
        var text: String
        let document: Document?

        mutating func slot<Value>(_ value: Value?, _ words: String?) -> Slot<Value>? {
            guard let value, let words else { return nil }
            let start = text.utf8.count
            text += words
            let range = TextRange(start, text.utf8.count)
            text += "; "
            guard let document else { return nil }
            return Slot(value, citations: [try! Citation(document, range)], rules: ["plain"])
        }

        mutating func entity(_ name: String?, _ kind: EntityKind, id: String? = nil) -> Slot<NamedEntity>? {
            slot(name.map { NamedEntity(name: $0, kind: kind, place: id) }, name)
        }
    }

    private static func findings(
        _ deals: [PlainDeal], _ meetings: [[String]], _ visits: [String], on sheet: inout Sheet
    ) -> Findings {
        var findings = Findings()
        for deal in deals {
            let day = deal.day.map { PartialDate(iso: $0)! }
            findings.agreements.append(
                AgreementFinding(
                    kind: sheet.slot(deal.kind, deal.kind?.rawValue),
                    status: sheet.slot(deal.status, deal.status?.rawValue),
                    parties: deal.parties.compactMap { sheet.entity($0, .company) },
                    amount: sheet.slot(deal.amount, deal.amount.map { "\($0.value) \($0.currency)" }),
                    subject: sheet.slot(deal.subject, deal.subject),
                    sector: sheet.slot(deal.sector, deal.sector?.rawValue),
                    place: sheet.entity(deal.place, .place, id: deal.placeID), date: sheet.slot(day, deal.day),
                    confidence: deal.confidence))
        }
        for parties in meetings {
            findings.meetings.append(MeetingFinding(parties: parties.compactMap { sheet.entity($0, .company) }))
        }
        for country in visits { findings.visits.append(VisitFinding(to: sheet.entity(country, .place))) }
        return findings
    }
}
