internal import Languages
internal import SourceText

/// Forms that names of organisations take in Russian sentences: declined in their quotes, rows of branches.
extension RussianNames {
    /// "кредит «Самарканд Агробанка»", "рассказал «Вестнику экспортёра»": a name declined inside its quotes.
    func declined(_ inner: Range<Int>, _ analysis: Analysis, isDative: Bool) -> String {
        let name = analysis.words(inner)
        for ending in ["банка", "банку", "банком", "банке"] where name.lowercased().hasSuffix(ending) {
            return String(name.dropLast(ending.count - 4))
        }
        let first = analysis.text.surface(inner.lowerBound)
        if isDative, first.count > 5, first.hasSuffix("ку") || first.hasSuffix("ру") {
            return String(first.dropLast()) + String(name.dropFirst(first.count))
        }
        return name
    }

    /// "Министерство инвестиций, промышленности и торговли": the end of a row of branches with commas.
    func branches(behind head: Tag, _ analysis: Analysis) -> Int? {
        let key = analysis.text.key(head.tokens.lowerBound)
        guard
            ["министерств", "комитет", "госкомитет", "агентств", "управлени", "департамент", "отдел", "комисси"]
                .contains(
                    where: { key.hasPrefix($0) })
        else { return nil }
        let tokens = analysis.text.tokens
        var at = head.tokens.upperBound
        var commas = 0
        while at < tokens.count, at - head.tokens.upperBound < 14, !tokens[at].traits.contains(.lineBefore) {
            let start = at
            while at < tokens.count, at - start < 4, isGenitive(at, analysis), analysis.text.key(at) != "и" { at += 1 }
            guard at > start, at < tokens.count else { return nil }
            if tokens[at].isSign(",") {
                commas += 1
            } else if analysis.text.key(at) == "и", commas > 0, isGenitive(at + 1, analysis) {
                at += 1
                while at < tokens.count, isGenitive(at, analysis), !tokens[at].traits.contains(.capital) { at += 1 }
                return at
            } else {
                return nil
            }
            at += 1
        }
        return nil
    }
}
