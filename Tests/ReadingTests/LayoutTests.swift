import Testing

@testable import Reading

/// The same article in the layouts that content systems of the region make; the same text comes out.
@Suite struct LayoutTests {
    static let first =
        "Делегация района находится в Китае с 14 января, сообщает пресс-служба хокимията. Её возглавляет хоким Бахром Тоиров."
    static let second =
        "По итогам переговоров подписано соглашение о строительстве завода на 40 млн долларов, рассчитанного на 300 мест."
    static let third =
        "Визит продлится до 20 января, после чего делегация вернётся в столицу страны, добавили в хокимияте."
    static let title = "Хоким побывал в Шэньяне"
    static let menu =
        "<div class=top><ul><li><a href=/1>Политика<li><a href=/2>Экономика<li><a href=/3>Общество<li><a href=/4>Спорт</ul></div>"
    static let related = (1...8).map {
        "<div class=item><a href=/n/\($0)>Другая новость номер \($0) про завод за 90 млн долларов</a></div>"
    }
    .joined()

    @Test(arguments: [
        (
            "paragraphs in the body",
            "<body>\(menu)<h1>\(title)</h1><p>17.01.2024<p>\(first)<p>\(second)<p>\(third)</body>"
        ),
        (
            "breaks instead of paragraphs",
            "<body>\(menu)<div id=wrap><h1>\(title)</h1><div class=date>17.01.2024</div><div class=txt>\(first)<br><br>\(second)<br /><br />\(third)</div></div>\(related)"
        ),
        (
            "WordPress",
            """
            <body class="post-template single single-post has-sidebar"><div id=page class=site><header id=masthead>\(menu)</header><main>
            <article class="post type-post"><header class=entry-header><h1 class=entry-title>\(title)</h1><div class=entry-meta>17.01.2024</div></header>
            <div class=entry-content><p>\(first)</p><p>\(second)</p><p>\(third)</p><div class="sharedaddy sd-sharing-enabled">Поделиться <a>VK</a></div></div>
            <footer class=entry-footer>Рубрики: <a>Экономика</a></footer></article><nav class=post-navigation><a>Назад: Другая новость</a></nav></main>
            <aside id=secondary class=widget-area>\(related)</aside></div>
            """
        ),
        (
            "a table for the layout",
            "<body><table><tr><td>\(menu)</td><td><h1>\(title)</h1><p>17.01.2024</p><p>\(first)</p><p>\(second)</p><p>\(third)</p></td><td>\(related)</td></tr></table>"
        ),
        (
            "every paragraph in a box of its own",
            "<body>\(menu)<div class=layout><div class=head><h1>\(title)</h1><div>17.01.2024</div></div><div class=row><p>\(first)</p></div><div class=row><p>\(second)</p></div><div class=row><p>\(third)</p></div></div><div class=feed>\(related)</div>"
        ),
        (
            "a form around the whole page",
            "<body><form action=/>\(menu)<h1>\(title)</h1><div>17.01.2024</div><p>\(first)<p>\(second)<p>\(third)</form>"
        ),
        (
            "comments below",
            "<body>\(menu)<div class=box><h1>\(title)</h1><div>17.01.2024</div><div class=news-detail><p>\(first)<p>\(second)<p>\(third)</div></div><div id=comments class=comments-list><div class=comment>Anvar: хорошо бы и дорогу починили, давно пора, сколько можно ждать.</div></div>"
        ),
        (
            "related news between the paragraphs",
            "<body>\(menu)<article><h1>\(title)</h1><div>17.01.2024</div><p>\(first)<div class=related-inline><b>По теме</b><a href=/7>В Асаке открыли завод</a></div><p>\(second)<p>\(third)<h3>Читайте также</h3>\(related)</article>"
        ),
    ])
    func sameText(_ name: String, _ html: String) {
        let page = HTMLReader().read(html)
        #expect(page.text == [Self.title, "17.01.2024", Self.first, Self.second, Self.third].joined(separator: "\n\n"))
        #expect(page.published == "2024-01-17")
        #expect(page.title == Self.title)
    }

    @Test func chineseIndents() {
        let page = HTMLReader().read(
            "<h1>标题</h1><div>2024-01-17 07:15　　作者：郝立群</div><p>　　双方在济南签署合作协议。</p><p>　　项目总投资8500万美元。</p>")
        #expect(page.text == "标题\n\n2024-01-17 07:15　　作者：郝立群\n\n双方在济南签署合作协议。\n\n项目总投资8500万美元。")
        #expect(page.published == "2024-01-17")
    }

    /// Pages without an article are read whole rather than not at all.
    @Test func shortPagesAreReadWhole() {
        let page = HTMLReader().read(
            "<body><div class=share>Поделиться</div><ul><li><a>Одна</a><li><a>Две</a><li><a>Три</a></ul>")
        #expect(page.text.contains("Одна"))
    }
}
