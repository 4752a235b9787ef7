internal import Languages
internal import SourceText

/// Words of which the names of persons are made.
extension UzbekWords {
    func isNameWord(_ index: Int) -> Bool {
        guard index < tokens.count else { return false }
        let token = tokens[index]
        guard token.isCapitalised, token.end - token.start > 1, !analysis.overlapsOrganisation(index..<(index + 1))
        else { return false }
        guard !token.traits.contains(.allCapitals) || Self.isSurname(bare(index)) && !isHeadline(index) else {
            return false
        }
        return true
    }

    /// "F." of "F. Nazirov", "Sh." of "Sh.Olimjonov".
    func isInitial(_ index: Int) -> Bool {
        guard index + 1 < tokens.count else { return false }
        let token = tokens[index]
        guard token.isCapitalised, tokens[index + 1].isSign("."), !tokens[index + 1].traits.contains(.spaceBefore)
        else { return false }
        let letters = analysis.text.surface(index).unicodeScalars.count
        let key = analysis.text.key(index)
        return letters == 1 || ["sh", "ch", "ya", "yu", "yo", "o'", "g'", "dj", "ye"].contains(key)
    }

    /// "Ivanovich", "Petrovna": a surname may follow.
    func isPatronymic(_ index: Int) -> Bool {
        let key = analysis.text.key(index)
        return key.hasSuffix("vich") || key.hasSuffix("vna")
    }

    /// A capital of its own that no stop makes an initial.
    func isSingleLetter(_ index: Int) -> Bool {
        guard index < tokens.count, tokens[index].isCapitalised, analysis.text.surface(index).unicodeScalars.count == 1
        else { return false }
        return index + 1 == tokens.count || !tokens[index + 1].isSign(".")
            || tokens[index + 1].traits.contains(.spaceBefore)
    }

    /// Whether an office, with nothing but its place between, stands before the name.
    func isRoleBefore(_ start: Int) -> Bool {
        if analysis.tag(endingAt: start, .role) != nil { return true }
        // "hokimi v.b. Qahramon Boltayev", "raisi, professor …" with a stop between.
        guard start >= 2 else { return false }
        if tokens[start - 1].isSign("."),
            analysis.tag(endingAt: start - 1, .role) != nil
                || key(start - 2) == "b" && analysis.has(.role, in: max(0, start - 6)..<start)
        {
            return analysis.passageOfToken[start - 1] == analysis.passageOfToken[start]
        }
        return false
    }

    /// Whether a word behind a given name may be a surname: no suffix of an oblique case, no common word.
    func mayFollowGiven(_ index: Int) -> Bool {
        let classes: LexemeSet = [.notName, .placeType, .companyWord, .organisationHead, .role, .legalForm, .project]
        guard !analysis.tags(in: index..<(index + 1)).contains(where: { classes.contains($0.lexeme) }) else {
            return false
        }
        return !analysis.overlapsPlace(index..<(index + 1)) && nameWords(index..<(index + 1)) == 0
    }

    /// Whether the words of a range are a person's name by themselves.
    func isPersonLike(_ range: Range<Int>) -> Bool {
        let words = range.filter { tokens[$0].kind == .word && isCapital($0) }
        guard words.count >= 2, words.count <= 3, nameWords(range) == 0 else { return false }
        if words.dropFirst().contains(where: { isSurname($0) && !isPlaceWord($0) }) { return true }
        return analysis.tag(at: words[0], .givenName) != nil && words.count == 2 && mayFollowGiven(words[1])
    }

    func isPlaceWord(_ index: Int) -> Bool { analysis.overlapsPlace(index..<(index + 1)) }

    /// Whether an office before or a verb of speech beside the range says that it is a person.
    func isPersonBeside(_ range: Range<Int>) -> Bool {
        if isRoleBefore(range.lowerBound) { return true }
        let before = range.lowerBound
        if before > 0, analysis.tag(endingAt: before, .speech) != nil, !tokens[before].traits.contains(.lineBefore) {
            return true
        }
        let after = range.upperBound
        // "Kim Dohyon rahbarlik qilmoqda", "… boshchiligidagi".
        return analysis.tag(at: after, .speech) != nil || analysis.tag(at: after, .lead) != nil
    }
}
