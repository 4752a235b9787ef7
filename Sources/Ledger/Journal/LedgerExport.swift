internal import Deals

extension LedgerStore {
    /// Writes the whole ledger as JSON Lines: first what the file is, then the journal from its first entry, then the
    /// clusters. Stores that hold the same give the same bytes.
    ///
    /// An entry's line has its number, change, author, rank, time, both hashes, and its content, documents with their
    /// text (and their bytes in Base64 where these are not the text's). A cluster's line has kind, id and cluster.
    /// - Parameter write: takes whole lines, each with its line feed.
    public func export(_ write: (String) throws -> Void) async throws {
        try write(#"{"format":"kelishuv ledger","version":1}"# + "\n")
        var number: Int64 = 0
        while true {
            let entries = try await journal(after: number, limit: 64)
            guard let last = entries.last else { break }
            try write(entries.map { $0.line + "\n" }.joined())
            number = last.number
        }
        for kind in LinkedKind.allCases {
            var id = ""
            while true {
                let part = try await clustered(kind, after: id, limit: 10_000)
                guard let last = part.last else { break }
                try write(part.map { Self.line(kind, $0) + "\n" }.joined())
                id = last.id
            }
        }
    }

    private static func line(_ kind: LinkedKind, _ member: ClusteredID) -> String {
        JSON.object([
            ("kind", .string(kind.rawValue)), ("id", .string(member.id)), ("cluster", .string(member.cluster)),
        ]).text
    }

    /// Copies another ledger into this one, which is empty or holds the beginning of the other: every change with its
    /// author and time, so that both journals have the same hashes, and the clusters. Blocking keys are not copied; the
    /// linkage makes them anew.
    /// - Parameter progress: is told how many changes were copied so far.
    /// - Throws: ``CopyFailure`` when this ledger holds something else; failures of either store.
    public func copy(_ other: some LedgerStore, progress: (Int64) -> Void = { _ in }) async throws {
        var number: Int64 = 0
        if let head = try await journalHead() {
            let same = try await other.journal(after: head.number - 1, limit: 1).first
            guard same?.hash == head.hash else { throw CopyFailure() }
            number = head.number
        }
        while true {
            let entries = try await other.journal(after: number, limit: 64)
            guard let last = entries.last else { break }
            for entry in entries { try await record(entry.change, author: entry.author, added: entry.added) }
            number = last.number
            progress(number)
        }
        for kind in LinkedKind.allCases {
            try await forgetClusters(kind)
            var id = ""
            while true {
                let part = try await other.clustered(kind, after: id, limit: 10_000)
                guard let last = part.last else { break }
                try await setClusters(kind, Dictionary(part.map { ($0.id, $0.cluster) }) { $1 })
                id = last.id
            }
        }
    }
}

/// Why a ledger could not be copied.
public struct CopyFailure: Error, Hashable, Sendable, CustomStringConvertible {
    public var description: String {
        "The ledger to copy into holds other changes than the one to copy from. Name an empty one, or one that an "
            + "earlier copy of the same ledger made."
    }
}

extension JournalEntry {
    /// The entry as a line of the export.
    var line: String {
        JSON.object([
            ("entry", .integer(Int(number))), ("change", .string(change.name)), ("author", .string(author.name)),
            ("rank", .integer(author.rank.rawValue)), ("added", .string(added)), ("previous", .string(previous)),
            ("hash", .string(hash)), ("content", change.json(withText: true)),
        ]).text
    }
}
