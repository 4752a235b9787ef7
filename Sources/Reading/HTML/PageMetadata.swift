internal import Foundation
internal import SourceText

/// What the head of a page and its marked-up elements say of the article; each field from the most trusted
/// place that has it.
struct PageMetadata {
    var title: String?
    var published: String?
    var origin: ReadPage.PublicationOrigin?
    var source: String?
    var url: String?
    var language: LanguageTag?

    /// - Parameter address: where the page was fetched, against which relative addresses are resolved.
    init(_ tree: HTMLTree, address: String?) {
        let metas = Metas(tree)
        let data = JSONLD(
            scripts: tree.elements(.script).map { index in
                tree.nodes[index..<tree.nodes[index].end].lazy.filter { $0.kind == .text }.map(\.text).joined()
            })
        let canonical = tree.elements(.link)
            .first {
                tree.nodes[$0].attributes["rel"]?.lowercased().split(separator: " ").contains("canonical") ?? false
            }
            .flatMap { tree.nodes[$0].attributes["href"] }
        url =
            [canonical, data.url, metas["og:url"]].lazy
            .compactMap { PageAddress.resolved($0, against: address) }.first ?? address
        source =
            data.source ?? metas["og:site_name"] ?? metas["application-name"] ?? metas["dc.publisher"]
            ?? PageAddress.host(url)
        let heading = Self.heading(tree)
        let head = tree.elements(.title).first.map { tree.text(of: $0) }
        // No headline fills a paragraph; what is longer is a mistake of the page.
        title =
            [data.title, metas["og:title"], heading, head.map { Self.withoutSite($0, source: source) }].lazy
            .compactMap { $0 }.first { !$0.isEmpty && $0.utf8.count <= 1000 }
        let html = tree.nodes.first?.attributes["lang"]
        language =
            [data.language, html, metas["og:locale"], metas["content-language"], metas["dc.language"]].lazy
            .compactMap { $0.flatMap(LanguageTag.init(lenient:)) }.first
        readDay(data.published, .structuredData)
        for name in Self.dateNames { readDay(metas[name], .metaTag) }
    }

    /// Notes the first day that is found.
    mutating func readDay(_ value: String?, _ origin: ReadPage.PublicationOrigin) {
        guard published == nil, let value, let day = DateLine.day(in: value) else { return }
        published = day
        self.origin = origin
    }

    /// Names of `<meta>` tags that hold the day of publication, in order of trust: OpenGraph, schema.org
    /// microdata, Dublin Core, and those that content systems use.
    private static let dateNames = [
        "article:published_time", "og:article:published_time", "datepublished", "dc.date.issued", "dcterms.issued",
        "dc.date", "dcterms.date", "publishdate", "publish_date", "publish-date", "pubdate", "published_time",
        "publication_date",
        "article_date_original", "sailthru.date", "parsely-pub-date", "datecreated", "date",
    ]

    /// The first `<h1>` with words.
    private static func heading(_ tree: HTMLTree) -> String? {
        tree.elements(.h1).lazy.map { tree.text(of: $0) }.first { !$0.isEmpty }
    }

    /// A page title without the outlet's name behind the last bar or dash.
    private static func withoutSite(_ title: String, source: String?) -> String {
        guard title.utf8.count <= 2000 else { return title }
        for separator in [" | ", " — ", " – ", " - ", " :: ", " » ", "_"] {
            guard let range = title.range(of: separator, options: .backwards) else { continue }
            let site = title[range.upperBound...]
            let isSite = source.map { Furniture.folded(site).contains(Furniture.folded($0)) } ?? false
            if isSite || (separator == " | " && site.count < 30 && site.count * 2 < title.count) {
                return String(title[..<range.lowerBound])
            }
        }
        return title
    }

    /// The `content` of `<meta>` tags and of microdata, by lower-case name; the first of a name counts.
    private struct Metas {
        private var values: [String: String] = [:]

        init(_ tree: HTMLTree) {
            for node in tree.nodes where !node.attributes.isEmpty {
                guard let content = node.attributes["content"] ?? node.attributes["datetime"] else { continue }
                for key in ["property", "name", "itemprop", "http-equiv"] {
                    guard let name = node.attributes[key]?.lowercased(), values[name] == nil else { continue }
                    let value = HTMLText.collapsed(content)
                    if !value.isEmpty { values[name] = value }
                }
            }
        }

        subscript(name: String) -> String? { values[name] }
    }
}
