import Deals
import Extraction
import SourceText
import Testing

/// A short text of 20 May 2024 and every deal that it tells, in order.
struct DealText: Sendable, CustomTestStringConvertible {
    /// A deal that is expected; nil leaves a slot unchecked, an empty string or zero asks for an empty one.
    struct Deal: Sendable {
        var kind: String?
        var status: String?
        var parties: [String]?
        var amount: Double?
        var place: String?
        var date: String?
    }

    let text: String
    let language: LanguageTag
    let deals: [Deal]
    init(_ language: LanguageTag, _ text: String, _ deals: [Deal]) {
        self.text = text
        self.language = language
        self.deals = deals
    }
    var testDescription: String { text }

    private static let extractor = Result { try Extractor() }

    private func plain(_ name: String) -> String {
        name.replacing("‘", with: "'").replacing("’", with: "'").lowercased()
    }

    private func alike(_ a: String, _ b: String) -> Bool { plain(a).contains(plain(b)) || plain(b).contains(plain(a)) }

    private func check(_ expected: String?, _ found: String?, _ name: String) {
        guard let expected else { return }
        #expect(found ?? "" == expected, "\(name)")
    }

    /// Reads the text and compares.
    func check() throws {
        let document = Document(text: text, metadata: Metadata(published: "2024-05-20", language: language))
        let found = try Self.extractor.get().findings(in: document).agreements
        try #require(found.count == deals.count)
        for (deal, agreement) in zip(deals, found) {
            check(deal.kind, agreement.kind?.value.rawValue, "kind")
            check(deal.status, agreement.status?.value.rawValue, "status")
            check(deal.date, agreement.date?.value.description, "date")
            if let amount = deal.amount { #expect(agreement.amount?.value.value ?? 0 == amount) }
            if let place = deal.place {
                let name = agreement.place?.value.name ?? ""
                #expect(place.isEmpty ? name.isEmpty : !name.isEmpty && alike(place, name), "place \(name)")
            }
            if let parties = deal.parties {
                let names = agreement.parties.map(\.value.name)
                #expect(names.count == parties.count, "\(names)")
                for party in parties { #expect(names.contains { alike(party, $0) }, "\(party)") }
            }
        }
    }
}
