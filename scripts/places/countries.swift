// Writes countries.tsv: one row for every ISO 3166-1 country.
//
//   swift scripts/places/countries.swift > Sources/Languages/Resources/Places/countries.tsv
//
// Names come from the CLDR data inside Foundation (Locale.localizedString(forRegionCode:)); where
// CLDR's wording is not what news writes ("Китай континентальный"), country-aliases.tsv gives the
// name. Supplement columns: id ru uz uzCyrl en zh aliases source; an empty name cell keeps CLDR's.
// Missing Uzbek Cyrillic is transliterated from Uzbek Latin.
import Foundation

let folder = URL(fileURLWithPath: CommandLine.arguments.first { $0.hasSuffix("countries.swift") } ?? #filePath)
    .deletingLastPathComponent()
let supplementFile = FileManager.default.fileExists(atPath: folder.appendingPathComponent("country-aliases.tsv").path)
    ? folder.appendingPathComponent("country-aliases.tsv") : URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("country-aliases.tsv")

// Codes with no population that signs deals, and CLDR's own pseudo-regions.
let left: Set<String> = ["AC", "AQ", "BV", "CP", "CQ", "DG", "EA", "EU", "EZ", "HM", "IC", "IO", "TA", "TF", "UM", "UN", "QO", "XA", "XB", "ZZ", "GS", "PN", "SJ", "CC", "CX", "NF"]

func cyrillic(_ text: String) -> String {
    let pairs: [(String, String)] = [("o'", "ў"), ("g'", "ғ"), ("sh", "ш"), ("ch", "ч"), ("yo", "ё"), ("yu", "ю"), ("ya", "я"), ("ye", "е")]
    let single: [Character: String] = Dictionary(uniqueKeysWithValues: zip("abdefghijklmnopqrstuvxyz'", ["а", "б", "д", "е", "ф", "г", "ҳ", "и", "ж", "к", "л", "м", "н", "о", "п", "қ", "р", "с", "т", "у", "в", "х", "й", "з", "ъ"]))
    var result = "", rest = Substring(text)
    while let first = rest.first {
        var piece = single[Character(first.lowercased())] ?? String(first), width = 1
        for (latin, cyr) in pairs where rest.lowercased().hasPrefix(latin) { piece = cyr; width = latin.count; break }
        if first.lowercased() == "e", result.last.map({ !$0.isLetter || "аеиоуўэёюя".contains($0.lowercased()) }) ?? true { piece = "э" }
        result += first.isUppercase ? piece.prefix(1).uppercased() + piece.dropFirst() : piece
        rest = rest.dropFirst(width)
    }
    return result
}
func plain(_ text: String) -> String {
    var t = text
    for mark in ["ʻ", "ʼ", "‘", "’", "`"] { t = t.replacingOccurrences(of: mark, with: "'") }
    return t.replacingOccurrences(of: "\u{00A0}", with: " ").trimmingCharacters(in: .whitespaces)
}

var supplement: [String: [String]] = [:]
for line in try String(contentsOf: supplementFile, encoding: .utf8).split(separator: "\n").dropFirst() {
    let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    precondition(cells.count == 8, "country-aliases.tsv: \(cells.count) columns: \(line)")
    precondition(supplement.updateValue(cells, forKey: cells[0]) == nil, "twice: \(cells[0])")
}

let locales = ["ru", "uz", "uz-Cyrl", "en", "zh-Hans"].map(Locale.init(identifier:))
print("id\tkind\tparent\tru\tuz\tuzCyrl\ten\tzh\taliases\tsource")
for region in Locale.Region.isoRegions.map(\.identifier).sorted() {
    guard region.count == 2, region.allSatisfy(\.isLetter), !left.contains(region) else { continue }
    let extra = supplement.removeValue(forKey: region) ?? [region, "", "", "", "", "", "", ""]
    let cldr = locales.map { plain($0.localizedString(forRegionCode: region) ?? "") }
    if cldr[3].isEmpty || cldr[3] == region { continue }
    var names = cldr.map { $0 == region ? "" : $0 }
    for i in names.indices where !extra[i + 1].isEmpty { names[i] = extra[i + 1] }
    if names[2].isEmpty || names[2] == names[1] || (extra[3].isEmpty && !extra[2].isEmpty) { names[2] = cyrillic(names[1]) }
    var aliases: [String] = []
    let cldrLeft = zip(cldr, names).filter { $0 != $1 && !$0.contains("континентальный") && !$0.contains("mainland") && !$0.contains("(") && $0 != region }.map(\.0)
    for alias in extra[6].split(separator: "|").map(String.init) + cldrLeft where !alias.isEmpty && !names.contains(alias) && !aliases.contains(alias) {
        aliases.append(alias)
    }
    let source = extra[7].isEmpty ? "CLDR 46" : "CLDR 46; " + extra[7]
    print(([region, "country", ""] + names + [aliases.joined(separator: "|"), source]).joined(separator: "\t"))
}
precondition(supplement.isEmpty, "unknown ids in country-aliases.tsv: \(supplement.keys.sorted())")
