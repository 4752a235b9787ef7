/// Content that is no text, recognised by its first bytes or by the controls in it.
public struct BinaryContent: Error, Hashable, Sendable {
    /// What it is, as a noun phrase with article: "a PDF file".
    public let kind: String
    /// What to do instead, as a whole sentence.
    public let advice: String

    /// Recognises content by its first bytes (the signatures of the formats' own specifications).
    static func bySignature(_ bytes: [UInt8]) -> BinaryContent? {
        for signature in signatures where bytes.starts(with: signature.bytes) { return signature.content }
        // ISO media files carry their mark after the length of the first box.
        if bytes.count > 12, bytes[4..<8].elementsEqual("ftyp".utf8) { return media }
        return nil
    }

    /// Content whose first 64 kB have more than one control in twenty bytes; three are forgiven in any text.
    static func byControls(_ bytes: [UInt8]) -> BinaryContent? {
        let sample = bytes.prefix(1 << 16)
        let controls = sample.count(where: UTF8Text.isControl)
        guard controls > 3, controls * 20 > sample.count else { return nil }
        return BinaryContent(
            kind: "a binary file", advice: "Give a text or HTML file.")
    }

    private static let media = BinaryContent(
        kind: "a video or sound file", advice: "Give the text or a transcript of it.")

    private static let signatures: [(bytes: [UInt8], content: BinaryContent)] = {
        let picture = "Give the text of it, or the page on which the picture stands."
        let archive = "Unpack it and give the text or HTML files in it."
        func row(_ text: String, _ kind: String, _ advice: String) -> ([UInt8], BinaryContent) {
            (Array(text.utf8), BinaryContent(kind: kind, advice: advice))
        }
        func row(_ bytes: [UInt8], _ kind: String, _ advice: String) -> ([UInt8], BinaryContent) {
            (bytes, BinaryContent(kind: kind, advice: advice))
        }
        return [
            row("%PDF-", "a PDF file", "Convert it to text first, for example with pdftotext, and give the text."),
            row(
                [0x50, 0x4B, 0x03, 0x04], "a ZIP archive or an Office document",
                "Unpack it, or save the document as text, and give that file."),
            row(
                [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an old Office document",
                "Save it as text and give that file."),
            row("{\\rtf", "an RTF document", "Save it as plain text and give that file."),
            row([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "a PNG picture", picture),
            row([0xFF, 0xD8, 0xFF], "a JPEG picture", picture),
            row("GIF8", "a GIF picture", picture),
            row("RIFF", "a WebP picture, a sound or a video file", picture),
            row([0x1F, 0x8B], "a gzip archive", archive),
            row("BZh", "a bzip2 archive", archive),
            row([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "an xz archive", archive),
            row([0x28, 0xB5, 0x2F, 0xFD], "a Zstandard archive", archive),
            row([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7-Zip archive", archive),
            row("Rar!", "a RAR archive", archive),
            row([0x7F, 0x45, 0x4C, 0x46], "a program", "Give a text or HTML file."),
            row("SQLite format 3\0", "an SQLite database", "Give a text or HTML file."),
            row("OggS", media.kind, media.advice),
            row("ID3", media.kind, media.advice),
        ]
    }()
}
