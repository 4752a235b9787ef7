internal import Foundation

/// What inputs are made from: whole articles, and pieces that parsers stumble over.
public struct Corpus: Sendable {
    let articles: [[UInt8]]

    /// Why there are no articles.
    public struct Missing: Error, CustomStringConvertible {
        let folder: String
        public var description: String {
            "There are no articles in “\(folder)”. Run from the repository's root, or give its Examples folder."
        }
    }

    /// Reads the articles of a folder and of the folders in it.
    /// - Throws: ``Missing`` when it holds none.
    public init(folder: String) throws {
        let paths = (FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []).sorted()
        articles = try paths.filter { $0.hasSuffix(".txt") || $0.hasSuffix(".html") }.map {
            [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder).appendingPathComponent($0)))
        }
        guard !articles.isEmpty else { throw Missing(folder: folder) }
    }

    static let markup = [
        "<", ">", "</", "<!--", "-->", "<table>", "<td>", "<tr>", "</table>", "<p", "<a href='", "\"", "'", "&#",
        "&amp",
        "&#x110000;", "&#0;", "<script>", "</script", "<script type=application/ld+json>{\"@type\":\"NewsArticle\",",
        "<title>", "<body>", "</body>", "<svg>", "<math>", "<select>", "<frameset>", "<template>", "<caption>", "<li>",
        "<h1>", "<pre>", "<br>", "<time datetime=2024-13-01>", "<![CDATA[", "<?xml", "<form>", "<plaintext>", "<div>",
        "<meta charset=utf-16>", "<meta property=og:title content='", "<html lang=zz>", "</p></div>", "<b><i></b></i>",
    ].map { Array($0.utf8) }

    /// Words that rules look for, so that nonsense reaches deep into them.
    static let words = [
        "подписан меморандум", "соглашение", "контракт на сумму", "млн долларов", "150", "$1,5 млрд", "делегация",
        "хоким района", "г.", "Китай", "Сергели", "ООО «Рога и копыта»", "встреча", "посетил", "вчера",
        "17 января 2024",
        "в 2025 году", "до", "от 10 до", "и", ",", ".", "—", "(", ")", "«", "»", "1.", "•", "39 из 42",
        "memorandum imzolandi", "kelishuv", "shartnoma", "million dollar", "hokim", "viloyati", "oʻ", "Toshkent",
        "меморандум имзоланди", "шартнома", "вилояти", "миллион доллар", "ҳоким",
        "signed a memorandum", "agreement worth", "$150 million", "Ministry of", "Co., Ltd.", "visited", "Tashkent",
        "last week", "up to", "EUR 2bn", "签署", "备忘录", "协议", "亿美元", "3.5万", "公司", "代表团", "访问", "塔什干", "2024年1月17日",
        "第", "、", "。", "\n", "\n\n", "\r\n", "\u{A0}", "\u{AD}", "\u{200B}", "\u{202E}", "\u{FEFF}", "\u{0}",
        "\u{2028}", "A", "а",
        "999999999999999999999999999", "0", "-1", "1e400", "99.99.9999", "31.02.2024", "²", "½", "٣", "𝟙𝟚",
        "e\u{301}\u{301}\u{301}", "🇺🇿",
    ].map { Array($0.utf8) }

    static let separators = [" ", "", "\n", ", ", " — ", ". "].map { Array($0.utf8) }
}
