internal import Foundation

/// What the JSON-LD of a page says of its article (schema.org `NewsArticle` and its kin).
struct JSONLD {
    private(set) var title: String?
    private(set) var published: String?
    private(set) var source: String?
    private(set) var url: String?
    private(set) var language: String?

    /// Longest script that is read, in UTF-8 bytes; real ones have a few thousand.
    private static let limit = 1 << 18
    /// Most objects that are looked at, over all scripts.
    private static let objectLimit = 2000

    /// Reads the scripts of a page; what is no JSON is passed over, for the page's other words still stand.
    init(scripts: [String]) {
        var best: (rank: Int, object: [String: Any])?
        var site: String?
        for script in scripts where script.utf8.count <= Self.limit {
            guard let root = Self.parse(script) else { continue }
            // Breadth first: an article at the top outranks one in a list of others.
            var queue: [Any] = [root]
            var at = 0
            while at < queue.count, at < Self.objectLimit {
                defer { at += 1 }
                if let array = queue[at] as? [Any] {
                    queue.append(contentsOf: array)
                    continue
                }
                guard let object = queue[at] as? [String: Any] else { continue }
                let types = Self.types(object)
                if let rank = Self.articleTypes.firstIndex(where: types.contains), rank < best?.rank ?? .max {
                    best = (rank, object)
                }
                if types.contains("WebSite") || types.contains("NewsMediaOrganization") {
                    site = site ?? Self.string(object["name"])
                }
                for key in ["@graph", "mainEntity", "mainEntityOfPage"] {
                    if let inner = object[key] { queue.append(inner) }
                }
            }
        }
        source = site
        guard let article = best?.object else { return }
        title = Self.string(article["headline"]) ?? Self.string(article["name"])
        published = Self.string(article["datePublished"]) ?? Self.string(article["dateCreated"])
        source = Self.name(article["publisher"]) ?? Self.name(article["sourceOrganization"]) ?? site
        let page = article["mainEntityOfPage"]
        url = Self.string(article["url"]) ?? Self.string(page) ?? Self.string((page as? [String: Any])?["@id"])
        language = Self.string(article["inLanguage"]) ?? Self.name(article["inLanguage"])
    }

    /// Types in order of trust.
    private static let articleTypes = [
        "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle", "Article",
        "BlogPosting", "Report", "WebPage",
    ]

    private static func parse(_ script: String) -> Any? {
        let bytes = Array(script.utf8)
        // Broken JSON-LD is common and no fault of the page's text: the page's other metadata are read instead.
        if let value = try? JSONSerialization.jsonObject(with: Data(bytes)) { return value }
        // Raw line breaks inside strings are the commonest fault.
        return try? JSONSerialization.jsonObject(with: Data(bytes.map { $0 < 0x20 ? 0x20 : $0 }))
    }

    private static func types(_ object: [String: Any]) -> Set<String> {
        if let type = object["@type"] as? String { return [type] }
        return Set((object["@type"] as? [Any] ?? []).compactMap { $0 as? String })
    }

    private static func string(_ value: Any?) -> String? {
        guard let text = (value as? String) ?? ((value as? [Any])?.first as? String) else { return nil }
        let collapsed = HTMLText.collapsed(text)
        return collapsed.isEmpty ? nil : collapsed
    }

    private static func name(_ value: Any?) -> String? {
        if let text = string(value) { return text }
        let object = (value as? [String: Any]) ?? ((value as? [Any])?.first as? [String: Any])
        return string(object?["name"])
    }
}
