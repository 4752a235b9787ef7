import Deals
import Ledger
import LedgerTesting
import SourceText
import Testing

/// What every store does with what persons say, what reviewers decide, and documents that are read anew.
@Suite struct ClaimContractTests {
    private static let article = PlainArticle(
        "x", published: "2024-01-17", [PlainDeal("Masdar", "Chint", amount: usd(5), status: .signed)])
    private static let id = RecordID(.agreement, in: article.document.hash, ordinal: 0)
    private static let dilnoza = Author.person("dilnoza")
    private static let later = "2024-03-01T10:00:00Z"

    /// A claim that cites the first words of an article.
    private static func claim(
        _ field: Field, _ value: FieldValue, ordinal: Int = 0, in article: PlainArticle = article,
        by author: Author = dilnoza, at added: String = later
    ) throws -> Claim {
        let citation = try Citation(article.document, TextRange(0, 1))
        return Claim(
            record: id, field: field, ordinal: ordinal, value: value, citations: [citation], author: author.name,
            rank: author.rank, added: added, confidence: 1)
    }

    private static func decide(
        _ verdict: DecisionVerdict, _ claim: Claim, by author: Author = dilnoza, reason: String = "because"
    ) -> Decision {
        Decision(verdict, claim.id, of: claim.record, reason: reason, author: author, added: later)
    }

    private static func amount(_ store: any LedgerStore) async throws -> Double? {
        try await store.agreement(id)?.finding.amount?.value.value
    }

