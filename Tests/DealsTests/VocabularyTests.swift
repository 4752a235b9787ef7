import Deals
import SourceText
import Testing

@Suite struct VocabularyTests {
    @Test func theLadderHasOneRungAStage() {
        let climbing: [AgreementStatus] = [.planned, .announced, .signed, .financing, .construction, .operating]
        #expect(climbing.map(\.rung) == [0, 1, 2, 3, 4, 5])
        #expect(AgreementStatus.allCases.filter { $0.rung == nil } == [.stalled, .cancelled])
    }

    /// The codes are published (FORMAT.md): they must not change with the names in the source.
    @Test func codesArePublished() {
        #expect(
            AgreementKind.allCases.map(\.rawValue) == ["contract", "agreement", "memorandum", "intent", "unspecified"])
        #expect(
            AgreementStatus.allCases.map(\.rawValue) == [
                "planned", "announced", "signed", "financing", "construction", "operating", "stalled", "cancelled",
            ])
        #expect(AmountQualifier.allCases.map(\.rawValue) == ["exact", "about", "over", "up_to"])
        #expect(Sector.waterWaste.rawValue == "water_waste")
        #expect(Sector.allCases.count == 14)
        #expect(EntityKind.allCases.map(\.rawValue) == ["person", "company", "institution", "place"])
    }

    @Test func aValueWithoutACitationStopsTheProgram() async {
        await #expect(processExitsWith: .failure) { _ = Slot(1, citations: []) }
    }

    @Test func theCallersDayOfPublicationComesBeforeThePages() throws {
        var findings = Findings()
        #expect(findings.publicationDay == nil && findings.isWithoutEvents)
        let citation = try Citation(Document(text: "17 января 2024"), TextRange(0, 2))
        findings.published = Slot(try #require(PartialDate(iso: "2024-01-17")), citations: [citation])
        #expect(findings.publicationDay?.description == "2024-01-17")
        findings.publishedByMetadata = PartialDate(iso: "2024-01-18")
        #expect(findings.publicationDay?.description == "2024-01-18")
        findings.visits = [VisitFinding()]
        #expect(!findings.isWithoutEvents)
    }
}
