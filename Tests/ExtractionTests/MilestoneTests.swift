import Deals
import Extraction
import SourceText
import Testing

/// What is to be reached by when, and in which words.
@Suite struct MilestoneTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        let milestones: [String]
        var testDescription: String { text }
        init(_ text: String, _ milestones: String...) {
            self.text = text
            self.milestones = milestones
        }
    }

    private static let cases = [
        Case(
            "Акимат Актюбинской области и компания Havelstein Kalk подписали соглашение о строительстве завода извести "
                + "за 96 млн евро. Пуск намечен на конец 2026 года.", "operating 2026"),
        Case(
            "Хоким Мирабадского района подписал с компанией Huaxin Cement контракт на 150 млн долларов о строительстве "
                + "цементного завода. Строительство начнётся в марте 2025 года.", "construction 2025-03"),
        Case(
            "The Syrdarya region signed a $50 million contract with Acme Glass for a glass plant. The furnace is to be "
                + "lit before the end of 2025.", "operating 2025"),
        Case(
            "The Syrdarya region signed a $50 million contract with Acme Glass for a glass plant. The plant will open "
                + "in 2026.", "operating 2026"),
        Case(
            "Sirdaryo viloyati Acme Glass kompaniyasi bilan 50 million dollarlik shartnoma imzoladi, oyna zavodi "
                + "quriladi. Zavod 2025-yil oxirigacha ishga tushiriladi.", "operating 2025"),
        Case(
            "塔什干州与成都蓉骋客车有限公司签订合同，投资9500万美元建设客车厂。项目计划2025年底投产。", "operating 2025"),
        Case(
            "Хоким Мирабадского района подписал с компанией Huaxin Cement контракт на 150 млн долларов о строительстве "
                + "цементного завода. В 2020 году компания открыла завод в Ташкенте."),
    ]

    @Test(arguments: cases)
    func milestones(_ expected: Case) throws {
        var metadata = Metadata()
        metadata.published = "2024-09-18"
        let document = Document(text: expected.text, metadata: metadata)
        let findings = try Extractor().findings(in: document)
        let found = findings.agreements.flatMap(\.milestones)
        // A month is as good as its year's end where the text says "end of 2025".
        #expect(
            found.map {
                "\($0.value.stage.rawValue) \($0.value.due)".replacing("2025-12", with: "2025").replacing(
                    "2026-12", with: "2026")
            } == expected.milestones)
        for slot in found {
            for citation in slot.citations { #expect(document.text.contains(citation.exact)) }
        }
    }
}
