import Testing

@testable import Reading

/// Pages made to hurt: each is about 1 MB and must be read in two seconds of processor time.
@Suite(.serialized) struct HostilePageTests {
    private static func filled(_ piece: String, _ bytes: Int = 1_000_000) -> String {
        String(repeating: piece, count: bytes / piece.utf8.count)
    }

    static let pages: [(name: String, page: String)] = {
        var pages: [(name: String, page: String)] = []
        func page(_ name: String, _ page: String) { pages.append((name, page)) }
        page("nested div", filled("<div>"))
        page("nested div with text", filled("<div>a "))
        page("nested tables", filled("<table><tr><td>"))
        page("cells that shut in", filled("<div><table><tr><td></div>"))
        page("unclosed everything", filled("<p><b><i><li><a href=x><td><font>x"))
        page("formatting clones", filled("<b class=a><i>", 500_000) + filled("<p>x", 500_000))
        page("many attributes", "<p " + filled("a=b ") + ">x")
        page("distinct attributes", "<p " + (0..<100_000).map { "a\($0)=1" }.joined(separator: " ") + ">x")
        page("body again and again", (0..<50_000).map { "<body a\($0)=1>" }.joined())
        page("giant attribute", "<p class=\"" + filled("share ") + "\">x")
        page("unclosed attribute", "<p>x<a href=\"" + filled("y "))
        page("entities", filled("&amp;&nbsp;&#1061;&notit;&#x110000;&"))
        page("angle brackets", filled("<"))
        page("end tags", filled("</div></p></a></table>"))
        page("comments", filled("<!--"))
        page("scripts", filled("<script>"))
        page("closed scripts", filled("<script></script>"))
        page("svg", filled("<svg><g>"))
        page("links", filled("<a href=x><div>y"))
        page("lists", filled("<ul><li>x"))
        page("headings", filled("<h1>x"))
        page("breaks", filled("x<br>"))
        page("times", filled("<time>x</time>"))
        page("markers", filled("<p>Читайте также:</p>"))
        page("one long line", filled("Хоким подписал соглашение, "))
        page("digits", filled("1"))
        page("photo names", filled("photo_2024-01-17.jpg"))
        page("dots", filled(".jpg"))
        page("json", "<script type=application/ld+json>" + filled("[", 250_000) + "</script>")
        page("json objects", "<script type=application/ld+json>" + filled("{\"@graph\":", 250_000) + "</script>")
        page("metas", filled("<meta name=a content=b>"))
        page("captions", filled("<table><caption>x"))
        page("title", "<title>" + filled("Визит — "))
        page("selects", filled("<select><option>x"))
        page("forms", filled("<form><fieldset>x"))
        page("class words", filled("<div class='aB-cD eF share'>x</div>"))
        return pages
    }()

    @Test(arguments: pages.indices)
    func isReadInTime(_ index: Int) {
        let (name, page) = Self.pages[index]
        let time = CPUTime.measure { _ = HTMLReader().read(page, address: "https://a.example/b") }
        #expect(time < 2, "\(name) took \(time) s")
    }

    /// The same for texts and bytes that are no page.
    @Test(arguments: [
        filled("Хоким подписал соглашение, "), filled("1"), filled("17.01.2024 "), filled("\n"), filled("\r\n."),
        filled("photo_2024-01-17_09-55-33.jpg"), filled("Источник: http://a.example/"), filled("17 января "),
        filled("<!--"), filled("\u{FFFD}"),
    ])
    func textIsReadInTime(_ text: String) {
        let time = CPUTime.measure {
            _ = try? ItemReader().read(Array(text.utf8), name: "The input")
            // Cut inside a character and shifted by a byte, it is taken for other encodings.
            _ = try? ItemReader().read(Array(text.utf8.dropFirst().map { $0 ^ 0x80 }), name: "The input")
        }
        #expect(time < 2, "\(text.prefix(20)) took \(time) s")
    }
}
