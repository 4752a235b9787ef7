internal import SourceText

/// How a text becomes the words of a ``SearchKey``.
enum SearchFolding {
    /// - Parameter closing: whether the last character of a Chinese run also stands alone, so that a query of
    ///   one character finds it; a query leaves it out.
    static func words(of text: String, closing: Bool) -> [String] {
        let output = Tokenizer(folding: .uzbek).tokens(of: Array(text.utf8))
        var words: [String] = []
        var run: [String] = []
        func closeRun() {
            for (left, right) in zip(run, run.dropFirst()) { words.append(left + right) }
            if let last = run.last, closing || run.count == 1 { words.append(last) }
            run.removeAll(keepingCapacity: true)
        }
        for token in output.tokens {
            let key = String(decoding: output.folded[Int(token.foldedStart)..<Int(token.foldedEnd)], as: UTF8.self)
            if token.traits.contains(.han) {
                if token.traits.contains(.spaceBefore) { closeRun() }
                run.append(key)
                continue
            }
            closeRun()
            switch token.kind {
            case .number: words.append(key)
            case .word:
                let word = alike(key)
                if !word.isEmpty { words.append(word) }
            case .sign: break
            }
        }
        closeRun()
        return words
    }

    /// Makes alike what spelling habits of Uzbek, Russian and English vary in one name.
    ///
    /// | habit | example | becomes |
    /// | --- | --- | --- |
    /// | o, а | Mirobod, Мирабад | a |
    /// | oʻ, у | Oʻzbekiston, Узбекистан | u |
    /// | x, kh, h | Buxoro, Bukhara, Бухара | h |
    /// | j, zh, dj, dzh | Andijon, Andizhan, Джизак | j |
    /// | ts, s, c before e, i, y | sement, цемент, cement | s |
    /// | q, c, k | Samarqand, Самарканд | k |
    /// | w, v | Kuwait, Кувейт | v |
    /// | y, i, and none before e | Navoiy, Навои; proyekt, proekt | i |
    /// | doubled letters | Yakkasaroy, Якасарай | single |
    /// | apostrophes, soft sign | Mas'ud, Масъуд | none |
    static func alike(_ word: String) -> String {
        let letters = word.unicodeScalars.map(plain)
        var result = String.UnicodeScalarView()
        func append(_ scalar: Unicode.Scalar) {
            if scalar == "e" { while result.last == "i" { result.removeLast() } }
            if result.last != scalar { result.append(scalar) }
        }
        var index = 0
        while index < letters.count {
            let letter = letters[index]
            let next = index + 1 < letters.count ? letters[index + 1] : nil
            var taken = 1
            switch (letter, next) {
            case ("'", _): break
            case ("o", "'"):
                append("u")
                taken = 2
            case ("o", _): append("a")
            case ("k", "h"), ("x", _):
                append("h")
                taken = letter == "k" ? 2 : 1
            case ("z", "h"), ("d", "j"):
                append("j")
                taken = 2
            case ("d", "z") where index + 2 < letters.count && letters[index + 2] == "h":
                append("j")
                taken = 3
            case ("t", "s"):
                append("s")
                taken = 2
            case ("c", "h"), ("s", "h"):
                append(letter)
                append("h")
                taken = 2
            case ("c", "e"), ("c", "i"), ("c", "y"): append("s")
            case ("c", _), ("q", _): append("k")
            case ("w", _): append("v")
            case ("y", _): append("i")
            default: append(letter)
            }
            index += taken
        }
        return String(result)
    }

    /// The letter without the mark that Turkic and European Latin alphabets put on it, and of plain width.
    private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard scalar.value >= 0x80 else { return scalar }
        return switch scalar {
        case "ü", "ú", "ù", "û", "ū": "u"
        case "ö", "ó", "ò", "ô", "ō", "õ": "o"
        case "ä", "á", "à", "â", "ā", "ã", "å": "a"
        case "é", "è", "ê", "ë", "ē": "e"
        case "ı", "í", "ì", "î", "ï", "ī": "i"
        case "ğ": "g"
        case "ñ": "n"
        case "\u{FF41}"..."\u{FF5A}": Unicode.Scalar(UInt8(scalar.value - 0xFF41 + 0x61))
        default: scalar
        }
    }
}
