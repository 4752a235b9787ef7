import Languages
import LedgerTesting
import Linkage
import SourceText
import Testing

/// Uzbek names in both of its scripts, from the places tables and generated from syllables.
struct UzbekScriptTests {
    @Test func placesHaveOneKeyInBothScripts() throws {
        let names = NameComparison(try NameTables.bundled.get())
        let places = try Places.bundled.get().all.filter { $0.id.hasPrefix("UZ-") }
        var differing: [String] = []
        var count = 0
        for place in places {
            guard let latin = place.name(in: .uzbekLatin), let cyrillic = place.name(in: .uzbekCyrillic) else {
                continue
            }
            count += 1
            if !names.compare(latin, cyrillic, .place).isSame { differing.append("\(latin) \(cyrillic)") }
        }
        #expect(count > 200)
        #expect(Double(differing.count) <= 0.01 * Double(count), "\(differing)")
    }

    @Test func generatedNamesHaveOneKeyInBothScripts() throws {
        let names = NameComparison(try NameTables.bundled.get())
        // Letters of the 1995 alphabet with their Cyrillic ones.
        let consonants = [
            ("b", "б"), ("d", "д"), ("f", "ф"), ("g", "г"), ("h", "ҳ"), ("j", "ж"), ("k", "к"), ("l", "л"), ("m", "м"),
            ("n", "н"),
            ("p", "п"), ("q", "қ"), ("r", "р"), ("s", "с"), ("t", "т"), ("v", "в"), ("x", "х"), ("z", "з"), ("gʻ", "ғ"),
            ("sh", "ш"),
            ("ch", "ч"),
        ]
        let vowels = [("a", "а"), ("i", "и"), ("o", "о"), ("u", "у"), ("oʻ", "ў")]
        let glides = [("ya", "я"), ("yo", "ё"), ("yu", "ю")]
        var random = SplitMix64(seed: 1995)
        var differing: [String] = []
        for _ in 0..<2000 {
            var latin = ""
            var cyrillic = ""
            for syllable in 0..<Int.random(in: 2...4, using: &random) {
                let consonant = consonants.randomElement(using: &random)!
                let vowel =
                    syllable > 0 && random.next() % 8 == 0
                    ? glides.randomElement(using: &random)! : vowels.randomElement(using: &random)!
                latin += consonant.0 + vowel.0
                cyrillic += consonant.1 + vowel.1
            }
            if names.key(latin, .person) != names.key(cyrillic, .person),
                !names.compare(latin, cyrillic, .person).isSame
            {
                differing.append("\(latin) \(cyrillic)")
            }
        }
        #expect(differing.count <= 20, "\(differing)")
    }
}
