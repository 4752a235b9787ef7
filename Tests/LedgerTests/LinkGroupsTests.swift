import Deals
import Ledger
import Testing

/// Groups that judgements make.
@Suite struct LinkGroupsTests {
    private static func said(
        _ first: String, _ second: String, _ verdict: Verdict, _ score: Double = 0.9,
        by author: Author = .program("kelishuv 0.1.0")
    ) -> Judgement {
        Judgement(.agreement, first, second, verdict, score: score, author: author, added: "2026-01-01T00:00:00Z")
    }

    @Test func whatIsOneComesTogether() {
        let groups = LinkGroups.groups(
            of: ["a", "b", "c", "d"], by: [Self.said("a", "c", .same), Self.said("d", "c", .same)])
        #expect(groups == [["a", "c", "d"], ["b"]])
    }

    /// The weaker of two ways to join what is different gives way.
    @Test func whatIsDifferentStaysApart() {
        let judgements = [
            Self.said("a", "c", .same, 0.95), Self.said("b", "c", .same, 0.92),
            Self.said("a", "b", .different, 0, by: .person("dilnoza")),
        ]
        #expect(LinkGroups.groups(of: ["a", "b", "c"], by: judgements) == [["a", "c"], ["b"]])
    }

    @Test func aPersonsWordComesFirst() {
        let judgements = [
            Self.said("a", "c", .same, 0.99), Self.said("b", "c", .same, 1, by: .person("dilnoza")),
            Self.said("a", "b", .different, 0.1),
        ]
        #expect(LinkGroups.groups(of: ["a", "b", "c"], by: judgements) == [["a"], ["b", "c"]])
    }

    @Test func doubtAndOthersPairsJoinNothing() {
        let judgements = [Self.said("a", "b", .doubtful), Self.said("a", "x", .same), Self.said("x", "b", .same)]
        #expect(LinkGroups.groups(of: ["a", "b"], by: judgements) == [["a"], ["b"]])
    }
}
