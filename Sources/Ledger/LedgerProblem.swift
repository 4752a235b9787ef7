public import SourceText

/// Something that a stored ledger should not show.
public enum LedgerProblem: Hashable, Sendable, CustomStringConvertible {
    /// The database found its own file inconsistent.
    case file(String)
    /// The document's bytes have another hash than the name under which they are kept, or are gone.
    case document(DocumentHash, String)
    /// A claim cites words that its document does not hold there.
    case citation(RecordID, Citation.Failure)
    /// The claims about a record make no record.
    case claims(RecordID, String)
    /// A record's row, made for filters and orders, is not what its claims add up to.
    case view(RecordID, String)
    /// An entry of the journal does not follow from the one before, or does not say what was recorded.
    case journal(Int64, String)
    /// What counts of the judgements is not what they add up to.
    case judgements(String)

    public var description: String {
        switch self {
        case .file(let detail): "The database file is inconsistent: \(detail)."
        case .document(let hash, let detail): "The document \(hash) is not what was recorded: \(detail)."
        case .citation(let id, let failure): "A claim about \(id) cites wrongly: \(failure)."
        case .claims(let id, let detail): "The claims about \(id) make no record: \(detail)."
        case .journal(let number, let detail): "Entry \(number) of the journal is not what was recorded: \(detail)."
        case .judgements(let detail): "The judgements that count are not those that were made: \(detail)."
        case .view(let id, let detail): "The row of \(id) differs from its claims: \(detail)."
        }
    }
}
