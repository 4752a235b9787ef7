/// Rewrites a page so that the HTML parser can build a tree of it in bounded time, depth and memory.
///
/// libgumbo is correct but trusting: it frees its tree by recursion, compares every attribute of a tag with
/// all others, and clones unclosed formatting elements into every paragraph. A page made for it can cost
/// gigabytes or overflow the stack. One linear pass keeps what carries text or metadata:
/// - elements that shape text, nested at most ``depthLimit`` deep; other tags go, their content stays;
/// - no formatting elements (`b`, `i`, `font` …), which carry no meaning here;
/// - of each tag the attributes that the readers use, at most ``attributeLimit`` of them, cut at
///   ``valueLimit`` bytes;
/// - no content of `script` (but JSON-LD stays), `style`, `svg`, `template`, `noscript`, form fields and
///   embedded media.
struct HTMLGuard {
    /// How deep elements may be nested; deeper ones are flattened.
    static let depthLimit = 200
    /// How many attributes of one tag are kept.
    static let attributeLimit = 24
    /// Longest attribute value, in UTF-8 bytes.
    static let valueLimit = 4096

    private let source: [UInt8]
    private var output: [UInt8] = []
    private var open: [HTMLTag] = []
    /// Start tags that were left out because the page was too deep, by tag, waiting for their end tags.
    private var flattened: [HTMLTag: Int] = [:]
    /// Names of elements whose end tag does not occur again, so that it is searched only once.
    private var unclosed: Set<String> = []
    private var sawBody = false
    private var sawHTML = false

    /// Rewrites valid UTF-8.
    static func guarded(_ source: [UInt8]) -> [UInt8] {
        var guardian = HTMLGuard(source: source)
        guardian.run()
        return guardian.output
    }

    private init(source: [UInt8]) {
        self.source = source
        output.reserveCapacity(source.count)
    }

    private mutating func run() {
        var at = 0
        var textStart = 0
        while at < source.count {
            guard source[at] == 0x3C else {
                at += 1
                continue
            }
            guard let next = markup(at) else {
                // A "<" that opens nothing is text.
                output.append(contentsOf: source[textStart..<at])
                output.append(contentsOf: Array("&lt;".utf8))
                at += 1
                textStart = at
                continue
            }
            output.append(contentsOf: source[textStart..<at])
            at = next(&self)
            textStart = at
        }
        output.append(contentsOf: source[min(textStart, source.count)...])
    }

    /// What to do with the markup at a "<"; the closure gives the offset behind it. Nil when it is text.
    private func markup(_ at: Int) -> ((inout HTMLGuard) -> Int)? {
        guard at + 1 < source.count else { return nil }
        switch source[at + 1] {
        case 0x21:
            let end = source[at...].starts(with: Array("<!--".utf8)) ? commentEnd(at) : behindTag(at + 2)
            return { _ in end }
        case 0x3F:
            let end = behindTag(at + 2)
            return { _ in end }
        case 0x2F:
            guard at + 2 < source.count, Self.isLetter(source[at + 2]) else { return nil }
            return { $0.endTag(at) }
        case let byte where Self.isLetter(byte): return { $0.startTag(at) }
        default: return nil
        }
    }

    private func commentEnd(_ at: Int) -> Int {
        var next = at + 4
        while next + 2 < source.count {
            if source[next] == 0x2D, source[next + 1] == 0x2D, source[next + 2] == 0x3E { return next + 3 }
            next += 1
        }
        return source.count
    }

    private func behindTag(_ from: Int) -> Int {
        var at = from
        while at < source.count, source[at] != 0x3E { at += 1 }
        return min(at + 1, source.count)
    }

    // MARK: Tags

    private func name(_ from: Int) -> (name: String, end: Int) {
        var at = from
        while at < source.count, !Self.isSpace(source[at]), source[at] != 0x3E, source[at] != 0x2F { at += 1 }
        // No name that matters is longer than ten letters.
        guard at - from <= 10 else { return ("", at) }
        let lower = source[from..<at].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        return (String(decoding: lower, as: UTF8.self), at)
    }

