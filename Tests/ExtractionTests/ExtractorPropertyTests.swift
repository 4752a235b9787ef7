import Deals
import Extraction
import LedgerTesting
import SourceText
import Testing
import TextTesting

/// What must hold of findings whatever the text is.
@Suite struct ExtractorPropertyTests {
    private static let extractor = Result { try Extractor() }
    private static let articles = [
        "Хоким Мирабада А. Каримов 17 января 2024 г. подписал в Пекине с Chint Co., Ltd. контракт на 150 млн долларов. «Завод построят», — сказал он.",
        "Mirobod tumani hokimi A. Karimov 2024-yil 17-yanvarda Pekinda Chint kompaniyasi bilan 150 mln dollarlik shartnoma imzoladi.",
        "Миробод тумани ҳокими А. Каримов Пекинда Chint компанияси билан 150 млн долларлик шартнома имзолади.",
        "On 17 January 2024 the governor of Mirabad signed a $150 million contract with Chint Co., Ltd. in Beijing.",
        "2024年1月17日，米拉巴德区区长在北京与正泰集团签署1.5亿美元合同。",
    ]

    private static func citations(_ findings: Findings) -> [Citation] {
        func all<Value>(_ slot: Slot<Value>?) -> [Citation] { slot?.citations ?? [] }
        func all<Value>(_ slots: [Slot<Value>]) -> [Citation] { slots.flatMap(\.citations) }
        var citations =
            all(findings.published) + all(findings.persons) + all(findings.organisations) + all(findings.places)
        citations += all(findings.money)
        for agreement in findings.agreements {
            citations += all(agreement.kind) + all(agreement.status) + all(agreement.parties) + all(agreement.amount)
            citations += all(agreement.subject) + all(agreement.sector) + all(agreement.place) + all(agreement.date)
        }
        for meeting in findings.meetings { citations += all(meeting.parties) + all(meeting.place) + all(meeting.date) }
        for visit in findings.visits {
            citations += all(visit.who) + all(visit.leader) + all(visit.to) + all(visit.cities) + all(visit.date)
        }
        return citations
    }

    /// The findings of any text cite its own words, are the same each time, and are sure to a degree.
    @Test(arguments: 0..<150)
    func findingsOfMutantsCiteTheirText(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let text: String
        switch seed % 3 {
        case 0: text = RandomText.ofPieces(150, using: &random)
        default: text = RandomText.mutant(of: random.pick(Self.articles), using: &random)
        }
        let extractor = try Self.extractor.get()
        let document = Document(text: text, metadata: Metadata(published: "2024-01-18"))
        let findings = extractor.findings(in: document)
        for citation in Self.citations(findings) {
            #expect(try Citation(document, citation.range, exact: citation.exact) == citation)
        }
        for confidence in findings.agreements.map(\.confidence) + findings.meetings.map(\.confidence)
            + findings.visits.map(\.confidence)
        {
            #expect((0...1).contains(confidence))
        }
        #expect(extractor.findings(in: document) == findings)
    }

    @Test(arguments: zip(articles, LanguageTag.allCases))
    func eachLanguageIsTold(article: String, language: LanguageTag) throws {
        #expect(try Self.extractor.get().language(of: Document(text: article)) == language)
    }

    @Test func theCallersLanguageComesBeforeDetection() throws {
        let document = Document(text: Self.articles[0], metadata: Metadata(language: .uzbekCyrillic))
        #expect(try Self.extractor.get().findings(in: document).language == .uzbekCyrillic)
    }

    @Test func aTextOfNoLanguageHasNoFindings() throws {
        #expect(try Self.extractor.get().findings(in: Document(text: "150 $ 2024-01-17")) == Findings())
    }
}
