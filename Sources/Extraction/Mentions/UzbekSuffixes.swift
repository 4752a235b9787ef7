internal import Languages
internal import SourceText

/// Case suffixes taken off Uzbek words and names, and names shown in the nominative.
extension UzbekWords {
    /// The folded word without its case suffix.
    func bare(_ index: Int) -> String {
        guard index < tokens.count, tokens[index].kind == .word else { return "" }
        let key = analysis.text.key(index)
        for suffix in Self.cases where key.hasSuffix(suffix) && key.count >= suffix.count + 3 {
            return String(key.dropLast(suffix.count))
        }
        return key
    }

    /// Whether the word carries a suffix that ends a noun phrase.
    func hasCase(_ index: Int) -> Bool {
        let key = analysis.text.key(index)
        return ["ning", "dan", "dagi", "gacha"].contains { key.hasSuffix($0) && key.count >= $0.count + 3 }
            || analysis.places.contains {
                $0.tokens.upperBound == index + 1 && bare(index) != key && Folding.uzbek($0.name).hasSuffix(bare(index))
            }
    }

    /// Whether the word ends like one in an oblique case ("Gamburgda", "Turkiyaning").
    func isOblique(_ index: Int) -> Bool {
        let key = analysis.text.key(index)
        return ["ning", "dan", "dagi", "gacha", "da", "ga", "ni"].contains {
            key.hasSuffix($0) && key.count >= $0.count + 3
        }
    }

    /// "xitoylik", "italiyalik", "nemis" right before a name tells a company of that country.
    func isNationality(_ index: Int) -> Bool {
        guard tokens[index].kind == .word, !tokens[index].traits.contains(.capital),
            let found = analysis.data.gazetteer.adjective(in: analysis.text, at: index)
        else { return false }
        return found.end == index + 1
    }

    /// Whether the word closes a person's name: its surname with a suffix ("Karimovning", "Karimovga").
    func closesName(_ index: Int) -> Bool {
        let key = analysis.text.key(index)
        let stem = bare(index)
        if stem != key, Self.isSurname(stem) { return true }
        return key.hasSuffix("ning") && key.count > 6
    }

    static func isSurname(_ key: String) -> Bool {
        if surnameEnds.contains(where: { key.hasSuffix($0) && key.count >= $0.count + 2 }) { return true }
        return (key.hasSuffix("in") || key.hasSuffix("ina")) && key.count >= 6
    }

    /// Whether the word, with or without a case suffix, looks like a surname of the region.
    func isSurname(_ index: Int) -> Bool {
        guard index < tokens.count, tokens[index].isCapitalised else { return false }
        let key = analysis.text.key(index)
        return Self.isSurname(key) || Self.isSurname(bare(index))
    }

    /// As many of the word's own letters as fold to the given number of bytes.
    func prefix(_ index: Int, folded length: Int) -> String {
        let surface = analysis.text.surface(index)
        let key = analysis.text.key(index)
        guard key.utf8.count > length else { return surface }
        // Typed without ў, қ, ғ, ҳ: the key has other letters, but the suffix the same ones.
        let spare = tokens[index].traits.contains(.cyrillic) ? Folding.uzbek(surface).utf8.count - key.utf8.count : 0
        let length = length + spare
        var best = ""
        for end in surface.indices.dropFirst() {
            let head = String(surface[..<end])
            let width = Folding.uzbek(head).utf8.count
            if width > length { break }
            best = head
            if width == length { break }
        }
        return best.isEmpty ? surface : best
    }

    /// The word of a person's name in the nominative.
    func personWord(_ index: Int) -> String {
        let key = analysis.text.key(index)
        let stem = bare(index)
        guard stem != key else { return repaired(analysis.text.surface(index), index) }
        let suffix = String(key.dropFirst(stem.count))
        let endsInConsonant = stem.last.map { !"aeiou'".contains($0) } ?? false
        let strips =
            !Self.isSurname(key)
            && (Self.isSurname(stem) || ["ning", "larning", "larga", "larni", "gacha", "dagi"].contains(suffix)
                || ["ga", "ni", "dan"].contains(suffix) && endsInConsonant && stem.count >= 4)
        let surface = strips ? prefix(index, folded: stem.utf8.count) : analysis.text.surface(index)
        return repaired(surface, index)
    }

    /// The words of a person's name in the nominative; forms of address are left out.
    func personName(_ range: Range<Int>) -> String {
        var name = ""
        for index in range {
            if tokens[index].kind == .word, Self.titles.contains(analysis.text.key(index)) { continue }
            if !name.isEmpty, tokens[index].traits.contains(.spaceBefore) { name += " " }
            name += index == range.upperBound - 1 ? personWord(index) : repaired(analysis.text.surface(index), index)
        }
        return name
    }

    /// A name as the text writes it, soft hyphens and look-alike letters repaired.
    func name(_ range: Range<Int>, strippingLast: Bool) -> String {
        var name = ""
        for index in range {
            if !name.isEmpty, tokens[index].traits.contains(.spaceBefore) { name += " " }
            if strippingLast, index == range.upperBound - 1, tokens[index].kind == .word {
                let key = analysis.text.key(index)
                let stem = bare(index)
                let isSafe =
                    ["ning", "larning", "dagi", "gacha", "dan"].contains(String(key.dropFirst(stem.count)))
                    || stem != key && Self.inNames.contains(stem)
                name += repaired(isSafe ? prefix(index, folded: stem.utf8.count) : analysis.text.surface(index), index)
            } else {
                name += repaired(analysis.text.surface(index), index)
            }
        }
        return name
    }

