import Foundation
import SourceText
import Testing

@testable import Languages

/// The countries' names come from the CLDR data inside Foundation, but for those that
/// `scripts/places/country-aliases.tsv` overrides. Another Foundation may carry another CLDR.
@Suite struct CountryNameTests {
    private static let locales: [(LanguageTag, String)] = [
        (.russian, "ru"), (.uzbekLatin, "uz"), (.uzbekCyrillic, "uz-Cyrl"), (.english, "en"), (.chinese, "zh-Hans"),
    ]

    /// The languages that a supplement row overrides, by country; Uzbek Cyrillic follows an overridden Latin name.
    private static func overridden() throws -> [String: Set<LanguageTag>] {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = root.appendingPathComponent("scripts/places/country-aliases.tsv")
        let table = try TSVTable(
            name: "country-aliases.tsv", text: String(contentsOf: file, encoding: .utf8),
            columns: ["id", "ru", "uz", "uzCyrl", "en", "zh", "aliases", "source"])
        var overridden: [String: Set<LanguageTag>] = [:]
        for row in table.rows {
            for (number, (tag, _)) in locales.enumerated() where !row.cells[number + 1].isEmpty {
                overridden[row.cells[0], default: []].insert(tag)
                if tag == .uzbekLatin { overridden[row.cells[0], default: []].insert(.uzbekCyrillic) }
            }
        }
        return overridden
    }

    private static func plain(_ text: String) -> String {
        var text = text.replacing("\u{A0}", with: " ")
        for mark in ["ʻ", "ʼ", "‘", "’", "`"] { text = text.replacing(mark, with: "'") }
        return text.trimmingCharacters(in: .whitespaces)
    }

    /// Whether this machine's Foundation carries CLDR 46, told by names that this version changed or kept.
    private static let isCLDR46 =
        Locale(identifier: "en").localizedString(forRegionCode: "TR") == "Türkiye"
        && Locale(identifier: "ru").localizedString(forRegionCode: "AE") == "ОАЭ"

    @Test(.enabled(if: isCLDR46, "Foundation carries another CLDR than 46"))
    func namesAreThoseOfCLDR() throws {
        let overridden = try Self.overridden()
        var differences: [String] = []
        for place in try Places.bundled.get().all where place.kind == .country && place.id.utf8.count == 2 {
            for (tag, locale) in Self.locales where !(overridden[place.id]?.contains(tag) ?? false) {
                let name = Self.plain(Locale(identifier: locale).localizedString(forRegionCode: place.id) ?? "")
                // Where CLDR has no Uzbek Cyrillic name, the table transliterates the Latin one.
                let isTransliterated =
                    tag == .uzbekCyrillic
                    && Folding.uzbek(place.name(in: tag) ?? "") == Folding.uzbek(place.name(in: .uzbekLatin) ?? "")
                if !name.isEmpty, name != place.id, name != place.name(in: tag), !isTransliterated {
                    differences.append("\(place.id) \(tag.rawValue): \(place.name(in: tag) ?? "none"), in CLDR \(name)")
                }
            }
        }
        #expect(differences == [])
    }
}
