import Deals
import Ledger
import SourceText
import Testing

@Suite struct FailureTextTests {
    private static let document = Document(text: "слово")

    private static let all: [LedgerFailure] = [
        .diskFull(path: "/l"), .locked(path: "/l"), .notADatabase(path: "/l"), .notALedger(path: "/l"),
        .newerSchema(path: "/l", found: 9, known: 2), .readOnly(path: "/l"),
        .cannotOpen(path: "/l", reason: "it is a folder"), .damaged(path: "/l", detail: "page 3"),
        .inputOutput(path: "/l", detail: "disk I/O error"),
        .foreignCitation(try! Citation(document, TextRange(0, 10)), document: DocumentHash(of: [])),
        .wrongCitation(.empty(TextRange(0, 0)), document: DocumentHash(of: [])),
        .malformed(what: "author", value: "", expected: "a name"),
        .unreadable(record: RecordID("a-0000000000000000")!, reason: .noClaims), .refused(path: "/l", detail: "CHECK"),
    ]

    @Test(arguments: all)
    func everyFailureIsWholeSentencesThatSayWhatToDo(failure: LedgerFailure) {
        let text = failure.description
        #expect(text.first!.isUppercase)
        #expect(text.hasSuffix(".") && !text.hasSuffix(".."))
        #expect(text.split(separator: " ").count > 8)
    }

    @Test func theNewerSchemaSaysBothNumbers() {
        #expect(
            LedgerFailure.newerSchema(path: "/l", found: 9, known: 2).description
                == "The ledger /l was written by a newer kelishuv (schema 9; this program knows up to 2). "
                + "Install the newer program to open it.")
    }
}
