import FollowThrough
import Testing

/// Agreement between reviewers, against published and hand-counted tables.
@Suite struct CohenKappaTests {
    private static func kappa(_ table: [[Int]]) -> CohenKappa {
        CohenKappa(
            table.enumerated().flatMap { row, cells in
                cells.enumerated().flatMap { column, count in Array(repeating: (row, column), count: count) }
            })
    }

    /// Rows: the first reviewer's verdicts; columns: the second one's.
    private static let tables: [([[Int]], Double)] = [
        ([[20, 5], [10, 15]], 0.4), ([[45, 15], [25, 15]], 0.1304), ([[25, 35], [5, 35]], 0.2593),
        // Cohen 1960, table 1, whose 200 cases give .492.
        ([[88, 14, 18], [10, 40, 10], [2, 6, 12]], 0.4915),
        ([[10, 0], [0, 10]], 1), ([[0, 10], [10, 0]], -1), ([[5, 5], [5, 5]], 0),
    ]

    @Test(arguments: tables)
    func knownTables(table: [[Int]], expected: Double) throws {
        #expect(abs(try #require(Self.kappa(table).value) - expected) < 0.0001)
    }

    @Test func whatCannotBeTold() {
        #expect(Self.kappa([[]]).value == nil)
        #expect(Self.kappa([[12]]).value == nil, "one verdict only")
        #expect(Self.kappa([[12]]).observed == 1)
    }

    @Test func itsErrorShrinksWithTheCases() throws {
        let few = try #require(Self.kappa([[20, 5], [10, 15]]).standardError)
        let many = try #require(Self.kappa([[200, 50], [100, 150]]).standardError)
        #expect(abs(few - 0.1296) < 0.0001 && abs(many - few / 10.0.squareRoot()) < 0.0001)
    }
}
