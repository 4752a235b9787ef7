import LedgerTesting
import SourceText
import Testing
import TextTesting

@Suite struct CodePointIndexTests {
    @Test func theEmptyTextHasOnePlace() {
        let index = CodePointIndex([])
        #expect(index.codePoint(atUTF8: 0) == 0)
        #expect(index.utf8(atCodePoint: 0) == 0)
        #expect(index.utf8(atCodePoint: 1) == nil)
        #expect(index.utf8(atCodePoint: -1) == nil)
    }

    /// Against `String.unicodeScalars`, at every scalar of texts around the lengths where blocks of 64 bytes meet.
    @Test(arguments: 0..<60)
    func offsetsAreThoseOfUnicodeScalars(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let text = RandomText.ofAllPlanes(scalars: Int.random(in: 0...300, using: &random), using: &random)
        let index = CodePointIndex(Array(text.utf8))
        var utf8 = 0
        for (number, scalar) in text.unicodeScalars.enumerated() {
            #expect(index.codePoint(atUTF8: utf8) == number)
            #expect(index.utf8(atCodePoint: number) == utf8)
            utf8 += UTF8.width(scalar)
        }
        let count = text.unicodeScalars.count
        #expect(index.codePoint(atUTF8: utf8) == count)
        #expect(index.utf8(atCodePoint: count) == utf8)
        #expect(index.utf8(atCodePoint: count + 1) == nil)
        #expect(index.utf8(atCodePoint: count + 100) == nil)
    }

    @Test(arguments: [63, 64, 65, 127, 128, 129])
    func blocksMeetWithoutAGap(length: Int) {
        for letter in ["a", "я", "中", "𐐀"] {
            let text = String(repeating: letter, count: length)
            let index = CodePointIndex(Array(text.utf8))
            #expect(index.codePoint(atUTF8: text.utf8.count) == length)
            #expect(index.utf8(atCodePoint: length) == text.utf8.count)
            #expect(index.utf8(atCodePoint: length - 1) == text.utf8.count - letter.utf8.count)
        }
    }

    @Test func aRangeBecomesCodePoints() {
        let text = "👩 Хоким подписал"
        let word = MarkedText("👩 │Хоким│ подписал").offsets
        let points = CodePointIndex(Array(text.utf8)).codePoints(of: TextRange(word[0], word[1]))
        #expect(points.start == 2)
        #expect(points.end == 7)
    }

    @Test func anOffsetOutsideTheTextStopsTheProgram() async {
        await #expect(processExitsWith: .failure) { _ = CodePointIndex([0x61]).codePoint(atUTF8: 2) }
    }
}
