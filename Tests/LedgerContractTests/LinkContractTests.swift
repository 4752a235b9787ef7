import Deals
import Ledger
import LedgerTesting
import SourceText
import Testing

/// What every store does with judgements, clusters, keys and the pass over all records.
@Suite struct LinkContractTests {
    private static let program = Author.program("kelishuv 0.1.0")

    private static func judgement(
        _ first: String, _ second: String, _ verdict: Verdict, _ score: Double = 0.5, by author: Author = program
    ) -> Judgement {
        Judgement(
            .agreement, first, second, verdict, score: score, reasons: ["same sum +2", "same company +3"],
            author: author, added: time)
    }

    @Test(arguments: StoreKind.allCases)
    func aPersonOutranksAProgramUntilTheyTakeItBack(kind: StoreKind) async throws {
        let dilnoza = Author.person("dilnoza")
        let said = [
            Self.judgement("a-1", "a-2", .same, 0.9), Self.judgement("a-2", "a-1", .different, 0, by: dilnoza),
            Self.judgement("a-1", "a-2", .doubtful, 0.6), Self.judgement("a-1", "a-2", .withdrawn, 0, by: dilnoza),
        ]
        let standing: [Judgement?] = [said[0], said[1], said[1], said[2]]
        try await kind.withStore { store async throws in
            for (judgement, expected) in zip(said, standing) {
                try await store.judge([judgement])
                #expect(try await store.standing(.agreement, about: "a-2") == [expected].compactMap(\.self))
            }
            #expect(try await store.judgements(on: LinkedPair(.agreement, "a-2", "a-1")) == said)
            #expect(try await store.standing(.meeting, about: "a-2") == [])
            try await store.judge([Self.judgement("a-1", "a-2", .withdrawn, 0)])
            #expect(try await store.standing(.agreement, about: "a-2") == [])
            #expect(try await store.standingCount(.agreement, .doubtful) == 0)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func judgementsComeInPartsAndByVerdict(kind: StoreKind) async throws {
        let said = (0..<25).map { number in
            Self.judgement(
                "a-\(number)", "b-\(number)", [.same, .doubtful, .part][number % 3], Double(number % 7) / 10)
        }
        try await kind.withStore { store async throws in
            try await store.judge(Array(said.prefix(10)))
            try await store.judge(Array(said.dropFirst(10)))
            #expect(try await store.allStanding(.agreement, nil) == said)
            let first = try await store.standing(.agreement, .same, after: 0, limit: 4)
            #expect(first.judgements == Array(said.filter { $0.verdict == .same }.prefix(4)))
            let second = try await store.standing(.agreement, .same, after: try #require(first.next), limit: 5)
            #expect(first.judgements + second.judgements == said.filter { $0.verdict == .same })
            #expect(second.next == nil)
            let queue = try await store.doubtful(.agreement, page: Page(offset: 1, limit: 4))
            let doubtful = said.enumerated().filter { $0.element.verdict == .doubtful }
                .sorted { (-$0.element.score, $0.offset) < (-$1.element.score, $1.offset) }.map(\.element)
            #expect(queue == Array(doubtful[1..<5]))
            #expect(try await store.standingCount(.agreement, .part) == 8)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func aBadJudgementIsRefusedWithThoseBesideIt(kind: StoreKind) async throws {
        let good = Self.judgement("a-1", "a-2", .same)
        let bad = [
            Self.judgement("a-1", "a-1", .same), Self.judgement("", "a-1", .same), Self.judgement("a", "b", .same, 1.5),
            Judgement(.agreement, "a", "b", .same, score: 1, author: Author.person(""), added: time),
            Judgement(.agreement, "a", "b", .same, score: 1, author: Self.program, added: "yesterday"),
            Judgement(.agreement, "a", "b", .same, score: 1, reasons: ["a\nb"], author: Self.program, added: time),
        ]
        try await kind.withStore { store async throws in
            for judgement in bad {
                await #expect(throws: LedgerFailure.self) { try await store.judge([good, judgement]) }
            }
            #expect(try await store.allStanding(.agreement, nil) == [])
        }
    }

    @Test(arguments: StoreKind.allCases)
    func clustersAreAViewThatIsMadeAnew(kind: StoreKind) async throws {
        try await kind.withStore { store async throws in
            #expect(try await store.cluster(.agreement, of: "a-1") == "a-1")
            #expect(try await store.members(.agreement, of: "a-1") == ["a-1"])
            try await store.setClusters(.agreement, ["a-1": "a-1", "a-3": "a-1", "a-2": "a-1"])
            try await store.setClusters(.organisation, ["a-1": "x"])
            #expect(try await store.members(.agreement, of: "a-1") == ["a-1", "a-2", "a-3"])
            try await store.setClusters(.agreement, ["a-3": "a-3"])
            #expect(
                try await store.clusters(.agreement, of: ["a-1", "a-2", "a-3", "a-4"])
                    == ["a-1": "a-1", "a-2": "a-1", "a-3": "a-3", "a-4": "a-4"])
            try await store.forgetClusters(.agreement)
            #expect(try await store.cluster(.agreement, of: "a-2") == "a-2")
            #expect(try await store.cluster(.organisation, of: "a-1") == "x")
        }
    }

    @Test(arguments: StoreKind.allCases)
    func idsFindEachOtherUnderSharedKeys(kind: StoreKind) async throws {
        try await kind.withStore { store async throws in
            try await store.addKeys(.agreement, [LinkKeys("a-2", ["masdar", "usd 5"]), LinkKeys("a-1", ["masdar"])])
            try await store.addKeys(.agreement, [LinkKeys("a-2", ["masdar", "навои"])])
            let keys = ["masdar", "навои", "chint"]
            #expect(
                try await store.ids(.agreement, under: keys, atMost: 5)
                    == ["masdar": ["a-1", "a-2"], "навои": ["a-2"]])
            #expect(try await store.ids(.agreement, under: keys, atMost: 1) == ["навои": ["a-2"]])
            #expect(try await store.ids(.meeting, under: keys, atMost: 5) == [:])
            try await store.forgetKeys(.agreement)
            #expect(try await store.ids(.agreement, under: keys, atMost: 5) == [:])
        }
    }

    @Test(arguments: StoreKind.allCases, 0..<4)
    func onePassSeesEveryRecordOnce(kind: StoreKind, seed: Int) async throws {
        var random = SplitMix64(seed: UInt64(seed))
        let articles = (0..<12).map { RandomArticle(label: "\(seed) \($0)", using: &random) }
        try await kind.withStore { store async throws in
            var expected: [RecordID] = []
            for article in articles { expected += try await store.add(article).records }
            for recordKind in RecordKind.allCases {
                var seen: [RecordValues] = []
                for try await batch in store.batches(of: recordKind, size: 3) { seen += batch }
                #expect(seen.map(\.id) == expected.filter { $0.kind == recordKind })
                for values in seen {
                    let claims = try await store.claims(about: values.id)
                    #expect(Set(values.values.map(\.value)) == Set(claims.map(\.value)))
                    #expect(try await store.summary(of: values.document)?.published == values.published)
                }
                let unknown = RecordID(recordKind, in: DocumentHash(of: [1]), ordinal: 0)
                let some = [seen.last, seen.first].compactMap(\.self)
                #expect(try await store.recordValues(of: some.map(\.id) + [unknown]) == some)
            }
        }
    }
}
