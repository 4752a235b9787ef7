internal import Languages
internal import SourceText

/// Runs of capitalised words with what may stand inside a company's name.
extension UzbekWords {
    /// A run of capitalised words with what may stand inside a company's name; genitives and case suffixes end it.
    func run(at start: Int, until isTaken: (Int) -> Bool) -> Range<Int>? {
        guard isRunWord(start), !isTaken(start) else { return nil }
        var end = start + 1
        while end < tokens.count, !tokens[end].traits.contains(.lineBefore), !isTaken(end) {
            let previous = end - 1
            if tokens[previous].kind == .word, hasCase(previous), endsPhrase(previous) { break }
            if isRunWord(end), tokens[end].traits.contains(.spaceBefore) {
                // A new place or office begins another phrase.
                end += 1
            } else if tokens[end].isSign("&") || tokens[end].isSign("+"), isRunWord(end + 1), !isTaken(end + 1) {
                end += 2
            } else if tokens[end].isSign("-"), !tokens[end].traits.contains(.spaceBefore), isRunWord(end + 1),
                !tokens[end + 1].traits.contains(.spaceBefore), !isTaken(end + 1)
            {
                end += 2
            } else if tokens[end].isSign(","), ["ltd", "inc", "llc", "co", "limited"].contains(key(end + 1)) {
                end += 2
            } else if tokens[end].isSign("."), !tokens[end].traits.contains(.spaceBefore), isAbbreviation(end) {
                end += 1
            } else if isDottedForm(end) {
                end += 4  // S.p.A
            } else if ["of", "and", "for", "del", "de", "und"].contains(key(end)), isRunWord(end + 1), !isTaken(end + 1)
            {
                end += 2
            } else {
                break
            }
        }
        return start..<end
    }

    func key(_ index: Int) -> String { index < tokens.count ? analysis.text.key(index) : "" }

    func isRunWord(_ index: Int) -> Bool { index < tokens.count && tokens[index].isCapitalised }

    func endsPhrase(_ index: Int) -> Bool {
        let key = analysis.text.key(index)
        if key.hasSuffix("ning") { return true }
        return analysis.places.contains { $0.tokens.upperBound == index + 1 } || isOpener(index)
    }

    /// ".p.A" of "S.p.A."
    func isDottedForm(_ stop: Int) -> Bool {
        stop + 3 < tokens.count && tokens[stop].isSign(".") && key(stop - 1) == "s" && key(stop + 1) == "p"
            && tokens[stop + 2].isSign(".")
            && key(stop + 3) == "a"
    }

    /// "Co.", "Corp.", "A.Ş.": a stop that belongs to the name.
    func isAbbreviation(_ stop: Int) -> Bool {
        let word = tokens[stop - 1]
        if ["co", "ltd", "inc", "corp"].contains(key(stop - 1)) {
            return stop + 1 < tokens.count
                && (analysis.passageOfToken[stop] == analysis.passageOfToken[stop + 1]
                    || tokens[stop + 1].kind == .sign)
        }
        return word.kind == .word && word.end - word.start <= 2 && word.traits.contains(.latin)
            && stop + 1 < tokens.count
            && isRunWord(stop + 1) && !tokens[stop + 1].traits.contains(.spaceBefore)
    }
}
