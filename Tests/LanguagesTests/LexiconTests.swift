import SourceText
import Testing

@testable import Languages

@Suite struct LexiconTests {
    private static let endings = Endings(nominal: ["а", "у", "ом", "е", "ы", "ов"], longest: 14)

    /// "pattern: words" for each match of a small lexicon in a text.
    private static func matches(
        _ patterns: [String], in text: String, endings: Endings = endings, folding: Folding = .plain
    ) throws -> [String] {
        let header = "class\tvalue\tpattern\texample\n"
        let rows = patterns.map { pattern in
            let parts = pattern.split(separator: "=")
            return "\(parts.count > 1 ? String(parts[0]) : "paper")\t\t\(parts.last!)\tx"
        }
        let table = try TSVTable(
            name: "lexicon", text: header + rows.joined(separator: "\n"),
            columns: ["class", "value", "pattern", "example"])
        let lexicon = try Lexicon(table: table, endings: endings, folding: folding)
        let cut = TokenizedText(Document(text: text), folding: folding, abbreviations: Abbreviations())
        return lexicon.matches(in: cut).map {
            "\(lexicon.entries[$0.entry].pattern): \(cut.document.words(in: cut.textRange($0.tokens)))"
        }
    }

    @Test(arguments: [
        // A word as it stands, whatever its case and spelling.
        (
            ["договор"], "Договор ДОГОВОР до\u{AD}говор дoговор",
            ["договор: Договор", "договор: ДОГОВОР", "договор: до\u{AD}говор", "договор: дoговор"]
        ),
        (["договор"], "договора договорённость", []),
        // `+` takes case endings, `~` any rest.
        (["договор+"], "договор договору договоренность", ["договор+: договор", "договор+: договору"]),
        (["договор~"], "договор договоренность", ["договор~: договор", "договор~: договоренность"]),
        (["за~"], "заблаговременность за", ["за~: за"]),
        // `^` asks for a capital in the text.
        (["^совет+"], "совет Совет Совету", ["^совет+: Совет", "^совет+: Совету"]),
        // `_` stands for one word of any kind, but for no sign and no number.
        (
            ["министр _ сказал"], "министр экономики сказал, министр 5 сказал, министр, сказал",
            ["министр _ сказал: министр экономики сказал"]
        ),
        (["_ директор"], "исполнительный директор. Директор", ["_ директор: исполнительный директор"]),
        // Signs and Chinese characters are words of their own.
        (["%"], "5% и 6 %", ["%: %", "%: %"]), (["co . , ltd"], "Co., Ltd", ["co . , ltd: Co., Ltd"]),
        (["Co., Ltd"], "co., ltd.", ["Co., Ltd: co., ltd"]),
        (["签署"], "双方签署协议", ["签署: 签署"]), (["+"], "5 + 5", ["+: +"]), (["~"], "~", ["~: ~"]),
        // A longer match hides the shorter ones inside it, wherever they begin.
        (
            ["дорожн~ карт~", "карт~", "дорожн~"], "дорожная карта и карта",
            ["дорожн~ карт~: дорожная карта", "карт~: карта"]
        ),
        (["а б", "б в"], "а б в", ["а б: а б", "б в: б в"]), (["а б в", "б"], "а б в б", ["а б в: а б в", "б: б"]),
        // Two classes may hold one word; of one class the most literal pattern stands.
        (["paper=бумаги", "sides=бумаги"], "бумаги", ["бумаги: бумаги", "бумаги: бумаги"]),
        (["бумаг~", "бумаги"], "бумаги бумагами", ["бумаги: бумаги", "бумаг~: бумагами"]),
        ([], "договор", []), (["договор"], "", []),
    ])
    func patternsFindTheirWords(patterns: [String], text: String, expected: [String]) throws {
        #expect(try Self.matches(patterns, in: text) == expected)
    }

    @Test(arguments: [
        ("hujjat~", "hujjatlarimizning", true), ("hujjat~", "ҳужжатларининг", true), ("hujjat~", "hujjatlik", false),
        ("hujjat+", "hujjatni", true), ("hujjat+", "hujjatxona", false), ("kelishuv+", "kelishuvdan", true),
    ])
    func uzbekSuffixesFollowOneAnother(pattern: String, word: String, matches: Bool) throws {
        let endings = Endings(nominal: ["lar", "i", "imiz", "ning", "ni", "dan"], agglutinates: true)
        #expect(try !Self.matches([pattern], in: word, endings: endings, folding: .uzbek).isEmpty == matches)
    }

    /// Suffix chains that could be read in many ways take no exponential time.
    @Test(.timeLimit(.minutes(1)))
    func aWordOfSuffixesAlone() throws {
        let endings = Endings(nominal: ["i", "ii", "iii", "iiii"], agglutinates: true)
        let word = "x" + String(repeating: "i", count: 100_000) + "y"
        #expect(try Self.matches(["x~", "x+"], in: word, endings: endings, folding: .uzbek).isEmpty)
        #expect(try Self.matches(["x+"], in: String(word.dropLast()), endings: endings, folding: .uzbek).isEmpty)
    }
}
