import Deals
import Extraction
import SourceText
import Testing

/// A short text and the deals that it tells. What a deal leaves nil is not looked at.
struct DealCase: Sendable, CustomTestStringConvertible {
    struct Deal: Sendable {
        let kind: AgreementKind?
        let status: AgreementStatus?
        let parties: [String]
        let amount: String?
        let place: String?
        let date: String?

        init(
            _ kind: AgreementKind?, _ status: AgreementStatus?, _ parties: [String], amount: String? = nil,
            place: String? = nil,
            date: String? = nil
        ) {
            self.kind = kind
            self.status = status
            self.parties = parties
            self.amount = amount
            self.place = place
            self.date = date
        }
    }

    let text: String
    let deals: [Deal]

    init(_ text: String, _ deals: [Deal]) {
        self.text = text
        self.deals = deals
    }

    var testDescription: String { String(text.prefix(60)) }

    private static let extractor = Result { try Extractor() }

    func check(language: LanguageTag, published: String) throws {
        let extractor = try Self.extractor.get()
        let document = Document(text: text, metadata: Metadata(published: published, language: language))
        let found = extractor.findings(in: document).agreements
        try #require(found.count == deals.count, "\(found.map { $0.kind?.value.rawValue ?? "-" })")
        for (deal, finding) in zip(deals, found) {
            if let kind = deal.kind { #expect(finding.kind?.value == kind) }
            if let status = deal.status { #expect(finding.status?.value == status) }
            let names = finding.parties.map(\.value.name)
            for party in deal.parties {
                #expect(names.contains { $0.contains(party) || party.contains($0) }, "\(party) in \(names)")
            }
            if let amount = deal.amount {
                #expect(finding.amount.map { "\(Int($0.value.value)) \($0.value.currency)" } == amount)
            }
            if let place = deal.place { #expect(finding.place?.value.name == place) }
            if let date = deal.date { #expect(finding.date?.value.description == date) }
        }
    }
}
