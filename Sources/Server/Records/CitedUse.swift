import Deals
import Ledger
import SourceText

/// One use of cited words: the record and the field that rest on them.
struct CitedUse: Hashable, Sendable {
    let range: TextRange
    let record: RecordID
    let field: Field
}
