internal import Foundation

/// How much each piece of evidence weighs in the confidence of a value: a logistic model fitted by `scripts/calibrate` on
/// documents that the rules had not seen (`Resources/confidence.tsv`).
public struct ConfidenceWeights: Sendable {
    private let weights: [String: Double]

    /// The weights that the program carries. They are tested with the program: a broken table is no input that a caller could
    /// mend, so it ends the program with the table's name and line.
    public static let carried: ConfidenceWeights = {
        do {
            return try ConfidenceWeights(
                table: TSVTable.resource("confidence.tsv", columns: ["evidence", "weight", "source"]))
        } catch { fatalError("a table that the program carries is broken: \(error)") }
    }()

    /// - Throws: ``TSVTable/Failure`` for evidence that stands twice or a weight that is no number.
    init(table: TSVTable) throws {
        try table.refuseRepeats(of: [0])
        var weights: [String: Double] = [:]
        for row in table.rows {
            guard let weight = Double(row.cells[1]), weight.isFinite else {
                throw table.failure(row, "the weight “\(row.cells[1])” is no number")
            }
            weights[row.cells[0]] = weight
        }
        self.weights = weights
    }

    /// The share of values with such evidence that is right, 0…1; evidence that was never seen weighs nothing.
    public func confidence(_ evidence: [String]) -> Double {
        let sum = evidence.reduce(weights["always", default: 0]) { $0 + weights[$1, default: 0] }
        return 1 / (1 + exp(-sum))
    }
}