    /// Takes soft hyphens out and puts look-alike letters into the script of most letters.
    func repaired(_ word: String, _ index: Int) -> String {
        var scalars = Array(word.unicodeScalars).filter { !(0xAD == $0.value || (0x200B...0x200F).contains($0.value)) }
        if tokens[index].traits.contains(.repaired) {
            let cyrillic = scalars.count { (0x400...0x52F).contains($0.value) }
            let latin = scalars.count { $0.value < 0x250 && $0.properties.isAlphabetic }
            let toLatin = latin >= cyrillic
            scalars = scalars.map { scalar in
                let table = toLatin ? Self.latinOf : Self.cyrillicOf
                return table[scalar] ?? scalar
            }
        }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    static let pairs: [(Unicode.Scalar, Unicode.Scalar)] = [
        ("а", "a"), ("е", "e"), ("о", "o"), ("р", "p"), ("с", "c"), ("у", "y"), ("х", "x"), ("і", "i"), ("А", "A"),
        ("Е", "E"), ("О", "O"), ("Р", "P"), ("С", "C"),
        ("У", "Y"), ("Х", "X"), ("К", "K"), ("М", "M"), ("Т", "T"), ("Н", "H"), ("В", "B"), ("І", "I"), ("к", "k"),
        ("м", "m"), ("т", "t"),
    ]
    static let latinOf = Dictionary(uniqueKeysWithValues: pairs.map { ($0.0, $0.1) })
    static let cyrillicOf = Dictionary(uniqueKeysWithValues: pairs.map { ($0.1, $0.0) })

    /// An institution's name with its head in the nominative.
    func headName(_ range: Range<Int>, _ head: Tag) -> String {
        let last = head.tokens.upperBound - 1
        let before = name(range.lowerBound..<last, strippingLast: false)
        let stem = nominativeLength(last, of: .organisationHead)
        let closing = repaired(prefix(last, folded: stem), last)
        return before.isEmpty ? closing : before + " " + closing
    }

    /// A listed place as the text writes it, without case suffixes; provinces, states and cities without type word.
    func placeName(_ range: Range<Int>, matching listed: String, of place: Place) -> String {
        let output = Tokenizer(folding: .uzbek).tokens(of: Array(listed.utf8))
        guard output.tokens.count == range.count else { return name(range, strippingLast: false) }
        // A word all in capitals may be a headline's; the table has the usual letters.
        if range.allSatisfy({ tokens[$0].kind != .word || tokens[$0].traits.contains(.allCapitals) }),
            place.kind != .country,
            analysis.text.textRange(range).count > 4
        {
            let own = place.name(in: analysis.data.tag) ?? listed
            return Folding.uzbek(listed) == Folding.uzbek(place.name(in: .uzbekLatin) ?? "") ? own : listed
        }
        var words: [String] = []
        var result = ""
        for (offset, index) in range.enumerated() {
            let folded = output.tokens[offset]
            let part = repaired(prefix(index, folded: Int(folded.foldedEnd - folded.foldedStart)), index)
            if !result.isEmpty, tokens[index].traits.contains(.spaceBefore) { result += " " }
            result += part
            words.append(analysis.text.key(index))
        }
        guard range.count > 1, let last = words.last, place.kind == .city || place.kind == .region,
            ["shahri", "shtati", "provinsiyasi", "provintsiyasi", "o'lkasi", "prefekturasi"].contains(where: {
                last.hasPrefix($0)
            }),
            let space = result.lastIndex(of: " ")
        else { return result }
        return String(result[..<space])
    }

    /// A place's type word in the nominative.
    func typeName(_ type: Tag) -> String {
        let last = type.tokens.upperBound - 1
        let closing = prefix(last, folded: nominativeLength(last, of: .placeType))
        guard type.tokens.count > 1 else { return closing }
        return name(type.tokens.lowerBound..<last, strippingLast: false) + " " + closing
    }

    /// The length of the longest stem that the lexicon has for a word, in folded bytes.
    func nominativeLength(_ index: Int, of lexeme: Lexeme) -> Int {
        let key = analysis.text.key(index)
        var best = 0
        for tag in analysis.tags(in: max(0, index - 4)..<(index + 1))
        where tag.lexeme == lexeme && tag.tokens.upperBound == index + 1 {
            let pattern = analysis.data.lexicon.entries[tag.entry].pattern.split(separator: " ").last ?? ""
            let stem = pattern.hasSuffix("+") || pattern.hasSuffix("~") ? pattern.dropLast() : pattern
            best = max(best, stem.utf8.count)
        }
        // "viloyat+" met as "viloyatida": the possessive stays.
        if best > 0, best < key.utf8.count, key.dropFirst(best).hasPrefix("i"), !key.dropFirst(best).hasPrefix("iy") {
            return best + 1
        }
        return best == 0 ? key.utf8.count : best
    }
}
