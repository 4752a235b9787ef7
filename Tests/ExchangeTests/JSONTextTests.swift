import Exchange
import Foundation
import LedgerTesting
import Testing
import TextTesting

@Suite struct JSONTextTests {
    @Test func keysKeepTheirOrderAndCommasStandBetween() {
        var json = JSONText()
        json.object { json in
            json.key("b")
            json.int(1)
            json.key("a")
            json.array { json in
                json.string("x")
                json.null()
                json.array { _ in }
                json.object { _ in }
                json.bool(true)
            }
            json.key("c")
            json.double(0.5)
        }
        #expect(json.text == #"{"b":1,"a":["x",null,[],{},true],"c":0.5}"#)
    }

    @Test(arguments: [
        ("", #""""#), ("«я»", #""«я»""#), ("\"\\/", #""\"\\/""#), ("\n\r\t", #""\n\r\t""#),
        ("\u{0}\u{1F}\u{7F}", #""\u0000\u001f\u007f""#),
        ("\u{2028}\u{2029}", #""\u2028\u2029""#), ("👩‍👩‍👧𐐀", #""👩‍👩‍👧𐐀""#), ("\r\n", #""\r\n""#), ("e\u{301}", "\"e\u{301}\""),
    ])
    func stringsAreEscapedOnlyWhereNeeded(value: String, written: String) {
        var json = JSONText()
        json.string(value)
        #expect(json.text == written)
    }

    @Test(arguments: [
        (150_000_000.0, "150000000"), (0, "0"), (-0.0, "0"), (1.5, "1.5"), (1e15, "1000000000000000"), (1e16, "1e+16"),
        (999_999_999_999_999, "999999999999999"), (1e300, "1e+300"),
        (0.1, "0.1"), (-3, "-3"),
    ])
    func numbersAreWrittenAsAReaderWould(value: Double, written: String) {
        var json = JSONText()
        json.double(value)
        #expect(json.text == written)
    }

    @Test func whatIsNoNumberStopsTheProgram() async {
        await #expect(processExitsWith: .failure) {
            var json = JSONText()
            json.double(.nan)
        }
    }

    /// Whatever a string holds, another reader gets the same one back.
    @Test(arguments: 0..<50)
    func stringsComeBack(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let value = RandomText.ofAllPlanes(scalars: 100, using: &random)
        var json = JSONText()
        json.array { $0.string(value) }
        let read = try JSONDecoder().decode([String].self, from: Data(json.text.utf8))
        #expect(Array(read[0].utf8) == Array(value.utf8))
    }
}