    private mutating func startTag(_ at: Int) -> Int {
        let (name, afterName) = name(at + 1)
        let (attributes, end, isWhole) = attributes(afterName)
        // A tag that the end of the page cuts off is dropped, as the standard says.
        guard isWhole else { return source.count }
        if Self.opaque.contains(name) { return opaque(name, attributes, end) }
        guard let tag = HTMLTag(rawValue: name) else { return end }
        switch tag {
        case .html, .head:
            if tag == .html, !sawHTML {
                sawHTML = true
                write(tag, attributes)
            }
            return end
        case .body:
            guard !sawBody else { return end }
            sawBody = true
            write(tag, attributes)
            return end
        case .a where open.contains(.a): return end
        default: break
        }
        if tag.isVoid {
            write(tag, attributes)
            return end
        }
        closeImplied(before: tag)
        guard open.count < Self.depthLimit else {
            flattened[tag, default: 0] += 1
            return end
        }
        open.append(tag)
        write(tag, attributes)
        return end
    }

    private mutating func endTag(_ at: Int) -> Int {
        let (name, afterName) = name(at + 2)
        let end = behindTag(afterName)
        guard let tag = HTMLTag(rawValue: name), !tag.isVoid else { return end }
        if let waiting = flattened[tag], waiting > 0 {
            flattened[tag] = waiting - 1
            return end
        }
        close(tag)
        return end
    }

    /// Closes an open element and everything opened since, so that the parser sees only well-nested tags.
    /// A table's cell shuts in what stands in it, as the standard's scopes do.
    private mutating func close(_ tag: HTMLTag) {
        for index in open.indices.reversed() {
            if open[index] == tag {
                if tag == .a, index < open.count - 1 {
                    // Links often straddle blocks; closing the blocks with them would tear the page apart.
                    writeEnd(tag)
                    open.remove(at: index)
                    return
                }
                for inner in open[index...].reversed() { writeEnd(inner) }
                open.removeSubrange(index...)
                return
            }
            if open[index].isCell, !tag.isTablePart { return }
        }
    }

    /// Closes the elements whose end tags pages leave out.
    private mutating func closeImplied(before tag: HTMLTag) {
        if tag.closesParagraph, open.last == .p { close(.p) }
        switch tag {
        case .li: closeNearest([.li], within: [.ul, .ol, .menu, .table])
        case .dt, .dd: closeNearest([.dt, .dd], within: [.dl, .table])
        case .tr: closeNearest([.tr], within: [.table])
        case .td, .th: closeNearest([.td, .th], within: [.tr, .table])
        case .tbody, .thead, .tfoot: closeNearest([.tbody, .thead, .tfoot], within: [.table])
        case .h1, .h2, .h3, .h4, .h5, .h6: if let last = open.last, last.isHeading { close(last) }
        default: break
        }
    }

    private mutating func closeNearest(_ tags: Set<HTMLTag>, within barriers: Set<HTMLTag>) {
        for index in open.indices.reversed() {
            if barriers.contains(open[index]) { return }
            if tags.contains(open[index]) {
                for inner in open[index...].reversed() { writeEnd(inner) }
                open.removeSubrange(index...)
                return
            }
        }
    }

    /// Leaves out an element with all that is in it; JSON-LD and the title stay.
    private mutating func opaque(_ name: String, _ attributes: [(name: String, value: Range<Int>)], _ end: Int) -> Int {
        guard !unclosed.contains(name) else { return Self.restIsContent.contains(name) ? source.count : end }
        guard let close = closing(name, from: end) else {
            unclosed.insert(name)
            return Self.restIsContent.contains(name) ? source.count : end
        }
        let isData = attributes.contains {
            $0.name == "type" && String(decoding: source[$0.value], as: UTF8.self).lowercased().contains("ld+json")
        }
        if name == "title" || (name == "script" && isData) {
            output.append(
                contentsOf: Array((name == "title" ? "<title>" : "<script type=\"application/ld+json\">").utf8))
            output.append(contentsOf: source[end..<close])
            output.append(contentsOf: Array("</\(name)>".utf8))
        }
        return behindTag(close)
    }

