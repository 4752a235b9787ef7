/// White space as HTML shows it.
enum HTMLText {
    /// Makes every run of white space, no-break spaces included, one space; drops soft hyphens and
    /// zero-width signs; trims.
    static func collapsed(_ text: String) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count)
        append(text, to: &result)
        if result.last == 0x20 { result.removeLast() }
        return String(decoding: result, as: UTF8.self)
    }

    /// Appends text to a line of output under the same rules; spaces at the start of a line are dropped.
    static func append(_ text: String, to result: inout [UInt8]) {
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09, 0x0A, 0x0C, 0x0D, 0x20, 0x85, 0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F:
                if let last = result.last, last != 0x20, last != 0x0A { result.append(0x20) }
            // Chinese pages indent paragraphs by ideographic spaces; inside a line they set things apart.
            case 0x3000 where result.isEmpty || result.last == 0x0A: break
            case 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF: break
            case 0..<0x20, 0x7F...0x9F: break
            case let value where value < 0x80: result.append(UInt8(value))
            default: result.append(contentsOf: UTF8.encode(scalar)!)
            }
        }
    }
}
