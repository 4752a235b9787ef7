/// A paragraph, heading, list item or table row of a page, as it is shown.
struct PageBlock {
    enum Kind: Hashable {
        case paragraph
        case heading(HTMLTag)
        case listItem
        case tableRow
    }
    let kind: Kind
    let text: String
    /// The element that it stands in.
    let node: Int
    /// The share of its text that stands in links, 0 to 1.
    let linkDensity: Double
}

/// Reads the blocks of a page in order, walking its flat tree once.
struct PageBlockReader {
    private let tree: HTMLTree
    private let removed: [Bool]
    private var blocks: [PageBlock] = []
    private var line: [UInt8] = []
    private var linkedBytes = 0
    private var node = 0
    private var kind = PageBlock.Kind.paragraph
    /// Open block elements.
    private var open: [Int] = []
    private var linkEnd = 0
    private var preformattedEnd = 0
    /// Behind the end of the data table that is being read.
    private var tableEnd = 0

    /// - Parameter removed: nodes that are left out with everything below them.
    static func blocks(of tree: HTMLTree, removed: [Bool]) -> [PageBlock] {
        var reader = PageBlockReader(tree: tree, removed: removed)
        reader.run()
        return reader.blocks
    }

    private init(tree: HTMLTree, removed: [Bool]) {
        self.tree = tree
        self.removed = removed
    }

    private mutating func run() {
        var index = 0
        while index < tree.nodes.count {
            while let last = open.last, tree.nodes[last].end <= index { close() }
            let current = tree.nodes[index]
            if removed[index] {
                index = current.end
                continue
            }
            switch current.kind {
            case .text: append(current.text, index)
            case .element(let tag): element(tag, index)
            }
            index += 1
        }
        while !open.isEmpty { close() }
        flush()
    }

    private mutating func element(_ tag: HTMLTag, _ index: Int) {
        let end = tree.nodes[index].end
        switch tag {
        case .br: lineBreak()
        case .a: linkEnd = max(linkEnd, end)
        case .td, .th:
            if index < tableEnd {
                while line.last == 0x20 || line.last == 0x7C { line.removeLast() }
                if !line.isEmpty { line.append(contentsOf: Array(" | ".utf8)) }
            } else {
                begin(index, .paragraph)
            }
        case .table:
            begin(index, .paragraph)
            if index >= tableEnd, isDataTable(index) { tableEnd = end }
        case .tr: begin(index, index < tableEnd ? .tableRow : .paragraph)
        case .li: begin(index, .listItem)
        case .pre:
            begin(index, .paragraph)
            preformattedEnd = end
        case _ where tag.isInline: break
        case _ where tag.isHeading: begin(index, .heading(tag))
        default:
            if index < tableEnd { space() } else { begin(index, nil) }
        }
    }

    /// Ends the block before an element and opens the element's own; nil keeps the kind, for `<p>` in `<li>`.
    private mutating func begin(_ index: Int, _ newKind: PageBlock.Kind?) {
        if index < tableEnd, newKind != .tableRow, tree.nodes[index].tag != .table {
            space()
            return
        }
        flush()
        open.append(index)
        node = index
        if let newKind { kind = newKind }
    }

    private mutating func close() {
        flush()
        open.removeLast()
        node = open.last ?? 0
        kind = .paragraph
        if let last = open.last, let tag = tree.nodes[last].tag, tag.isHeading { kind = .heading(tag) }
    }

    private mutating func append(_ text: String, _ index: Int) {
        let before = line.count
        if index < preformattedEnd {
            for scalar in text.unicodeScalars
            where scalar == "\n" || scalar == "\t" || scalar.properties.generalCategory != .control {
                line.append(contentsOf: UTF8.encode(scalar)!)
            }
        } else {
            HTMLText.append(text, to: &line)
        }
        if index < linkEnd { linkedBytes += line.count - before }
    }

    private mutating func space() {
        if let last = line.last, last != 0x20 { line.append(0x20) }
    }

    /// One break ends the line, two the paragraph.
    private mutating func lineBreak() {
        if case .tableRow = kind { return space() }
        while line.last == 0x20 { line.removeLast() }
        if line.last == 0x0A {
            let keptKind = kind
            flush()
            kind = keptKind
        } else if !line.isEmpty {
            line.append(0x0A)
        }
    }

    private mutating func flush() {
        defer {
            line.removeAll(keepingCapacity: true)
            linkedBytes = 0
        }
        if kind == .tableRow { while line.last == 0x20 || line.last == 0x7C { line.removeLast() } }
        while let last = line.last, last == 0x20 || last == 0x0A { line.removeLast() }
        guard line.contains(where: { $0 > 0x20 && $0 != 0x7C }) else { return }
        blocks.append(
            PageBlock(
                kind: kind, text: String(decoding: line, as: UTF8.self), node: node,
                linkDensity: Double(linkedBytes) / Double(line.count)))
        // The further paragraphs of a list item have no bullet of their own.
        if kind == .listItem { kind = .paragraph }
    }

    /// Whether a table shows data rather than lays out the page: no tables or paragraphs of prose in cells.
    private func isDataTable(_ index: Int) -> Bool {
        var cellEnd = 0
        var cellText = 0
        for inner in (index + 1)..<max(tree.nodes[index].end, index + 1) {
            let node = tree.nodes[inner]
            switch node.kind {
            case .text:
                if inner < cellEnd { cellText += node.text.utf8.count }
                if cellText > 600 { return false }
            case .element(.table): return false
            case .element(.td), .element(.th):
                cellEnd = node.end
                cellText = 0
            case .element(let tag):
                if tag.isHeading || tag == .article || tag == .section || tag == .ul || tag == .ol { return false }
            }
        }
        return true
    }
}
