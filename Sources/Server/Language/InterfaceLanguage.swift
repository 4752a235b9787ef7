import SourceText

/// The languages in which the pages speak.
enum InterfaceLanguage: String, CaseIterable, Hashable, Sendable {
    case english = "en"
    case russian = "ru"
    case uzbek = "uz"
    case uzbekCyrillic = "uz-Cyrl"
    case chinese = "zh"

    /// The language's own name, as its link says it.
    var name: String {
        switch self {
        case .english: "English"
        case .russian: "Русский"
        case .uzbek: "Oʻzbekcha"
        case .uzbekCyrillic: "Ўзбекча"
        case .chinese: "中文"
        }
    }

    /// The language of documents whose names of places this one takes.
    var documentTag: LanguageTag {
        switch self {
        case .english: .english
        case .russian: .russian
        case .uzbek: .uzbekLatin
        case .uzbekCyrillic: .uzbekCyrillic
        case .chinese: .chinese
        }
    }

    /// What was asked for first: the address, then the cookie, then the browser's languages, then English.
    static func choose(address: String?, cookie: String?, acceptLanguage: String?) -> InterfaceLanguage {
        if let address, let language = Self(rawValue: address) { return language }
        if let cookie, let language = Self(rawValue: cookie) { return language }
        return acceptLanguage.flatMap(preferred(in:)) ?? .english
    }

    /// The first of our languages in an Accept-Language header, by weight (RFC 9110, section 12.5.4).
    static func preferred(in header: String) -> InterfaceLanguage? {
        var best: (language: InterfaceLanguage, weight: Double)?
        for item in header.split(separator: ",").prefix(20) {
            let parts = item.split(separator: ";").map { $0.drop(while: { $0 == " " }) }
            guard let tag = parts.first?.filter({ $0 != " " }), let primary = tag.split(separator: "-").first,
                let language = tag.lowercased().hasPrefix("uz-cyrl")
                    ? .uzbekCyrillic : Self(rawValue: primary.lowercased())
            else { continue }
            let quality = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            guard quality > 0, quality > best?.weight ?? 0 else { continue }
            best = (language, quality)
        }
        return best?.language
    }

    /// Which of a counted noun's forms stands after a whole number (CLDR plural rules, cardinal).
    ///
    /// English: one, other. Russian: one, few, many. Uzbek nouns stay in the singular after a number, so
    /// CLDR's two categories share one form.
    func pluralForm(of number: Int) -> Int {
        let absolute = number.magnitude
        switch self {
        case .english: return absolute == 1 ? 0 : 1
        case .uzbek, .uzbekCyrillic, .chinese: return 0
        case .russian:
            let (ten, hundred) = (absolute % 10, absolute % 100)
            if ten == 1, hundred != 11 { return 0 }
            if (2...4).contains(ten), !(12...14).contains(hundred) { return 1 }
            return 2
        }
    }

    /// How many forms a counted noun has in the string table.
    var pluralForms: Int {
        switch self {
        case .english: 2
        case .russian: 3
        case .uzbek, .uzbekCyrillic, .chinese: 1
        }
    }
}
