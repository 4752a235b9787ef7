internal import ArgumentParser
internal import Deals
internal import Ledger

/// Which part of a list is shown, and how.
struct ListOptions: ParsableArguments {
    @Flag(help: "Write JSON, one object a line, with the words behind every value.")
    var json = false

    @Option(help: ArgumentHelp("How many to show, 1 to 1000.", valueName: "number"))
    var limit = 50

    @Option(help: ArgumentHelp("How many to pass over before the first.", valueName: "number"))
    var offset = 0

    func validate() throws {
        guard (1...1000).contains(limit) else {
            throw ValidationError("“--limit \(limit)” is out of range. Give a number from 1 to 1000.")
        }
        guard offset >= 0 else {
            throw ValidationError("“--offset \(offset)” is out of range. Give 0 or more.")
        }
    }

    var page: Page { Page(offset: offset, limit: limit) }

    /// What stands under a table: which part of the whole it is, and how to see the next.
    /// - Parameters:
    ///   - shown: how many rows the table has.
    ///   - total: how many there are; nil when the ledger does not count them.
    ///   - noun: what is counted, in the plural.
    func footer(shown: Int, of total: Int?, _ noun: String) -> String {
        if shown == 0 { return offset == 0 ? "No \(noun)." : "No \(noun) from number \(offset + 1) on." }
        let last = offset + shown
        let more = total.map { last < $0 } ?? (shown == limit)
        let whole = total.map { " of \($0)" } ?? ""
        let next = more ? "; --offset \(last) shows the next" : ""
        return "\(noun.prefix(1).uppercased() + noun.dropFirst()) \(offset + 1) to \(last)\(whole)\(next)."
    }
}
