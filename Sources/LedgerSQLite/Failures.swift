internal import Foundation
internal import GRDB
internal import Ledger

extension LedgerFailure {
    /// What a failure of the database means to the reader.
    init(_ error: DatabaseError, path: String) {
        let detail = error.message ?? error.resultCode.description
        self =
            switch error.resultCode {
            case .SQLITE_FULL: .diskFull(path: path)
            case .SQLITE_BUSY, .SQLITE_LOCKED: .locked(path: path)
            case .SQLITE_NOTADB: .notADatabase(path: path)
            case .SQLITE_READONLY, .SQLITE_PERM: .readOnly(path: path)
            case .SQLITE_CANTOPEN: .cannotOpen(path: path, reason: detail)
            case .SQLITE_CORRUPT: .damaged(path: path, detail: detail)
            case .SQLITE_IOERR: .inputOutput(path: path, detail: detail)
            default: .refused(path: path, detail: detail)
            }
    }

    /// Any failure on the way to the ledger; cancellation and failures of the caller pass through unchanged.
    static func meaning(of error: any Error, path: String) -> any Error {
        switch error {
        case let error as DatabaseError: LedgerFailure(error, path: path)
        default: error
        }
    }
}
