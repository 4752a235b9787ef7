public import SourceText

/// Why a ledger could not be opened, read or written: always something outside the text that was read.
///
/// Every description is one or two whole sentences that say what happened and what to do about it.
public enum LedgerFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// The disk holds no more; nothing of the document was written.
    case diskFull(path: String)
    /// Another program held the ledger for longer than the store waits.
    case locked(path: String)
    /// The file is no SQLite database.
    case notADatabase(path: String)
    /// A database, but of another program.
    case notALedger(path: String)
    /// Written by a newer version of this program.
    case newerSchema(path: String, found: Int, known: Int)
    /// File or folder may not be written to.
    case readOnly(path: String)
    /// File or folder cannot be made or opened.
    case cannotOpen(path: String, reason: String)
    /// What is stored contradicts itself or the schema.
    case damaged(path: String, detail: String)
    /// Reading or writing failed below the database.
    case inputOutput(path: String, detail: String)
    /// A citation among the findings points into another document than the one being added.
    case foreignCitation(Citation, document: DocumentHash)
    /// A citation among the findings does not fit the document being added.
    case wrongCitation(Citation.Failure, document: DocumentHash)
    /// The author or the time of recording is missing or malformed.
    case malformed(what: String, value: String, expected: String)
    /// The claims about a record cannot be read as one.
    case unreadable(record: RecordID, reason: ClaimMismatch)
    /// The database refused a statement for a reason that should not occur.
    case refused(path: String, detail: String)

    public var description: String {
        switch self {
        case .diskFull(let path):
            "The disk that holds the ledger \(path) is full; nothing of this document was written. "
                + "Free some space and add the document again."
        case .locked(let path):
            "The ledger \(path) is in use by another program that did not let go in time. "
                + "Wait until it has finished, or stop it, and try again."
        case .notADatabase(let path):
            "The file \(path) is not a ledger database. "
                + "Name another file, or move this one away to start a new ledger in its place."
        case .notALedger(let path):
            "The database \(path) belongs to another program and is left as it is. "
                + "Name another file for the ledger."
        case .newerSchema(let path, let found, let known):
            "The ledger \(path) was written by a newer kelishuv (schema \(found); this program knows up to \(known)). "
                + "Install the newer program to open it."
        case .readOnly(let path):
            "The ledger \(path) or its folder may not be written to. "
                + "Give yourself write permission there, or name another file."
        case .cannotOpen(let path, let reason):
            "The ledger \(path) cannot be opened: \(reason). "
                + "Check that the folder exists and may be written to, or name another file."
        case .damaged(let path, let detail):
            "The ledger \(path) is damaged: \(detail). Restore it from a backup."
        case .inputOutput(let path, let detail):
            "Reading or writing the ledger \(path) failed: \(detail). Check the disk and try again."
        case .foreignCitation(let citation, let document):
            "A finding cites “\(citation.exact)” from the document \(citation.document), "
                + "but the document being added is \(document). This is an error of the program; please report it."
        case .wrongCitation(let failure, let document):
            "A finding's citation does not fit the document \(document): \(failure). "
                + "This is an error of the program; please report it."
        case .malformed(let what, let value, let expected):
            "The \(what) “\(value)” cannot be recorded; expected is \(expected)."
        case .unreadable(let record, let reason):
            "The claims about \(record) make no record: \(reason). Restore the ledger from a backup."
        case .refused(let path, let detail):
            "The ledger \(path) refused to record this: \(detail). "
                + "This is an error of the program; please report it."
        }
    }
}

extension LedgerFailure {
    /// A change names a record that the ledger does not hold.
    package static func unknownRecord(_ id: RecordID) -> LedgerFailure {
        .malformed(what: "record", value: id.text, expected: "one that the ledger holds")
    }
    /// A change names a claim that nobody made about its record.
    package static func unknownClaim(_ id: ClaimID) -> LedgerFailure {
        .malformed(what: "claim", value: id.text, expected: "one about the record that is named")
    }
    /// A change names a document that the ledger does not hold.
    package static func unknownDocument(_ hash: DocumentHash) -> LedgerFailure {
        .malformed(what: "document", value: hash.hexadecimal, expected: "one that the ledger holds")
    }
}
