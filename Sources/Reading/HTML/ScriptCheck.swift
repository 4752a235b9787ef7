internal import SourceText

/// Compares the language that a page names with the letters that it uses.
enum ScriptCheck {
    /// The language, put right where only the script was missing (`uz` over Cyrillic text), or nil when the
    /// text speaks against it: content systems call every page English or Russian.
    static func confirmed(_ language: LanguageTag?, by text: String) -> LanguageTag? {
        guard let language else { return nil }
        var latin = 0
        var cyrillic = 0
        var uzbekCyrillic = 0
        var han = 0
        for scalar in text.unicodeScalars.prefix(20_000) {
            switch scalar.value {
            case 0x41...0x5A, 0x61...0x7A: latin += 1
            // ў қ ғ ҳ
            case 0x040E, 0x045E, 0x0492, 0x0493, 0x049A, 0x049B, 0x04B2, 0x04B3:
                uzbekCyrillic += 1
                cyrillic += 1
            case 0x0400...0x04FF: cyrillic += 1
            // A Chinese character stands for about three letters.
            case 0x3400...0x9FFF: han += 3
            default: break
            }
        }
        let most = max(latin, cyrillic, han)
        guard most > 0 else { return language }
        switch language {
        case .english: return latin == most ? language : nil
        case .chinese: return han == most ? language : nil
        case .russian: return cyrillic == most && uzbekCyrillic * 50 < cyrillic ? language : nil
        case .uzbekLatin, .uzbekCyrillic:
            if cyrillic == most { return .uzbekCyrillic }
            return latin == most ? .uzbekLatin : nil
        }
    }
}
