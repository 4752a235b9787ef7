internal import SourceText

/// A digest tells news that have nothing to do with one another, each under a short heading of its own
/// ("2. Kazakhstan | Food", "3) ВОДА"). What one section leaves out is not looked for in another.
extension Analysis {
    /// The section of each line: 0 before the first heading; empty where the text is no digest.
    func findSections() -> [Int: Int] {
        var headings: [Int] = []
        for (number, passage) in text.passages.enumerated() where isHeading(passage) && !isFurniture[number] {
            headings.append(passage.line)
        }
        guard headings.count >= 3 else { return [:] }
        var sections: [Int: Int] = [:]
        var section = 0
        for passage in text.passages {
            if section < headings.count, passage.line >= headings[section] { section += 1 }
            sections[passage.line] = section
        }
        return sections
    }

    /// A numbered line of a few words without a full stop, with text under it.
    private func isHeading(_ passage: Passage) -> Bool {
        guard passage.opensLine, passage.isUnclosed, passage.tokens.count <= 8,
            passage.tokens.upperBound < text.tokens.count,
            let first = passage.tokens.first, text.tokens[first].kind == .number,
            money(in: passage.tokens).isEmpty
        else { return false }
        let next = text.passages[Int(passageOfToken[passage.tokens.upperBound])]
        return next.opensLine && next.line == passage.line + 1 && next.tokens.count > 8
    }

    /// Whether two passages may speak of the same: in one section, or the text has none.
    func areInOneSection(_ a: Int, _ b: Int) -> Bool {
        sections.isEmpty || sections[text.passages[a].line] == sections[text.passages[b].line]
    }
}
