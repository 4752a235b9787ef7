/// Finds the element that holds the article.
///
/// Paragraphs give points to the elements around them, after the idea of Arc90's Readability: full points to
/// the parent, half to the grandparent; links take points away, telling class names shift them.
struct ArticleFinder {
    let tree: HTMLTree
    let removed: [Bool]
    let measures: PageMeasures

    /// The index of the article's element; `<body>` when nothing stands out.
    func find() -> Int {
        let body = tree.nodes.firstIndex { $0.tag == .body } ?? 0
        guard let best = markedBody() ?? scored() else { return body }
        let chosen = widened(best)
        let proseInAll = measures.text[body] - measures.linked[body]
        let proseInChosen = measures.text[chosen] - measures.linked[chosen]
        // Two hundred bytes are a sentence or two: no article.
        return proseInChosen < 200 || proseInChosen * 4 < proseInAll ? body : chosen
    }

    /// The element that the page itself marks as the article's body.
    private func markedBody() -> Int? {
        tree.nodes.indices
            .filter { tree.nodes[$0].attributes["itemprop"]?.lowercased() == "articlebody" && !removed[$0] }
            .filter { measures.text[$0] >= 400 }
            .max { measures.text[$0] < measures.text[$1] }
    }

    private func scored() -> Int? {
        var scores = [Double](repeating: 0, count: tree.nodes.count)
        var isCandidate = [Bool](repeating: false, count: tree.nodes.count)
        for index in tree.nodes.indices where !removed[index] {
            guard let tag = tree.nodes[index].tag, !tag.isInline, let points = points(index, tag) else { continue }
            let parent = tree.nodes[index].parent
            guard parent >= 0 else { continue }
            if tag == .div || tag == .section || tag == .article || tag == .td {
                scores[index] += points
                isCandidate[index] = true
            }
            scores[parent] += points
            isCandidate[parent] = true
            let grandparent = tree.nodes[parent].parent
            if grandparent >= 0 {
                scores[grandparent] += points / 2
                isCandidate[grandparent] = true
            }
        }
        var best: (index: Int, score: Double)?
        for index in tree.nodes.indices where isCandidate[index] {
            guard let tag = tree.nodes[index].tag, tag != .html, !tag.isInline else { continue }
            let score = (scores[index] + classPoints(index, tag)) * (1 - measures.linkDensity(index))
            if score > best?.score ?? 0 { best = (index, score) }
        }
        return best?.index
    }

    /// The points of a paragraph: for being one, for its commas and for its length; nil for none.
    private func points(_ index: Int, _ tag: HTMLTag) -> Double? {
        let node = tree.nodes[index]
        var length = 0
        var commas = 0
        var at = index + 1
        // Direct text and inline elements only; blocks inside are paragraphs of their own.
        while at < node.end {
            let child = tree.nodes[at]
            if child.kind == .text {
                for byte in child.text.utf8 {
                    if byte > 0x20 { length += 1 }
                    if byte == 0x2C { commas += 1 }
                }
            } else if child.tag?.isInline == false || removed[at] {
                at = child.end
                continue
            }
            at += 1
        }
        guard length >= 50, !tag.isHeading else { return nil }
        return 1 + Double(min(commas, 10)) + min(Double(length) / 150, 5)
    }

    private func classPoints(_ index: Int, _ tag: HTMLTag) -> Double {
        var points = tag == .article || tag == .main ? 10.0 : 0
        let attributes = tree.nodes[index].attributes
        let words = Furniture.words(inClass: (attributes["class"] ?? "") + " " + (attributes["id"] ?? ""))
        if !words.isDisjoint(with: Furniture.shared.articleClasses) { points += 10 }
        if !words.isDisjoint(with: Furniture.shared.furnitureClasses) { points -= 10 }
        return points
    }

    /// Steps up to elements that add little but the headline, lead and dateline of the article.
    private func widened(_ best: Int) -> Int {
        var chosen = best
        let prose = max(measures.text[best] - measures.linked[best], 1)
        for ancestor in tree.ancestors(of: best) {
            guard let tag = tree.nodes[ancestor].tag, tag != .body, tag != .html else { break }
            let grown = measures.text[ancestor] - measures.linked[ancestor]
            let addedLinks = measures.linked[ancestor] - measures.linked[best]
            guard grown * 10 <= prose * 14, addedLinks * 5 <= prose else { break }
            chosen = ancestor
            if tag == .article || tag == .main { break }
        }
        return chosen
    }
}
