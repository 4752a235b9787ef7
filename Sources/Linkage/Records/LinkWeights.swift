internal import Languages

/// What each thing that a comparison can see weighs, in log-odds (`link-weights.tsv`).
struct LinkWeights: Sendable {
    /// What can be seen of two records; the table writes `companySame` as `company.same`.
    enum Feature: Int, CaseIterable, Sendable {
        case prior, companySame, companyRare, companyNear, companyOther
        case companySecond, companyExtra, sideSame, sideOther, placeSame
        case placeInside, placeSibling, placeOther, placeCountry, amountSame
        case amountNear, amountRevised, amountOther, sectorSame, sectorOther
        case subjectSame, subjectOther, figureSame, figureOther, loanOne
        case kindSame, kindStage, kindOpen, daySame, monthSame
        case dateNear, dateLater, dateOther, dateBack, documentSame

        static let names: [String] = allCases.map { feature in
            "\(feature)".map { $0.isUppercase ? "." + $0.lowercased() : String($0) }.joined()
        }
        var name: String { Self.names[rawValue] }
    }

    private let values: [Double]

    init(_ table: TSVTable) throws {
        try table.refuseRepeats(of: [0])
        var found = [Double?](repeating: nil, count: Feature.allCases.count)
        for row in table.rows {
            guard let feature = Feature.names.firstIndex(of: row.cells[0]), let value = Double(row.cells[1]) else {
                throw table.failure(row, "a feature and a number are needed")
            }
            found[feature] = value
        }
        values = try Feature.allCases.map { feature in
            guard let value = found[feature.rawValue] else {
                throw table.failure("no row for “\(feature.name)”")
            }
            return value
        }
    }

    subscript(feature: Feature) -> Double { values[feature.rawValue] }
}

/// One thing that was seen of two records, and what it weighs.
public struct Reason: Sendable, Hashable, CustomStringConvertible {
    /// Which ("amount.same"); the table of weights says what it means.
    public let feature: String
    /// In log-odds.
    public let weight: Double
    /// "amount.same +3.5".
    public var description: String {
        let tenths = Int((weight * 10).rounded())
        return "\(feature) \(tenths < 0 ? "-" : "+")\(abs(tenths) / 10).\(abs(tenths) % 10)"
    }
}
