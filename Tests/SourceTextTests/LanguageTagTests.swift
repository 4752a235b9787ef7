import SourceText
import Testing

@Suite struct LanguageTagTests {
    @Test(arguments: [
        ("ru", LanguageTag.russian), ("ru-RU", .russian), ("RU", .russian), ("uz", .uzbekLatin),
        ("uz-Latn-UZ", .uzbekLatin),
        ("uz_Cyrl", .uzbekCyrillic), ("UZ-cyrl-uz", .uzbekCyrillic), ("en-GB", .english), ("en_US", .english),
        ("zh-Hans-CN", .chinese), ("zh", .chinese),
    ])
    func tagsOfPagesAreRead(text: String, tag: LanguageTag) {
        #expect(LanguageTag(lenient: text) == tag)
        #expect(LanguageTag(lenient: tag.rawValue) == tag)
    }

    @Test(arguments: ["", "-", "de", "russian", "kk", "u"])
    func othersAreRefused(text: String) { #expect(LanguageTag(lenient: text) == nil) }

    @Test func uzbekIsUzbekInEitherScript() {
        #expect(LanguageTag.allCases.filter(\.isUzbek) == [.uzbekLatin, .uzbekCyrillic])
    }
}
