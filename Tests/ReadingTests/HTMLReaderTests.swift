import SourceText
import Testing

@testable import Reading

@Suite struct HTMLReaderTests {
    /// A page as news sites build them: menu, date, share buttons, related news and footer around the text.
    static let page = """
        <!DOCTYPE html><html lang="ru"><head><meta charset="utf-8">
        <title>Хоким Янгихаёта побывал в Шэньяне — Вестник долины</title>
        <link rel="canonical" href="/ru/news/31?from=share">
        <meta property="og:site_name" content="Вестник долины">
        <script>var x = "<p>не текст</p>";</script><style>p { color: red }</style></head>
        <body class="has-sidebar">
        <header class="top"><a href="/">Главная</a> <a href="/biz">Бизнес</a> 24.11.2025</header>
        <nav><ul><li><a href="/1">Политика</a><li><a href="/2">Экономика</a></ul></nav>
        <div id="page"><div class="content">
        <h1>Хоким Янгихаёта побывал в Шэньяне</h1>
        <div class="meta"><span>17.01.2024 14:08</span> <span class="counter">2 317</span></div>
        <div class="news-text">
        <p>Делегация района находится в Китае с 14 января, сообщает пресс-служба хокимията. Её
        возглавляет хоким Бахром&nbsp;Тоиров.</p>
        <p class="share-line">Поделиться: <a href="#">VK</a> | <a href="#">Telegram</a></p>
        <p>По итогам переговоров подписано соглашение о строительстве завода на 40&nbsp;млн долларов, рассчитанного
        на 300 рабочих мест, и меморандум о поставках оборудования.</p>
        <h2>Что дальше</h2>
        <ul><li>выделить участок<li>подготовить <b>проект</b>
        </ul>
        <table><tr><th>Проект<th>Сумма<tr><td>Завод<td>40 млн<tr><td>Склад<td>5 млн</table>
        <p>Читайте также:</p>
        <ul><li><a href="/3">В Асаке открыли завод за 90 млн долларов</a></li>
        <li><a href="/4">Хлопковая неделя начинается в Ташкенте</a></li></ul>
        <p>Визит продлится до 20 января, после чего делегация вернётся в столицу страны.</p>
        <p>2 317</p>
        <p>Нашли ошибку? Выделите её и нажмите Ctrl+Enter</p>
        </div></div>
        <aside><h3>Популярное</h3><p>Ещё одна новость про договор на 900 млн долларов, не отсюда.</p></aside>
        <div class="cookie-banner">Мы используем cookie, чтобы сайт работал лучше, а вы были довольны.</div></div>
        <footer>© Вестник долины. Все права защищены.</footer></body></html>
        """

    static let text = """
        Хоким Янгихаёта побывал в Шэньяне

        17.01.2024 14:08

        Делегация района находится в Китае с 14 января, сообщает пресс-служба хокимията. Её возглавляет хоким \
        Бахром Тоиров.

        По итогам переговоров подписано соглашение о строительстве завода на 40 млн долларов, рассчитанного на 300 \
        рабочих мест, и меморандум о поставках оборудования.

        Что дальше

        • выделить участок
        • подготовить проект

        Проект | Сумма
        Завод | 40 млн
        Склад | 5 млн

        Визит продлится до 20 января, после чего делегация вернётся в столицу страны.
        """

    @Test func articleWithoutItsSurroundings() {
        let page = HTMLReader().read(Self.page, address: "https://www.vestnik.example/ru/news/31")
        #expect(page.text == Self.text)
        #expect(page.title == "Хоким Янгихаёта побывал в Шэньяне")
        #expect(page.published == "2024-01-17")
        #expect(page.publicationOrigin == .dateline)
        #expect(page.source == "Вестник долины")
        #expect(page.url == "https://www.vestnik.example/ru/news/31?from=share")
        #expect(page.language == .russian)
    }

    /// Where the day of publication is found, in order of trust; each page has the places after it too.
    @Test(arguments: [
        (0, "2024-01-01", ReadPage.PublicationOrigin.structuredData), (1, "2024-01-02", .metaTag),
        (2, "2024-01-03", .metaTag), (3, "2024-01-04", .timeElement), (4, "2024-01-05", .dateline),
        (5, "2024-01-06", .photoName),
    ])
    func dayOfPublication(_ from: Int, _ day: String, _ origin: ReadPage.PublicationOrigin) {
        let places = [
            """
            <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"Сайт"},
            {"@type":["NewsArticle"],"headline":"Визит","datePublished":"2024-01-01T23:50:00+05:00"}]}</script>
            """,
            "<meta property=\"article:published_time\" content=\"2024-01-02T10:00:00Z\">",
            "<meta itemprop=datePublished content=\"3 января 2024\">",
            "<div><time datetime=\"2024-01-04 08:00\">вчера</time></div>",
            "<p>5 января 2024 | Экономика</p>",
            "<img src=\"/upload/photo_2024-01-06_09-55-33.jpg\">",
        ]
        let page = HTMLReader().read(
            "<html><body><h1>Визит</h1>\(places[from...].joined())<p>Текст новости.</p></body>")
        #expect(page.published == day)
        #expect(page.publicationOrigin == origin)
    }

