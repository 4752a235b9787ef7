import SourceText
import Testing

@Suite struct DocumentHashTests {
    /// FIPS 180-2, appendix B, and the empty message.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (String(repeating: "a", count: 1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
    ])
    func knownVectors(message: String, digest: String) {
        let hash = DocumentHash(of: Array(message.utf8))
        #expect(hash.hexadecimal == digest)
        #expect(hash.description == digest)
        #expect(DocumentHash(hexadecimal: digest) == hash)
    }

    @Test(arguments: [
        "", "ba78", String(repeating: "g", count: 64), String(repeating: "A", count: 64),
        String(repeating: "a", count: 63),
        String(repeating: "a", count: 65), String(repeating: "я", count: 32),
    ])
    func whatIsNoHashIsRefused(text: String) {
        #expect(DocumentHash(hexadecimal: text) == nil)
    }

    @Test func aDocumentIsKnownByItsRawBytesNotByItsText() {
        let page = Document(raw: Array("<p>Слово".utf8), text: "Слово")
        #expect(page.hash == DocumentHash(of: Array("<p>Слово".utf8)))
        #expect(page.hash != Document(text: "Слово").hash)
        #expect(Document(text: "Слово", metadata: Metadata(title: "Имя")).hash == Document(text: "Слово").hash)
    }
}
