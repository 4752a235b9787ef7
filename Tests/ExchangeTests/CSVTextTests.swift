import Exchange
import Testing

@Suite struct CSVTextTests {
    @Test func fieldsAreQuotedWhereTheyMustBe() {
        #expect(CSVText.line(["a", "b c", ""]) == "a,b c,\r\n")
        #expect(CSVText.line(["say \"yes\"", "1,5", "two\nlines"]) == "\"say \"\"yes\"\"\",\"1,5\",\"two\nlines\"\r\n")
    }

    @Test(arguments: ["=1+1", "+cmd", "-x", "@SUM(A1)", "\tx"])
    func whatASpreadsheetWouldRunIsLedByAnApostrophe(text: String) {
        #expect(CSVText.line([text]) == "'" + text + "\r\n")
    }

    @Test func numbersStayNumbers() { #expect(CSVText.line(["-5", "+2.5"]) == "-5,+2.5\r\n") }
}
