internal import Deals

/// A record in the numbers that comparison needs: about 200 bytes beside its names.
struct PreparedRecord: Sendable {
    let document: Int32
    /// Numbers of names: companies, then institutions.
    let companies: [Int32]
    let institutions: [Int32]
    /// Numbers of places that sign.
    let sides: [Int32]
    /// Number of the place of realisation, or -1.
    let place: Int32
    /// Its name when the gazetteer does not know it, as a hash; 0 for none.
    let placeName: UInt32
    let amount: Money?
    /// The amount in dollars, roughly; 0 when there is none.
    let dollars: Double
    let meaning: SubjectMeaning
    let sector: Sector?
    let kind: AgreementKind?
    let status: AgreementStatus?
    let date: PartialDate?
    let published: PartialDate?
    /// 1 for a single deal, more for a package, 0 for an unnumbered plural.
    let count: Int32

    /// Whether it stands for several deals.
    var isPackage: Bool { count != 1 }
}

/// Names under numbers, each prepared once, and what their comparisons gave.
struct NameStore: Sendable {
    private var numbers: [String: Int32] = [:]
    private(set) var forms: [NameForm] = []
    private var memo: [UInt64: Float] = [:]
    let tables: NameTables
    private var aligner: NameAligner

    init(_ tables: NameTables) {
        self.tables = tables
        aligner = NameAligner(tables)
    }

    /// The number of a name.
    mutating func number(_ name: String, _ kind: NameKind) -> Int32 {
        if let number = numbers[name] { return number }
        let number = Int32(forms.count)
        forms.append(tables.form(of: name, kind))
        numbers[name] = number
        return number
    }

    /// How alike two names are, 0…1; names with different numbers in them ("Plant 2") are different.
    mutating func similarity(_ one: Int32, _ other: Int32) -> Float {
        if one == other { return 1 }
        let key = UInt64(UInt32(bitPattern: min(one, other))) << 32 | UInt64(UInt32(bitPattern: max(one, other)))
        if let known = memo[key] { return known }
        let similarity = aligner.compare(forms[Int(one)], forms[Int(other)])
        let score = similarity.alignment.numbers > 0 ? 0 : Float(similarity.score)
        // A bound on the memory that a long run takes.
        if memo.count > 4_000_000 { memo.removeAll(keepingCapacity: true) }
        memo[key] = score
        return score
    }
}
