import SourceText
import Testing

@Suite struct TextRangeTests {
    @Test func aRangeCountsBytes() {
        #expect(TextRange(3, 7).count == 4)
        #expect(!TextRange(3, 7).isEmpty)
        #expect(TextRange(3, 3).isEmpty)
    }

    @Test func itHoldsWhatLiesInside() {
        let range = TextRange(3, 7)
        #expect(range.contains(range))
        #expect(range.contains(TextRange(7, 7)))
        #expect(!range.contains(TextRange(2, 4)))
        #expect(!range.contains(TextRange(6, 8)))
    }

    @Test func neighboursShareNoByte() {
        #expect(!TextRange(3, 7).overlaps(TextRange(7, 9)))
        #expect(TextRange(3, 7).overlaps(TextRange(6, 9)))
        #expect(TextRange(3, 7).union(TextRange(9, 10)) == TextRange(3, 10))
    }

    @Test func rangesStandInOrderOfStartAndThenOfLength() {
        let sorted = [TextRange(4, 5), TextRange(3, 9), TextRange(3, 4)].sorted()
        #expect(sorted == [TextRange(3, 4), TextRange(3, 9), TextRange(4, 5)])
    }

    @Test func aRangeThatEndsBeforeItStartsStopsTheProgram() async {
        await #expect(processExitsWith: .failure) { _ = TextRange(4, 3) }
        await #expect(processExitsWith: .failure) { _ = TextRange(-1, 3) }
    }
}