    /// The offset of `</name`, or nil.
    private func closing(_ name: String, from: Int) -> Int? {
        let letters = Array(name.utf8)
        var at = from
        while at + letters.count + 1 < source.count {
            if source[at] == 0x3C, source[at + 1] == 0x2F {
                var matches = true
                for (offset, letter) in letters.enumerated() where source[at + 2 + offset] | 0x20 != letter {
                    matches = false
                    break
                }
                let behind = at + 2 + letters.count
                if matches,
                    behind >= source.count || Self.isSpace(source[behind]) || source[behind] == 0x3E
                        || source[behind] == 0x2F
                {
                    return at
                }
            }
            at += 1
        }
        return nil
    }

    // MARK: Attributes

    /// Reads the attributes of a tag up to its ">"; only those that are kept come back.
    private func attributes(
        _ from: Int
    ) -> (kept: [(name: String, value: Range<Int>)], end: Int, isWhole: Bool) {
        var kept: [(name: String, value: Range<Int>)] = []
        var at = from
        while at < source.count {
            while at < source.count, Self.isSpace(source[at]) || source[at] == 0x2F { at += 1 }
            guard at < source.count else { break }
            if source[at] == 0x3E { return (kept, at + 1, true) }
            let nameStart = at
            at += 1
            while at < source.count, !Self.isSpace(source[at]), ![0x3E, 0x2F, 0x3D].contains(source[at]) { at += 1 }
            let nameEnd = at
            while at < source.count, Self.isSpace(source[at]) { at += 1 }
            var value = at..<at
            if at < source.count, source[at] == 0x3D {
                at += 1
                while at < source.count, Self.isSpace(source[at]) { at += 1 }
                guard at < source.count else { break }
                let quote = source[at]
                if quote == 0x22 || quote == 0x27 {
                    let start = at + 1
                    at = start
                    while at < source.count, source[at] != quote { at += 1 }
                    guard at < source.count else { break }
                    value = start..<at
                    at += 1
                } else {
                    let start = at
                    while at < source.count, !Self.isSpace(source[at]), source[at] != 0x3E { at += 1 }
                    value = start..<at
                }
            }
            guard nameEnd - nameStart <= 12, kept.count < Self.attributeLimit else { continue }
            let name = String(decoding: source[nameStart..<nameEnd], as: UTF8.self).lowercased()
            if Self.keptAttributes.contains(name), !kept.contains(where: { $0.name == name }) {
                kept.append((name, value))
            }
        }
        return (kept, source.count, false)
    }

    private mutating func write(_ tag: HTMLTag, _ attributes: [(name: String, value: Range<Int>)]) {
        output.append(0x3C)
        output.append(contentsOf: tag.rawValue.utf8)
        for (name, value) in attributes {
            output.append(0x20)
            output.append(contentsOf: name.utf8)
            output.append(contentsOf: [0x3D, 0x22])
            var end = min(value.upperBound, value.lowerBound + Self.valueLimit)
            // A cut value must not end inside a character.
            while end < value.upperBound, end > value.lowerBound, source[end] & 0xC0 == 0x80 { end -= 1 }
            for byte in source[value.lowerBound..<end] {
                if byte == 0x22 { output.append(contentsOf: Array("&quot;".utf8)) } else { output.append(byte) }
            }
            output.append(0x22)
        }
        output.append(0x3E)
    }

    private mutating func writeEnd(_ tag: HTMLTag) {
        output.append(contentsOf: [0x3C, 0x2F])
        output.append(contentsOf: tag.rawValue.utf8)
        output.append(0x3E)
    }

    // MARK: Tables

    private static let keptAttributes: Set<String> = [
        "id", "class", "href", "rel", "itemprop", "property", "name", "content", "datetime", "role", "hidden", "style",
        "lang", "src", "alt", "aria-hidden", "http-equiv", "pubdate", "type",
    ]

    /// Elements that are left out with their content.
    private static let opaque: Set<String> = [
        "script", "style", "title", "svg", "math", "template", "noscript", "iframe", "object", "embed", "select",
        "textarea", "button", "video", "audio", "canvas", "noembed", "noframes", "xmp", "datalist", "map", "dialog",
    ]

    /// Elements that hold the rest of the page when they are never closed.
    private static let restIsContent: Set<String> = ["script", "style", "textarea", "xmp", "iframe"]

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
    }
}
