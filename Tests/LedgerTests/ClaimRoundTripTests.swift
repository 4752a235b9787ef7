import Deals
import Ledger
import LedgerTesting
import SourceText
import Testing

@Suite struct ClaimRoundTripTests {
    private static let author = "kelishuv 0.1.0"
    private static let time = "2024-01-17T09:55:33Z"

    @Test(arguments: 0..<200)
    func whatIsTakenApartComesTogetherAgain(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let article = RandomArticle(label: "\(seed)", using: &random)
        let hash = article.document.hash
        let records = claims(from: article.findings, of: hash, author: Self.author, added: Self.time)
        let byID = Dictionary(uniqueKeysWithValues: records.map { ($0.id, $0.claims) })
        for (ordinal, finding) in article.findings.agreements.enumerated() {
            let found = byID[RecordID(.agreement, in: hash, ordinal: ordinal)]
            #expect(try found.map { try AgreementFinding(claims: $0) } == Self.readable(finding))
        }
        for (ordinal, finding) in article.findings.meetings.enumerated() {
            let found = byID[RecordID(.meeting, in: hash, ordinal: ordinal)]
            #expect(try found.map { try MeetingFinding(claims: $0) } == (Self.isEmpty(finding) ? nil : finding))
        }
        for (ordinal, finding) in article.findings.visits.enumerated() {
            let found = byID[RecordID(.visit, in: hash, ordinal: ordinal)]
            #expect(try found.map { try VisitFinding(claims: $0) } == (Self.isEmpty(finding) ? nil : finding))
        }
    }

    /// The subject without U+0000; nil when the finding states nothing.
    private static func readable(_ finding: AgreementFinding) -> AgreementFinding? {
        var finding = finding
        finding.subject = finding.subject.map {
            Slot($0.value.replacing("\u{0}", with: "\u{FFFD}"), citations: $0.citations, rules: $0.rules)
        }
        return finding == AgreementFinding(count: nil, confidence: finding.confidence) ? nil : finding
    }

    private static func isEmpty(_ finding: MeetingFinding) -> Bool {
        finding == MeetingFinding(parties: [], confidence: finding.confidence)
    }

    private static func isEmpty(_ finding: VisitFinding) -> Bool {
        finding == VisitFinding(confidence: finding.confidence)
    }

    @Test func aFindingThatStatesNothingMakesNoRecordAndKeepsItsPlace() {
        let article = PlainArticle("x", [PlainDeal("Masdar")])
        var findings = article.findings
        findings.agreements.insert(AgreementFinding(count: nil), at: 0)
        let records = claims(from: findings, of: article.document.hash, author: "a", added: Self.time)
        #expect(records.map(\.id) == [RecordID(.agreement, in: article.document.hash, ordinal: 1)])
        #expect(records.map(\.ordinal) == [1])
    }

    @Test(arguments: [(-1.0, 0.0), (2, 1), (.nan, 0), (.infinity, 1)])
    func confidenceIsBroughtIntoItsRange(given: Double, kept: Double) {
        let article = PlainArticle("x", [PlainDeal("Masdar", confidence: given)])
        let records = claims(from: article.findings, of: article.document.hash, author: "a", added: Self.time)
        #expect(records.flatMap(\.claims).allSatisfy { $0.confidence == kept })
    }

    @Test func theLastClaimOnAFieldStands() throws {
        let article = PlainArticle("x", [PlainDeal("Masdar", status: .planned)])
        var list = claims(from: article.findings, of: article.document.hash, author: "a", added: Self.time)[0].claims
        let old = try #require(list.first { $0.field == .status })
        list.append(
            Claim(
                record: old.record, field: .status, value: .code("signed"), citations: old.citations, author: "b",
                added: Self.time, confidence: 1))
        #expect(try AgreementFinding(claims: list).status?.value == .signed)
    }

    @Test func claimsThatMakeNoRecordAreRefused() {
        let id = RecordID(.agreement, in: DocumentHash(of: []), ordinal: 0)
        func claim(_ field: Field, _ value: FieldValue) -> Claim {
            Claim(record: id, field: field, value: value, citations: [], author: "a", added: Self.time, confidence: 1)
        }
        #expect(throws: ClaimMismatch.noClaims) { try AgreementFinding(claims: []) }
        #expect(throws: ClaimMismatch.wrongValue(.kind)) {
            try AgreementFinding(claims: [claim(.kind, .code("treaty"))])
        }
        #expect(throws: ClaimMismatch.wrongValue(.amount)) {
            try AgreementFinding(claims: [claim(.amount, .number(1))])
        }
        #expect(throws: ClaimMismatch.uncited(.subject)) { try AgreementFinding(claims: [claim(.subject, .text("x"))]) }
    }
}
