import Testing

@testable import Server

@Suite struct EscapingTests {
    @Test func html() {
        #expect(Escaping.html("<a href='x'>\"&\"</a> ў界") == "&lt;a href=&#39;x&#39;&gt;&quot;&amp;&quot;&lt;/a&gt; ў界")
    }

    @Test(arguments: [
        ("https://example.uz/a?b=c", true), ("HTTP://example.uz", true), ("javascript:alert(1)", false),
        ("JaVaScRiPt:alert(1)", false), (" javascript:alert(1)", false), ("java\nscript:alert(1)", false),
        ("data:text/html,x", false), ("//example.uz", false), ("https://", false), ("https:///path", false),
        ("/local", false), ("https://exa mple.uz", false), ("https://example.uz/\u{0}", false), ("", false),
    ])
    func onlyWebAddressesBecomeLinks(url: String, isLink: Bool) {
        #expect(Escaping.link(url) == (isLink ? url : nil))
    }
}
