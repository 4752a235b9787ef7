internal import Languages

/// Everything that linkage reads from tables, read once.
public struct LinkTables: Sendable {
    /// For names.
    public let names: NameTables
    let scorer: RecordScorer
    let parity: Parity

    /// The tables that the program carries.
    public static let bundled: Result<LinkTables, any Error> = Result { try LinkTables() }

    init() throws {
        names = try NameTables.bundled.get()
        scorer = RecordScorer(
            weights: try LinkWeights(NameTables.table("link-weights.tsv", ["feature", "weight", "note"])),
            subjects: try SubjectWords(
                NameTables.table("subject-words.tsv", ["class", "weight", "stems", "example"]), names),
            places: PlaceIndex(try Places.bundled.get(), names))
        parity = try Parity(NameTables.table("parity.tsv", ["currency", "perDollar", "source"]))
    }
}
