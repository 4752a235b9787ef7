/// A text with marks in it, as the tests write what they expect: "150 лет. │31 мая".
///
/// A mark stands directly before the first letter of what begins there.
package struct MarkedText {
    /// The text without its marks.
    package let text: String
    /// UTF-8 offsets into ``text`` at which the marks stood.
    package let offsets: [Int]

    /// Takes the marks out of a text.
    package init(_ marked: String, mark: Unicode.Scalar = "│") {
        var text = String.UnicodeScalarView()
        var offsets: [Int] = []
        var offset = 0
        for scalar in marked.unicodeScalars {
            if scalar == mark {
                offsets.append(offset)
            } else {
                text.append(scalar)
                offset += UTF8.width(scalar)
            }
        }
        self.text = String(text)
        self.offsets = offsets
    }

    /// Writes marks into a text at UTF-8 offsets, which are in order.
    package static func marking(_ text: String, at offsets: [Int], mark: Unicode.Scalar = "│") -> String {
        let bytes = Array(text.utf8)
        var result = ""
        var start = 0
        for offset in offsets {
            result += String(decoding: bytes[start..<offset], as: UTF8.self)
            result.unicodeScalars.append(mark)
            start = offset
        }
        return result + String(decoding: bytes[start...], as: UTF8.self)
    }
}
