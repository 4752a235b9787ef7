internal import Foundation

/// Whether two names or phrases mean the same, as the gold's scoring counts it: words up to inflection and spelling slips,
/// without legal forms and the words for kinds of places; Chinese by pairs of characters.
enum NameLikeness {
    /// Words that part no company from another.
    private static let legal = words(
        """
        ооо оао зао пао ао тоо чп ип гуп мчж мчҗ аж хк қк кк ok mchj mchzh aj xk qk llc ltd limited co inc corp corporation
        company companies gmbh plc jsc ojsc sa ag spa bv nv pte pty llp kg kft компания компании компанию компанией kompaniyasi
        kompaniya компанияси фирма firma корпорация korporatsiyasi корпорацияси the of and и va ва
        """)
    /// Words for the kind of a place or for who governs it.
    private static let types = words(
        """
        район района районе районы tumani tuman тумани туман district область области viloyati viloyat вилояти вилоят region
        province город города г shahri shahar шаҳри шаҳар city республика respublikasi республикаси republic хокимият хокимията
        hokimligi hokimiyati ҳокимлиги ҳокимияти khokimiyat hokimiyat делегация делегации delegatsiyasi делегацияси delegation
        администрация administration
        """)
    private static let chineseForms = ["有限公司", "股份", "公司", "集团"]
    private static let apostrophes: Set<Unicode.Scalar> = ["ʻ", "ʼ", "‘", "’", "`", "´", "'"]
    private static let signs = Set("«»\"“”„()[],.;:!?/\\–—-".unicodeScalars)

    private static func words(_ text: String) -> Set<String> {
        Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
    }

    /// Names in their compatibility form, lower case, with one apostrophe, signs as spaces.
    static func fold(_ text: String) -> String {
        let plain = text.precomposedStringWithCompatibilityMapping.lowercased().replacing("ß", with: "ss")
        var result = String.UnicodeScalarView()
        var isSign = false
        for scalar in plain.unicodeScalars {
            if signs.contains(scalar) {
                if !isSign { result.append(" ") }
                isSign = true
                continue
            }
            isSign = false
            result.append(apostrophes.contains(scalar) ? "'" : scalar == "ё" ? "е" : scalar)
        }
        return String(result)
    }

    static func tokens(_ text: String) -> [String] {
        let all = fold(text).split(whereSeparator: \.isWhitespace).map(String.init)
        let kept = all.filter { !legal.contains($0) && !types.contains($0) }
        return kept.isEmpty ? all : kept
    }

    private static func commonPrefix(_ a: String, _ b: String) -> Int {
        zip(a.unicodeScalars, b.unicodeScalars).prefix { $0 == $1 }.count
    }

    private static func length(_ word: String) -> Int { word.unicodeScalars.count }

    /// Two words are one up to inflection or a spelling slip.
    static func alike(_ a: String, _ b: String) -> Bool {
        if a == b { return true }
        guard min(length(a), length(b)) >= 4 else { return false }
        let prefix = commonPrefix(a, b)
        if prefix >= 4, Double(prefix) >= 0.55 * Double(max(length(a), length(b))) { return true }
        return SequenceRatio(a, b).value >= 0.84
    }

    /// The same word in two case forms: nothing but a short ending differs.
    private static func inflected(_ a: String, _ b: String) -> Bool {
        let prefix = commonPrefix(a, b)
        return a == b || prefix >= 4 && max(length(a), length(b)) - prefix <= 3
    }

    /// - Parameter least: the share of words that must be alike, 0…1.
    static func same(_ a: String, _ b: String, least: Double = 0.6) -> Bool {
        guard !a.isEmpty, !b.isEmpty else { return false }
        if isChinese(a) || isChinese(b) { return sameChinese(a, b, least) }
        let x = tokens(a)
        let y = tokens(b)
        var left = y
        var hits = 0
        for word in x {
            guard let index = left.firstIndex(where: { alike(word, $0) }) else { continue }
            hits += 1
            left.remove(at: index)
        }
        guard hits > 0 else { return false }
        if 2 * Double(hits) / Double(x.count + y.count) >= least { return true }
        let (few, many) = x.count < y.count ? (x, y) : (y, x)
        return few.reduce(0) { $0 + length($1) } >= 5
            && few.allSatisfy { word in many.contains { inflected(word, $0) } }
    }

    static func samePhrase(_ a: String, _ b: String) -> Bool { same(a, b, least: 0.4) }

    private static func isChinese(_ text: String) -> Bool {
        text.unicodeScalars.contains { (0x3400...0x9FFF).contains($0.value) }
    }

    private static func sameChinese(_ a: String, _ b: String, _ least: Double) -> Bool {
        func bare(_ text: String) -> [Unicode.Scalar] {
            var plain = String(fold(text).filter { !$0.isWhitespace })
            for form in chineseForms { plain = plain.replacing(form, with: "") }
            return Array(plain.unicodeScalars)
        }
        let x = bare(a)
        let y = bare(b)
        guard !x.isEmpty, !y.isEmpty else { return false }
        if x.holds(y) || y.holds(x) { return true }
        let p = pairs(x)
        let q = pairs(y)
        return 2 * Double(p.intersection(q).count) / Double(p.count + q.count) >= least
    }

    private static func pairs(_ text: [Unicode.Scalar]) -> Set<[Unicode.Scalar]> {
        text.count < 2 ? [text] : Set(text.indices.dropLast().map { [text[$0], text[$0 + 1]] })
    }
}

extension Array where Element: Equatable {
    /// Whether another sequence stands in this one without a gap.
    fileprivate func holds(_ other: [Element]) -> Bool {
        guard other.count <= count else { return false }
        return (0...(count - other.count)).contains { Array(self[$0..<($0 + other.count)]) == other }
    }
}
