extension LedgerStore {
    /// What a store without files can find wrong: its journal.
    public func verify() async throws -> [LedgerProblem] { try await journalProblems() }

    /// Looks for entries of the journal that do not follow from the one before, or do not say what was recorded: each
    /// is made anew from what it brought, and hashed.
    public func journalProblems() async throws -> [LedgerProblem] {
        var problems: [LedgerProblem] = []
        var previous = JournalEntry.origin
        var number: Int64 = 0
        let head = try await journalHead()?.number ?? 0
        while number < head {
            let entries: [JournalEntry]
            do {
                entries = try await readableJournal(after: number)
            } catch let failure as LedgerFailure {
                problems.append(.journal(number + 1, "it cannot be made anew: \(failure)"))
                previous = ""
                number += 1
                continue
            }
            if entries.isEmpty { break }
            for entry in entries {
                if entry.number != number + 1 {
                    problems.append(.journal(number + 1, "it is missing"))
                } else if !previous.isEmpty, entry.previous != previous {
                    problems.append(.journal(entry.number, "it does not continue the entry before"))
                }
                if entry.expectedHash != entry.hash {
                    problems.append(.journal(entry.number, "its content has another hash"))
                }
                previous = entry.hash
                number = entry.number
            }
        }
        return problems
    }

    /// Whether an entry of the journal has this hash.
    public func journalHolds(_ hash: String) async throws -> Bool {
        var number: Int64 = 0
        while true {
            let entries = try await journal(after: number, limit: 64)
            guard let last = entries.last else { return false }
            if entries.contains(where: { $0.hash == hash }) { return true }
            number = last.number
        }
    }

    /// Several entries, or the next one where one of them cannot be read.
    private func readableJournal(after number: Int64) async throws -> [JournalEntry] {
        do {
            return try await journal(after: number, limit: 64)
        } catch is LedgerFailure {
            return try await journal(after: number, limit: 1)
        }
    }
}