    @Test(arguments: StoreKind.allCases)
    func aPersonsClaimOutranksAProgramsAndBothAreKept(kind: StoreKind) async throws {
        try await kind.withStore { store async throws in
            try await store.add(Self.article)
            let claim = try Self.claim(.amount, .money(usd(7)))
            try await store.claim([claim])
            #expect(try await Self.amount(store) == 7)
            #expect(try await store.totals(AgreementFilter()).map(\.value) == [7])
            #expect(
                try await store.claims(about: Self.id).filter { $0.field == .amount }.map(\.value)
                    == [.money(usd(5)), .money(usd(7))])
            let account = try await store.account(of: Self.id)
            #expect(account.contradictions(.amount).map(\.value) == [.money(usd(5))])
            #expect(account.contradictions(.status) == [])
            #expect(
                account.entries.first { $0.claim.field == .amount }?.state == .outranked(by: claim.id))
        }
    }

    @Test(arguments: StoreKind.allCases)
    func aNewerStatementOutranksAnOlderOneWhicheverWasAddedLast(kind: StoreKind) async throws {
        let newer = PlainArticle("newer", published: "2024-02-20")
        try await kind.withStore { store async throws in
            try await store.add(Self.article)
            try await store.add(newer)
            try await store.claim([try Self.claim(.status, .code("construction"), in: newer)])
            try await store.claim([try Self.claim(.status, .code("planned"))])
            #expect(try await store.agreement(Self.id)?.finding.status?.value == .construction)
            #expect(try await store.agreementCount(.with { $0.statuses = [.construction] }) == 1)
            #expect(try await store.agreementCount(.with { $0.statuses = [.signed] }) == 0)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func aRejectedClaimIsGoneUntilTheRejectionIsTakenBack(kind: StoreKind) async throws {
        try await kind.withStore { store async throws in
            try await store.add(Self.article)
            let claim = try #require(try await store.claims(about: Self.id).first { $0.field == .amount })
            let rejection = Self.decide(.reject, claim, reason: "the sum is another deal's")
            try await store.decide([rejection])
            #expect(try await store.agreement(Self.id)?.finding.amount == nil)
            #expect(try await store.agreementCount(.with { $0.currency = "USD" }) == 0)
            let account = try await store.account(of: Self.id)
            #expect(account.entries.first { $0.claim == claim }?.state == .rejected(rejection))
            #expect(try await store.decisions(about: Self.id) == [rejection])
            #expect(try await store.recordValues(of: [Self.id]).first?.first(.amount) == nil)
            try await store.decide([Self.decide(.withdraw, claim, reason: "")])
            #expect(try await Self.amount(store) == 5)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func anAcceptedClaimWeighsAsItsReviewer(kind: StoreKind) async throws {
        try await kind.withStore { store async throws in
            try await store.add(Self.article)
            let read = try #require(try await store.claims(about: Self.id).first { $0.field == .amount })
            try await store.claim([try Self.claim(.amount, .money(usd(7)))])
            try await store.decide([Self.decide(.accept, read, by: Author("rustam", rank: .editor))])
            #expect(try await Self.amount(store) == 5)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func aRecordWithoutStandingClaimsIsNotListed(kind: StoreKind) async throws {
        let article = PlainArticle("y", meetings: [["Masdar"]])
        try await kind.withStore { store async throws in
            let id = try await store.add(article).records[0]
            let claims = try await store.claims(about: id)
            try await store.decide(claims.map { Self.decide(.reject, $0) })
            #expect(try await store.meeting(id) == nil)
            #expect(try await store.meetings(in: nil, page: Page()) == [])
            #expect(try await store.recordValues(.meeting, after: 0, limit: 5).records == [])
            #expect(try await store.claims(about: id) == claims)
            #expect(try await store.records(of: article.document.hash) == [id])
        }
    }

    @Test(arguments: StoreKind.allCases)
    func whatWasRejectedDoesNotComeBackWhenTheDocumentIsReadAgain(kind: StoreKind) async throws {
        var again = Self.article.findings
        again.agreements[0].status = nil
        again.agreements[0].subject = Slot("цемент", citations: again.agreements[0].parties[0].citations)
        // Another deal comes before the known one, which keeps its id.
        again.agreements.insert(
            AgreementFinding(kind: Slot(.memorandum, citations: again.agreements[0].parties[1].citations)), at: 0)
        let findings = again
        try await kind.withStore { store async throws in
            try await store.add(Self.article)
            let amount = try #require(try await store.claims(about: Self.id).first { $0.field == .amount })
            try await store.decide([Self.decide(.reject, amount)])
            let ids = try await store.reread(
                Self.article.document.hash, findings, author: "kelishuv 0.2.0", added: Self.later)
            #expect(ids.count == 2)
            #expect(ids[1] == Self.id)
            let record = try #require(try await store.agreement(Self.id)).finding
            #expect(record.amount == nil)
            #expect(record.status == nil, "the newer reading no longer tells it")
            #expect(record.subject?.value == "цемент")
            #expect(try await store.agreement(ids[0])?.finding.kind?.value == .memorandum)
            let account = try await store.account(of: Self.id)
            #expect(account.entries.first { $0.claim.field == .status }?.state == .superseded)
            #expect(account.entries.count { if case .rejected = $0.state { true } else { false } } == 2)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func whatNoRecordCanShowIsRefusedAndNothingIsRecorded(kind: StoreKind) async throws {
        try await kind.withStore { store async throws in
            try await store.add(Self.article)
            let head = try await store.journalHead()
            let good = try Self.claim(.amount, .money(usd(7)))
            let elsewhere = PlainArticle("unknown")
            let bad = [
                try Self.claim(.amount, .code("signed")), try Self.claim(.status, .code("bought")),
                try Self.claim(.leader, .entity(NamedEntity(name: "A", kind: .person))),
                try Self.claim(.amount, .money(usd(8)), in: elsewhere),
                try Self.claim(.amount, .money(usd(8)), by: .program("p")),
                Claim(
                    record: Self.id, field: .amount, value: .money(usd(8)), citations: [], author: "dilnoza",
                    rank: .person, added: Self.later, confidence: 1),
                Claim(
                    record: RecordID(.agreement, in: Self.article.document.hash, ordinal: 9), field: .amount,
                    value: .money(usd(8)), citations: good.citations, author: "dilnoza", rank: .person,
                    added: Self.later, confidence: 1),
            ]
            for claim in bad {
                await #expect(throws: LedgerFailure.self, "\(claim)") { try await store.claim([claim]) }
            }
            await #expect(throws: LedgerFailure.self) { try await store.decide([Self.decide(.accept, good)]) }
            let read = try await store.claims(about: Self.id)[0]
            await #expect(throws: LedgerFailure.self) {
                try await store.decide([Self.decide(.reject, read, reason: "")])
            }
            #expect(try await store.journalHead() == head)
            #expect(try await Self.amount(store) == 5)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func theJournalTellsEveryChangeAndChainsIt(kind: StoreKind) async throws {
        try await kind.withStore { store async throws in
            #expect(try await store.journalHead() == nil)
            try await Self.fill(store)
            let entries = try await store.journal(after: 0, limit: 100)
            #expect(entries.map(\.number) == Array(1...Int64(entries.count)))
            #expect(entries.suffix(4).map(\.author.name) == ["dilnoza", "dilnoza", "kelishuv 0.1.0", "kelishuv 0.2.0"])
            #expect(try await store.journalHead()?.hash == entries.last?.hash)
            #expect(zip(entries, entries.dropFirst()).allSatisfy { $0.hash == $1.previous })
            #expect(try await store.journalProblems() == [])
            #expect(try await store.journal(after: 2, limit: 1).map(\.number) == [3])
        }
    }

    /// Random documents, a claim, a decision, judgements, a new reading and clusters.
    static func fill(_ store: some LedgerStore) async throws {
        var random = SplitMix64(seed: 5)
        for number in 0..<10 { try await store.add(RandomArticle(label: "\(number)", using: &random)) }
        try await store.add(article)
        let read = try await store.claims(about: id)
        try await store.claim([try claim(.amount, .money(usd(7.25)))])
        try await store.decide([decide(.accept, read[0]), decide(.reject, read[1], reason: "“wrong”\n\u{1}")])
        try await store.judge([
            Judgement(
                .agreement, "a-1", "a-2", .same, score: 1 / 3, reasons: ["та же сумма"], author: .program(author),
                added: time),
            Judgement(.person, "a", "b", .doubtful, score: 0.5, author: .program(author), added: time),
        ])
        _ = try await store.reread(article.document.hash, article.findings, author: "kelishuv 0.2.0", added: later)
        try await store.setClusters(.agreement, ["a-2": "a-1", "a-1": "a-1"])
    }

    @Test(arguments: StoreKind.allCases, StoreKind.allCases)
    func aCopyExportsTheSame(from: StoreKind, to: StoreKind) async throws {
        try await from.withStore { one async throws in
            try await Self.fill(one)
            let expected = try await Self.exported(one)
            try await to.withStore { other async throws in
                try await other.copy(one)
                #expect(try await Self.exported(other) == expected)
                #expect(
                    try await other.agreements(AgreementFilter(), order: .place, page: Page())
                        == one.agreements(AgreementFilter(), order: .place, page: Page()))
                try await one.add(PlainArticle("later", [PlainDeal("Masdar")]))
                try await other.copy(one)
                #expect(try await Self.exported(other) == Self.exported(one))
                try await other.add(PlainArticle("another"))
                try await one.add(PlainArticle("yet another"))
                await #expect(throws: CopyFailure.self) { try await other.copy(one) }
            }
        }
    }

    private static func exported(_ store: some LedgerStore) async throws -> String {
        var text = ""
        try await store.export { text += $0 }
        return text
    }
}
