/// How much text and how much of it in links stands under each node of a page.
struct PageMeasures {
    /// Letters and digits below each node, in UTF-8 bytes without white space.
    private(set) var text: [Int]
    /// The part of it inside links.
    private(set) var linked: [Int]
    /// How many links.
    private(set) var links: [Int]

    /// Measures a tree; nodes in removed subtrees count nothing.
    init(_ tree: HTMLTree, removed: [Bool]) {
        let nodes = tree.nodes
        text = [Int](repeating: 0, count: nodes.count)
        linked = text
        links = text
        // Children stand behind their parents, so that one pass from the end adds everything up.
        for index in nodes.indices.reversed() where !removed[index] {
            let node = nodes[index]
            if node.kind == .text {
                text[index] = node.text.utf8.count(where: { $0 > 0x20 })
            } else if node.tag == .a {
                linked[index] = text[index]
                links[index] = 1
            }
            if node.parent >= 0 {
                text[node.parent] += text[index]
                linked[node.parent] += linked[index]
                links[node.parent] += links[index]
            }
        }
    }

    /// The share of a node's text that stands in links, 0 to 1.
    func linkDensity(_ index: Int) -> Double {
        text[index] == 0 ? 0 : Double(linked[index]) / Double(text[index])
    }
}
