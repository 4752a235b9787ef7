import Deals
import FollowThrough
import Ledger
import Questions
import SourceText
import Testing

@Suite struct BriefTests {
    private func brief(_ leader: String, _ form: TextForm, language: LanguageTag = .english) throws -> String {
        let snapshot = try Sample.shared.get().snapshot
        let visit = try #require(snapshot.visits.first { $0.finding.leader?.value.name == leader })
        return try Brief(visit, in: snapshot, on: PartialDate(iso: "2026-11-25")!, language: language).written(as: form)
            .replacing("\u{A0}", with: " ")
    }

    @Test func asText() throws {
        let text = try brief("Олим Турсункулов", .text)
        #expect(
            text.hasPrefix(
                """
                Visit: 2023-05-21, Самаркандская область → Китай
                Led by Олим Турсункулов, хоким Самаркандской области [1]
                Cities: Хэфэй, Нанкин, Шанхай [2]
                Meetings
                date | parties | place
                2023-05-22 | Самаркандская область; Anhui Wanlan Solar Glass | Хэфэй [3]
                2023-05-23 | Самаркандская область; Nanjing Lingyao Medical | Нанкин [4]
                2023-05-24 | Самаркандская область; Pujiang Garden Hotels | Шанхай [5]
                Agreements
                date | parties | subject | sum | in US dollars | stage
                2023-05-22 | Самаркандская область; Anhui Wanlan Solar Glass | завод стекла для солнечных панелей | \
                140,000,000 USD | 140,000,000 USD | memorandum [6]
                2023-05-23 | Самаркандская область; Nanjing Lingyao Medical | выпуск инфузионных растворов | \
                about 18,000,000 USD | 18,000,000 USD | intended [7]
                What became of them by 2026-11-25
                subject | stage | date | last word | months
                завод стекла для солнечных панелей | operating | 2025-11-14 | 2025-11-15 | 12 [8]
                выпуск инфузионных растворов | intended | 2023-05-23 | 2023-05-24 | 42 [9]
                Sources
                """), "\(text)")
        #expect(text.contains("“生产出了第一片光伏玻璃”"))
    }

    @Test func asMarkdownAndHTML() throws {
        let markdown = try brief("Shavkat Ermatov", .markdown, language: .russian)
        #expect(markdown.hasPrefix("# Поездка: 2022-11-13, Sirdaryo viloyati → Koreya Respublikasi\n"))
        #expect(markdown.contains("| дата | стороны | место |\n| --- | --- | --- |"))
        #expect(markdown.contains("отменено"))
        let html = try brief("Shavkat Ermatov", .html, language: .chinese)
        #expect(html.hasPrefix("<!doctype html>\n<meta charset=\"utf-8\">\n<h1>访问：2022-11-13,"))
        #expect(html.contains("&quot;aqlli&quot; issiqxona majmuasi"))
    }

    @Test func whatNoSourceSaysIsSaid() throws {
        let text = try brief("Даурен Сагынгалиев", .text)
        #expect(text.contains("What no source says\n- What it is worth: дуальное обучение 60 студентов.\n"))
    }
}
