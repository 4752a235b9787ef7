/// Reads the article out of a web page.
///
/// Scripts, menus, share lines, related news, cookie notices, comments and counters are left out; when no
/// article stands out the whole page is read. No page is too broken: unclosed, nested or endless markup
/// costs time in proportion to its length.
///
/// ```swift
/// let page = HTMLReader().read("<h1>Визит</h1><p>Хоким района посетил завод в Пекине.</p>")
/// ```
public struct HTMLReader: Sendable {
    public init() {}

    /// Reads a decoded page.
    /// - Parameters:
    ///   - html: the page.
    ///   - address: where it was found; relative addresses are resolved against it, and it stands in for a
    ///     canonical address that the page does not give.
    public func read(_ html: String, address: String? = nil) -> ReadPage {
        let tree = HTMLTree(Array(html.utf8))
        var metadata = PageMetadata(tree, address: address)
        let removed = FurnitureRemover.removed(in: tree)
        let measures = PageMeasures(tree, removed: removed)
        let all = PageBlockReader.blocks(of: tree, removed: removed)
        let article = ArticleFinder(tree: tree, removed: removed, measures: measures).find()
        let end = tree.nodes.isEmpty ? 0 : tree.nodes[article].end
        var blocks = Self.withoutFurniture(all.filter { article <= $0.node && $0.node < end })
        if blocks.isEmpty { blocks = Self.everything(tree) }

        readTimes(tree, removed, article..<end, &metadata)
        var text = Self.joined(blocks)
        readDateline(text, Self.joined(all), tree, &metadata)
        if let title = metadata.title, !Self.shows(title, blocks) {
            text = text.isEmpty ? title : title + "\n\n" + text
        }
        return ReadPage(
            text: text, title: metadata.title, published: metadata.published, publicationOrigin: metadata.origin,
            source: metadata.source, url: metadata.url,
            language: ScriptCheck.confirmed(metadata.language, by: text))
    }

    // MARK: Blocks

    /// Drops lists of related news, share lines, notices and counters.
    static func withoutFurniture(_ blocks: [PageBlock]) -> [PageBlock] {
        var kept: [PageBlock] = []
        var inRelated = false
        for block in blocks {
            if inRelated {
                if block.linkDensity > 0.5 { continue }
                let isItem = block.kind == .listItem || Self.bullets.contains(block.text.unicodeScalars.first ?? "a")
                if isItem, block.text.utf8.count < 400 { continue }
                inRelated = false
            }
            if isCounter(block) { continue }
            if block.kind != .heading(.h1), block.text.utf8.count <= 320,
                let opening = Furniture.shared.opening(of: block.text)
            {
                switch opening.kind {
                case .other:
                    if opening.isAlone || opening.isSetOff || block.linkDensity > 0.5 { continue }
                    if opening.isSpecific, block.text.utf8.count <= 160 { continue }
                case .related:
                    if opening.isAlone || block.linkDensity > 0.3 || opening.hasColon {
                        inRelated = opening.isAlone || block.linkDensity > 0.3
                        continue
                    }
                }
            }
            kept.append(block)
        }
        return kept
    }

    /// Signs by which pages that have no lists mark the items of one.
    private static let bullets: Set<Unicode.Scalar> = ["•", "▪", "·", "✔", "*", "–", "—", "-", ">", "»", "►", "➤"]

    /// A paragraph that holds nothing but one short number.
    private static func isCounter(_ block: PageBlock) -> Bool {
        block.kind == .paragraph && block.text.utf8.count <= 12
            && block.text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x20 }
    }

    /// The page without regard to furniture, for pages that hold nothing else.
    private static func everything(_ tree: HTMLTree) -> [PageBlock] {
        let removed = tree.nodes.map { node in
            switch node.tag {
            case .script, .title, .head: true
            default: false
            }
        }
        return PageBlockReader.blocks(of: tree, removed: removed)
    }

    static func joined(_ blocks: [PageBlock]) -> String {
        var text: [UInt8] = []
        var previous: PageBlock.Kind?
        for block in blocks {
            if let previous {
                let isRun = block.kind == previous && (block.kind == .listItem || block.kind == .tableRow)
                text.append(contentsOf: isRun ? [0x0A] : [0x0A, 0x0A])
            }
            if block.kind == .listItem { text.append(contentsOf: Array("• ".utf8)) }
            text.append(contentsOf: block.text.utf8)
            previous = block.kind
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Whether the blocks show the title themselves: as a first-rank heading, or word by word near the top.
    private static func shows(_ title: String, _ blocks: [PageBlock]) -> Bool {
        let wanted = letters(title)
        return blocks.prefix(8).contains { block in
            block.kind == .heading(.h1) || (block.text.utf8.count < 1000 && letters(block.text).contains(wanted))
        }
    }

    private static func letters(_ text: String) -> String {
        String(Furniture.folded(text).filter { $0.isLetter || $0.isNumber })
    }

    // MARK: Day of publication

    /// `<time>` elements: in the article first, then anywhere outside furniture.
    private func readTimes(_ tree: HTMLTree, _ removed: [Bool], _ article: Range<Int>, _ metadata: inout PageMetadata) {
        let times = tree.elements(.time).filter { !removed[$0] }
        for index in times.filter(article.contains) + times {
            metadata.readDay(tree.nodes[index].attributes["datetime"] ?? tree.text(of: index), .timeElement)
        }
    }

    /// Visible datelines, then the names of photo files in text and pictures.
    private func readDateline(_ text: String, _ all: String, _ tree: HTMLTree, _ metadata: inout PageMetadata) {
        guard metadata.published == nil else { return }
        let pictures = tree.elements(.img).flatMap { index in
            let attributes = tree.nodes[index].attributes
            return [attributes["src"], attributes["alt"]].compactMap { $0 }
        }
        let found =
            [DateLine.find(in: text), DateLine.find(in: all)].compactMap { $0 }.first { $0.origin == .dateline }
            ?? DateLine.find(in: text) ?? DateLine.find(in: pictures.joined(separator: "\n"))
        guard let found else { return }
        metadata.published = found.day
        metadata.origin = found.origin == .dateline ? .dateline : .photoName
    }
}
