import Deals
import Ledger
import LedgerTesting
import SourceText
import Testing

/// What every store does with documents, records and claims.
@Suite struct ContractTests {
    @Test(arguments: StoreKind.allCases)
    func anEmptyLedgerAnswersWithNothing(kind: StoreKind) async throws {
        try await kind.withStore { store async throws in
            let hash = DocumentHash(of: [])
            #expect(try await store.document(hash) == nil)
            #expect(try await store.summary(of: hash) == nil)
            #expect(try await store.documents(Page()) == [])
            #expect(try await store.documentCount() == 0)
            #expect(try await store.names() == [])
            #expect(try await store.agreementCount(AgreementFilter()) == 0)
            #expect(try await store.totals(AgreementFilter()) == [])
            #expect(try await store.meetings(in: nil, page: Page()) == [])
            #expect(try await store.visits(in: hash, page: Page()) == [])
            for kind in RecordKind.allCases {
                let id = RecordID(kind, in: hash, ordinal: 0)
                #expect(try await store.agreement(id) == nil)
                #expect(try await store.meeting(id) == nil)
                #expect(try await store.visit(id) == nil)
                #expect(try await store.claims(about: id) == [])
            }
        }
    }

    @Test(arguments: StoreKind.allCases, 0..<12)
    func whatIsAddedIsReadBack(kind: StoreKind, seed: Int) async throws {
        var random = SplitMix64(seed: UInt64(seed))
        let article = RandomArticle(label: "\(seed)", using: &random)
        try await kind.withStore { store async throws in
            let outcome = try await store.add(article)
            let expected = claims(from: article.findings, of: article.document.hash, author: author, added: time)
            #expect(outcome == .added(expected.map(\.id)))
            let document = try #require(try await store.document(article.document.hash))
            #expect(document.raw == article.document.raw)
            #expect(document.bytes == article.document.bytes)
            #expect(document.metadata == article.document.metadata)
            let summary = try #require(try await store.summary(of: article.document.hash))
            #expect(summary.language == article.findings.language)
            #expect(
                summary.published
                    == article.findings.publicationDay ?? article.document.metadata.published.map(day))
            #expect(summary.agreementCount == expected.count { $0.id.kind == .agreement })
            #expect(summary.meetingCount == expected.count { $0.id.kind == .meeting })
            #expect(summary.visitCount == expected.count { $0.id.kind == .visit })
            for record in expected {
                #expect(try await store.claims(about: record.id) == record.claims)
                switch record.id.kind {
                case .agreement:
                    let finding = try AgreementFinding(claims: record.claims)
                    let found = try await store.agreement(record.id)
                    #expect(found == AgreementRecord(id: record.id, finding: finding, document: summary))
                case .meeting:
                    let finding = try MeetingFinding(claims: record.claims)
                    let found = try await store.meeting(record.id)
                    #expect(found == MeetingRecord(id: record.id, finding: finding, document: summary))
                case .visit:
                    let finding = try VisitFinding(claims: record.claims)
                    let found = try await store.visit(record.id)
                    #expect(found == VisitRecord(id: record.id, finding: finding, document: summary))
                }
            }
        }
    }

    @Test(arguments: StoreKind.allCases)
    func addingTwiceChangesNothing(kind: StoreKind) async throws {
        let article = PlainArticle(
            "x", [PlainDeal("Masdar", amount: usd(5))], meetings: [["A", "B"]], visits: ["Китай"])
        try await kind.withStore { store async throws in
            let first = try await store.add(article)
            let again = try await store.add(
                article.document, Findings(), author: "another 1.0", added: "2030-01-01T00:00:00Z")
            #expect(again == .alreadyKnown(first.records))
            #expect(first.records.map(\.kind) == [.visit, .meeting, .agreement])
            #expect(try await store.documentCount() == 1)
            #expect(try await store.names() == ["Masdar"])
            #expect(try await store.summary(of: article.document.hash)?.added == time)
            #expect(try await store.claims(about: first.records[2]).allSatisfy { $0.author == author })
        }
    }

    @Test(arguments: StoreKind.allCases)
    func documentsComeNewestFirstAndPageByPage(kind: StoreKind) async throws {
        try await kind.withStore { store async throws in
            for (label, published) in [
                ("a", "2024-01-17"), ("b", nil), ("c", "2024-02"), ("d", "2024-01-17"), ("e", "2023"),
            ] { try await store.add(PlainArticle(label, published: published)) }
            func titles(_ page: Page) async throws -> [String?] {
                try await store.documents(page).map(\.metadata.title)
            }
            #expect(try await titles(Page()) == ["c", "d", "a", "e", "b"])
            #expect(try await titles(Page(offset: 1, limit: 2)) == ["d", "a"])
            #expect(try await titles(Page(offset: 4, limit: 2)) == ["b"])
            #expect(try await titles(Page(offset: 9, limit: 2)) == [])
        }
    }

    @Test(arguments: StoreKind.allCases)
    func meetingsAndVisitsComeInTheTextsOrderOrNewestFirst(kind: StoreKind) async throws {
        let old = PlainArticle("old", published: "2023-05-01", meetings: [["1"], ["2"]], visits: ["Китай", "Корея"])
        let new = PlainArticle("new", published: "2024-05-01", meetings: [["3"], ["4"]], visits: ["ОАЭ"])
        try await kind.withStore { store async throws in
            try await store.add(new)
            try await store.add(old)
            func meetings(_ hash: DocumentHash?, _ page: Page = Page()) async throws -> [String] {
                try await store.meetings(in: hash, page: page).flatMap { $0.finding.parties.map(\.value.name) }
            }
            #expect(try await meetings(nil) == ["3", "4", "1", "2"])
            #expect(try await meetings(nil, Page(offset: 1, limit: 2)) == ["4", "1"])
            #expect(try await meetings(old.document.hash) == ["1", "2"])
            #expect(try await meetings(old.document.hash, Page(offset: 1)) == ["2"])
            #expect(
                try await store.visits(in: nil, page: Page()).map(\.finding.to?.value.name) == [
                    "ОАЭ", "Китай", "Корея",
                ])
            #expect(try await store.visits(in: new.document.hash, page: Page()).count == 1)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func wordsOfAnotherDocumentAreRefused(kind: StoreKind) async throws {
        let article = PlainArticle("x", [PlainDeal("Masdar")])
        let other = PlainArticle("y", [PlainDeal("Masdar")])
        try await kind.withStore { store async throws in
            await #expect(throws: LedgerFailure.self) {
                try await store.add(article.document, other.findings, author: author, added: time)
            }
            // The same raw bytes with another text: the hash fits, the words do not.
            let misread = Document(raw: article.document.raw, text: "x")
            await #expect(throws: LedgerFailure.self) {
                try await store.add(misread, article.findings, author: author, added: time)
            }
            #expect(try await store.documentCount() == 0)
            #expect(try await store.names() == [])
        }
    }

    @Test(
        arguments: StoreKind.allCases,
        ["", "yesterday", "2024-01-17", "2024-01-17T09:55:33+05:00", "2024-13-17T09:55:33Z"])
    func timesAreInUTC(kind: StoreKind, added: String) async throws {
        let article = PlainArticle("x", [PlainDeal("Masdar")])
        try await kind.withStore { store async throws in
            await #expect(throws: LedgerFailure.self) {
                try await store.add(article.document, article.findings, author: author, added: added)
            }
            await #expect(throws: LedgerFailure.self) {
                try await store.add(article.document, article.findings, author: "", added: time)
            }
            #expect(try await store.documentCount() == 0)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func textsMayHoldAnything(kind: StoreKind) async throws {
        let label = "NUL \u{0} quote ' \" \\ % _ emoji 🇺🇿 ﷽ ‮ end"
        let article = PlainArticle(label, [PlainDeal("A\u{0}B ' OR 1=1 --", subject: "🇺🇿")])
        try await kind.withStore { store async throws in
            try await store.add(article)
            #expect(try await store.document(article.document.hash)?.bytes == article.document.bytes)
            #expect(try await store.names() == ["A\u{FFFD}B ' OR 1=1 --"])
            let record = try #require(try await store.agreements(AgreementFilter(), order: .newest, page: Page()).first)
            #expect(record.finding.parties[0].citations[0].exact == "A\u{0}B ' OR 1=1 --")
            #expect(try await store.agreementCount(.with { $0.words = "\" OR b*" }) == 1)
        }
    }
}
