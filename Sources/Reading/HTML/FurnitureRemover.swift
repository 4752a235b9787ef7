/// Marks the parts of a page that are no article by their tags, roles, class names and links.
struct FurnitureRemover {
    private let tree: HTMLTree
    private let measures: PageMeasures
    private var removed: [Bool]

    /// For every node, whether it belongs to furniture.
    static func removed(in tree: HTMLTree) -> [Bool] {
        let nothing = [Bool](repeating: false, count: tree.nodes.count)
        guard !tree.nodes.isEmpty else { return nothing }
        var remover = FurnitureRemover(
            tree: tree, measures: PageMeasures(tree, removed: nothing), removed: nothing)
        remover.run()
        return remover.removed
    }

    private mutating func run() {
        let total = measures.text[0]
        var containsHeading = [Bool](repeating: false, count: tree.nodes.count)
        for index in tree.nodes.indices.reversed() {
            if tree.nodes[index].tag == .h1 { containsHeading[index] = true }
            if containsHeading[index], tree.nodes[index].parent >= 0 {
                containsHeading[tree.nodes[index].parent] = true
            }
        }
        var articleEnd = 0
        var index = 0
        while index < tree.nodes.count {
            let node = tree.nodes[index]
            if let tag = node.tag {
                if tag == .article || tag == .main { articleEnd = max(articleEnd, node.end) }
                let share = total == 0 ? 0 : Double(measures.text[index]) / Double(total)
                if isFurniture(index, tag, share, hasHeading: containsHeading[index], inArticle: index < articleEnd) {
                    for inner in index..<node.end { removed[inner] = true }
                    index = node.end
                    continue
                }
            }
            index += 1
        }
    }

    private func isFurniture(
        _ index: Int, _ tag: HTMLTag, _ share: Double, hasHeading: Bool, inArticle: Bool
    ) -> Bool {
        let attributes = tree.nodes[index].attributes
        switch tag {
        case .script, .title, .head, .link, .meta: return true
        case .html, .body, .main, .article: return false
        case .nav: return share < 0.6
        case .aside, .footer: return share < 0.5 && !hasHeading
        case .header: if !inArticle, !hasHeading, share < 0.5 { return true }
        case .form: if share < 0.3, !hasHeading { return true }
        case .ul, .ol, .menu:
            if measures.links[index] > 2, measures.linkDensity(index) > 0.8 { return true }
        default: break
        }
        if !attributes.isEmpty, share < 0.5, !hasHeading {
            if attributes["hidden"] != nil || attributes["aria-hidden"] == "true" { return true }
            if let style = attributes["style"], Self.hides(style) { return true }
            if let role = attributes["role"], Self.roles.contains(role.lowercased()) { return true }
            if !tag.isInline || tag == .span, isFurnitureClass(attributes, share) { return true }
        }
        return (tag == .div || tag == .section) && !hasHeading && share < 0.5 && measures.links[index] > 3
            && measures.linkDensity(index) > 0.75
    }

    private func isFurnitureClass(_ attributes: [String: String], _ share: Double) -> Bool {
        guard attributes["class"] != nil || attributes["id"] != nil, attributes["itemprop"] != "articleBody" else {
            return false
        }
        let words = Furniture.words(inClass: (attributes["class"] ?? "") + " " + (attributes["id"] ?? ""))
        guard !words.isDisjoint(with: Furniture.shared.furnitureClasses) else { return false }
        // "content with-sidebar" names an article; only small parts of the page are taken at their word then.
        return words.isDisjoint(with: Furniture.shared.articleClasses) || share < 0.15
    }

    private static let roles: Set<String> = [
        "navigation", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu", "menubar", "banner",
        "toolbar", "tablist",
    ]

    private static func hides(_ style: String) -> Bool {
        let compact = style.lowercased().filter { $0 != " " }
        return compact.contains("display:none") || compact.contains("visibility:hidden")
    }
}