    @Test func structuredData() {
        let page = HTMLReader().read(
            """
            <script type="application/ld+json">[{"@type":"ItemList","itemListElement":[{"@type":"NewsArticle","headline":"Другая"}]},
            {"@type":"NewsArticle","headline":"Plant opens\n in Qarshi","url":"https://d.example/a","inLanguage":"en-GB",
            "publisher":{"@type":"Organization","name":"Daily"},"datePublished":"May 18, 2023"}]</script>
            <p>The plant in Qarshi was opened by the governor.</p>
            """)
        #expect(page.title == "Plant opens in Qarshi")
        #expect(page.source == "Daily")
        #expect(page.url == "https://d.example/a")
        #expect(page.language == .english)
        #expect(page.published == "2023-05-18")
        #expect(page.text == "Plant opens in Qarshi\n\nThe plant in Qarshi was opened by the governor.")
    }

    /// What is between the tags → what is read.
    @Test(arguments: [
        ("a<br>b<br><br>c", "a\nb\n\nc"),
        ("<p>a<p>b<div>c</div>d", "a\n\nb\n\nc\n\nd"),
        ("<p>5 &lt; 6 &amp; «x» &#1061; &nbsp; y</p>", "5 < 6 & «x» Х y"),
        ("a < b and <3", "a < b and <3"),
        ("со&shy;гла&#8203;шение", "соглашение"),
        ("<ul><li><p>a</p><p>b</p><li>c</ul>d", "• a\n\nb\n\n• c\n\nd"),
        ("<ol><li>a<ul><li>b</ul><li>c</ol>", "• a\n• b\n• c"),
        ("<table><tr><td><p>a</p></td><td></td><td>b<br>c</td></tr></table>", "a | b c"),
        ("<table><tr><td><table><tr><td>a</table><td><p>b</p><p>c</p></table>", "a\n\nb\n\nc"),
        ("<pre>a\n  b</pre>", "a\n  b"),
        ("<pre>a&#1;\tb\r\nc</pre>", "a\tb\nc"),
        ("<b>a<p>b</b>c", "a\n\nbc"),
        ("<svg><text>x</text></svg><script>y</script><noscript>z</noscript>a", "a"),
        ("<script>never closed", ""),
        ("<p>a<div hidden>b</div><p style='display: none'>c<p aria-hidden=true>d<p>e e e e e e", "a\n\ne e e e e e"),
        ("", ""),
        ("<!-- only -->", ""),
        ("<p>cut <a href=\"http://x", "cut"),
        ("</p></div></table>a</html>b", "ab"),
    ])
    func fragments(_ html: String, _ text: String) {
        #expect(HTMLReader().read(html).text == text)
    }

    @Test(arguments: [
        ("Читайте также: <a>В Асаке открыли завод</a>", false),
        ("Mavzuga doir: <a>Gul festivali</a>", false),
        ("Шу мавзуда: <a>Янги завод</a>", false),
        ("延伸阅读：<a>港口新班列</a>", false),
        ("Shuningdek oʻqing", false),
        ("Комментарии (17)", false),
        ("Комментарии министра по итогам визита", true),
        ("По теме встречи высказался министр", true),
        ("Share of exports rose to 12 per cent", true),
        ("Share on Google+Share on FacebookShare on VKTweet about this on Twitter", false),
        ("Подписывайтесь на наш канал", false),
        ("Реклама на улицах города подорожает", true),
        ("Просмотров: 1 904", false),
        ("12.07.2023 08:30 | Oʻqildi: 5 022", true),
        ("Читайте также</p><p>• В Асаке открыли завод</p><p>— Хлопковая неделя", false),
    ])
    func furnitureLines(_ line: String, _ stays: Bool) {
        let page = HTMLReader().read("<h1>t</h1><p>Первый абзац.</p><p>\(line)</p><p>Второй абзац.</p>")
        #expect(page.text.contains("Первый абзац.\n\nВторой абзац.") == !stays)
    }

    @Test(
        arguments: [
            ("<html lang=uz><p>Вилоят ҳокими Хитойга борди.", LanguageTag.uzbekCyrillic),
            ("<html lang=uz><p>Viloyat hokimi Xitoyga bordi.", .uzbekLatin),
            ("<html lang=en-US><p>Хоким посетил завод.", nil),
            ("<html lang=ru><p>Вилоят ҳокими шартнома имзолади.", nil),
            ("<html lang=zh-CN><p>双方签署协议。", .chinese),
            ("<html><meta property=og:locale content=ru_RU><p>Хоким посетил завод.", .russian),
        ] as [(String, LanguageTag?)])
    func language(_ html: String, _ language: LanguageTag?) {
        #expect(HTMLReader().read(html).language == language)
    }

    @Test(arguments: [
        ("Визит в Китай | Вестник", "Визит в Китай"), ("Визит - news.example", "Визит"),
        ("Визит — начало", "Визит — начало"),
    ])
    func pageTitle(_ head: String, _ title: String) {
        let page = HTMLReader().read("<title>\(head)</title><p>Текст.", address: "https://www.news.example/1")
        #expect(page.title == title)
    }

    @Test func furnitureTableIsSound() throws { _ = try Furniture.load() }
}
