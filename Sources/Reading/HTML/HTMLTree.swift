internal import CGumbo

/// A parsed page as flat values: nodes in document order, each knowing where its subtree ends.
///
/// Built from libgumbo's tree by a loop and freed at once, so that no later step can recurse or dangle.
struct HTMLTree {
    /// An element or a stretch of text.
    struct Node {
        enum Kind: Equatable {
            case element(HTMLTag)
            case text
        }
        let kind: Kind
        /// Index of the parent; −1 for the root.
        let parent: Int
        /// Index behind the last node of the subtree.
        var end: Int
        /// The text, entities decoded; empty for elements.
        let text: String
        /// Attributes by lower-case name.
        let attributes: [String: String]

        /// The element's tag, nil for text.
        var tag: HTMLTag? {
            if case .element(let tag) = kind { return tag }
            return nil
        }
    }

    /// The nodes; the first is `<html>`.
    private(set) var nodes: [Node] = []

    /// Parses a page of valid UTF-8.
    init(_ page: [UInt8]) {
        let guarded = HTMLGuard.guarded(page)
        var options = kGumboDefaultOptions
        options.max_errors = 0
        guarded.withUnsafeBytes { buffer in
            guard let base = buffer.bindMemory(to: CChar.self).baseAddress,
                let output = gumbo_parse_with_options(&options, base, buffer.count)
            else { return }
            defer { gumbo_destroy_output(&options, output) }
            if let root = output.pointee.root { copy(UnsafePointer(root)) }
        }
    }

    /// Copies a gumbo tree, without recursion.
    private mutating func copy(_ root: UnsafePointer<GumboNode>) {
        var stack: [(node: UnsafePointer<GumboNode>, index: Int, child: UInt32)] = []
        func children(_ node: UnsafePointer<GumboNode>) -> GumboVector { node.pointee.v.element.children }
        stack.append((root, append(root, parent: -1), 0))
        while let top = stack.last {
            let vector = children(top.node)
            guard top.child < vector.length, let pointer = vector.data[Int(top.child)] else {
                nodes[top.index].end = nodes.count
                stack.removeLast()
                continue
            }
            stack[stack.count - 1].child += 1
            let child = UnsafePointer(pointer.assumingMemoryBound(to: GumboNode.self))
            switch child.pointee.type {
            case GUMBO_NODE_ELEMENT: stack.append((child, append(child, parent: top.index), 0))
            case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE, GUMBO_NODE_CDATA:
                nodes.append(
                    Node(
                        kind: .text, parent: top.index, end: nodes.count + 1,
                        text: String(cString: child.pointee.v.text.text), attributes: [:]))
            default: break
            }
        }
    }

    /// Appends an element and gives its index.
    private mutating func append(_ node: UnsafePointer<GumboNode>, parent: Int) -> Int {
        let element = node.pointee.v.element
        let name = String(cString: gumbo_normalized_tagname(element.tag))
        var attributes: [String: String] = [:]
        for index in 0..<Int(element.attributes.length) {
            guard let pointer = element.attributes.data[index] else { continue }
            let attribute = pointer.assumingMemoryBound(to: GumboAttribute.self).pointee
            attributes[String(cString: attribute.name)] = String(cString: attribute.value)
        }
        nodes.append(
            Node(
                kind: .element(HTMLTag(rawValue: name) ?? .span), parent: parent, end: nodes.count + 1, text: "",
                attributes: attributes))
        return nodes.count - 1
    }

    // MARK: Walking

    /// Indices of all elements with a tag.
    func elements(_ tag: HTMLTag) -> [Int] { nodes.indices.filter { nodes[$0].tag == tag } }

    /// All text below a node, white space made single spaces.
    func text(of index: Int) -> String {
        var joined = ""
        for node in nodes[index..<nodes[index].end] {
            if node.kind == .text { joined += node.text } else if node.tag?.isInline == false { joined += " " }
        }
        return HTMLText.collapsed(joined)
    }

    /// The ancestors of a node, nearest first.
    func ancestors(of index: Int) -> [Int] {
        var result: [Int] = []
        var at = nodes[index].parent
        while at >= 0 {
            result.append(at)
            at = nodes[at].parent
        }
        return result
    }
}
