package import Deals

extension Judgement {
    /// Refuses what no store may keep.
    package func check() throws(LedgerFailure) {
        for id in [first, second] where id.isEmpty || id.utf8.contains(0) {
            throw .malformed(what: "id of a judgement", value: id.withoutNull, expected: "the id of a \(kind.rawValue)")
        }
        guard !first.utf8.elementsEqual(second.utf8) else {
            throw .malformed(what: "judgement on", value: first, expected: "two different ids")
        }
        guard (0...1).contains(score) else {
            throw .malformed(what: "score", value: "\(score)", expected: "a number from 0 to 1")
        }
        for reason in reasons where reason.utf8.contains(0) || reason.utf8.contains(10) {
            throw .malformed(what: "reason", value: reason.withoutNull, expected: "one line of text")
        }
        try Contribution.check(author: author.name, added: added)
    }
}
