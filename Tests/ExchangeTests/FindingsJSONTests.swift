import Deals
import Exchange
import Foundation
import SourceText
import Testing

@Suite struct FindingsJSONTests {
    private static let text = "👩‍👩‍👧 Хоким Мирабада подписал в 𐐀 контракт на $150 млн с Chint 17 января."

    private static func citation(_ words: String, in document: Document) throws -> Citation {
        let range = try #require(document.text.range(of: words))
        let start = document.text.utf8.distance(from: document.text.startIndex, to: range.lowerBound)
        return try Citation(document, TextRange(start, start + words.utf8.count), exact: words)
    }

    private static func findings(_ document: Document) throws -> Findings {
        func slot<Value>(_ value: Value, _ words: String) throws -> Slot<Value> {
            try Slot(value, citations: [citation(words, in: document)], rules: ["test-rule"])
        }
        let chint = try slot(NamedEntity(name: "Chint", kind: .company), "Chint")
        let mirabad = try slot(NamedEntity(name: "Мирабад", kind: .place, place: "UZ-1726273"), "Мирабада")
        let hokim = try slot(NamedEntity(name: "хоким", kind: .person, role: "хоким Мирабада"), "Хоким")
        let day = try slot(#require(PartialDate(iso: "2024-01-17")), "17 января")
        let money = try slot(Money(value: 150_000_000, currency: "USD", qualifier: .upTo), "$150 млн")
        var findings = Findings()
        findings.language = .russian
        findings.published = day
        findings.visits = [VisitFinding(who: mirabad, leader: hokim, cities: [mirabad], date: day, confidence: 0.876)]
        findings.meetings = [MeetingFinding(parties: [mirabad, chint], place: mirabad, date: day)]
        findings.agreements = [
            AgreementFinding(
                kind: try slot(.contract, "контракт"), status: try slot(.signed, "подписал"),
                parties: [mirabad, chint],
                amount: money, subject: try slot("контракт", "контракт"), sector: try slot(.waterWaste, "контракт"),
                place: mirabad, date: day),
            AgreementFinding(count: nil),
        ]
        findings.persons = [hokim]
        findings.organisations = [chint]
        findings.places = [mirabad]
        findings.money = [money]
        return findings
    }

    private static func object(_ text: String) throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    /// Every object in a JSON tree that has the three keys of a citation.
    private static func citations(_ node: Any) -> [(start: Int, end: Int, exact: String)] {
        if let list = node as? [Any] { return list.flatMap(citations) }
        guard let object = node as? [String: Any] else { return [] }
        if let start = object["start"] as? Int, let end = object["end"] as? Int, let exact = object["exact"] as? String
        {
            return [(start, end, exact)]
        }
        return object.values.flatMap(citations)
    }

    /// Offsets count code points, as Python and the Web Annotation model do, behind characters of any plane.
    @Test func citationsCountCodePoints() throws {
        let document = Document(text: Self.text)
        let json = try Self.object(FindingsJSON().text(Self.findings(document), of: document))
        let scalars = Array(Self.text.unicodeScalars)
        let citations = Self.citations(json)
        #expect(citations.count == 21)
        for citation in citations {
            var words = String.UnicodeScalarView()
            words.append(contentsOf: scalars[citation.start..<citation.end])
            #expect(String(words) == citation.exact)
        }
    }

    @Test func aDocumentWithoutFindingsHasEveryKey() throws {
        let document = Document(
            text: "",
            metadata: Metadata(url: "https://x.uz/1", source: "X", title: "T", fetched: "2024-01-17T10:00:00Z"))
        #expect(
            FindingsJSON().text(Findings(), of: document, id: "7") == """
                {"id":"7","document":{"sha256":"\(document.hash)","url":"https://x.uz/1","source":"X","title":"T",\
                "fetched":"2024-01-17T10:00:00Z"},"language":null,"published":null,"visits":[],"meetings":[],\
                "agreements":[],"persons":[],"organisations":[],"places":[],"money":[]}
                """)
    }

    @Test func slotsHaveTheirFields() throws {
        let document = Document(text: Self.text)
        let json = try Self.object(FindingsJSON().text(Self.findings(document), of: document))
        #expect(json["id"] as? String == document.hash.hexadecimal)
        #expect(json["language"] as? String == "ru")
        #expect(json["published"] as? String == "2024-01-17")
        let agreements = try #require(json["agreements"] as? [[String: Any]])
        let amount = try #require(agreements[0]["amount"] as? [String: Any])
        #expect(amount["value"] as? Int == 150_000_000)
        #expect(amount["currency"] as? String == "USD")
        #expect(amount["qualifier"] as? String == "up_to")
        #expect((agreements[0]["sector"] as? [String: Any])?["value"] as? String == "water_waste")
        #expect(agreements[0]["count"] as? Int == 1)
        #expect(
            agreements[1]["count"] is NSNull && agreements[1]["kind"] is NSNull && agreements[1]["amount"] is NSNull)
        let parties = try #require(agreements[0]["parties"] as? [[String: Any]])
        #expect(parties.map { $0["name"] as? String } == ["Мирабад", "Chint"])
        #expect(parties.map { $0["place_id"] as? String } == ["UZ-1726273", nil])
        #expect(parties.map { $0["type"] as? String } == ["place", "company"])
        let visit = try #require((json["visits"] as? [[String: Any]])?.first)
        #expect((visit["leader"] as? [String: Any])?["role"] as? String == "хоким Мирабада")
        #expect(visit["to"] is NSNull)
        #expect(visit["confidence"] as? Double == 0.88)
    }

    @Test func rulesAreNamedOnlyWhenAsked() throws {
        let document = Document(text: Self.text)
        let findings = try Self.findings(document)
        #expect(!FindingsJSON().text(findings, of: document).contains("test-rule"))
        #expect(FindingsJSON(explains: true).text(findings, of: document).contains(#""rules":["test-rule"]"#))
    }
}
