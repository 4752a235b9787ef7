/// The languages and scripts that the program reads, as BCP 47 tags.
public enum LanguageTag: String, CaseIterable, Hashable, Sendable, Codable {
    case russian = "ru"
    case uzbekLatin = "uz-Latn"
    case uzbekCyrillic = "uz-Cyrl"
    case english = "en"
    case chinese = "zh"

    /// Reads a tag as pages give it: "ru-RU", "uz", "UZ_Cyrl", "zh-Hans-CN", "en-GB".
    /// A bare "uz" means the Latin script.
    public init?(lenient text: String) {
        let parts = text.lowercased().split(whereSeparator: { $0 == "-" || $0 == "_" })
        switch parts.first {
        case "ru": self = .russian
        case "en": self = .english
        case "zh": self = .chinese
        case "uz": self = parts.dropFirst().contains("cyrl") ? .uzbekCyrillic : .uzbekLatin
        default: return nil
        }
    }

    /// Whether the language is Uzbek in either script.
    public var isUzbek: Bool { self == .uzbekLatin || self == .uzbekCyrillic }
}
