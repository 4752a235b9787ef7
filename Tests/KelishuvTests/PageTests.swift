import Foundation
import Testing

/// A whole page with menu, adverts, photo names and related headlines gives the records of its article and no others.
@Suite struct PageTests {
    private struct Name: Decodable { let name: String }
    private struct Amount: Decodable { let value: Double }
    private struct Agreement: Decodable {
        let parties: [Name]
        let amount: Amount?
    }
    private struct Meeting: Decodable { let parties: [Name] }
    private struct Visit: Decodable {
        struct Person: Decodable { let value: String }
        let leader: Person?
    }
    private struct Output: Decodable {
        let published: String?
        let visits: [Visit]
        let meetings: [Meeting]
        let agreements: [Agreement]
    }

    @Test func theFurnitureMakesNoRecord() async throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let page = root.appendingPathComponent("Examples/pages/seed-plain.html").path
        try await Program.with { program in
            let result = try await program.run("read", page, "--format", "json")
            #expect(result.status == 0)
            let output = try JSONDecoder().decode(Output.self, from: Data(result.out.utf8))
            #expect(output.published == "2024-01-17")
            #expect(
                output.visits.compactMap(\.leader?.value).sorted()
                    == ["Анвар Сайфутдинов", "Фарход Абдуллаев", "Эльбек Шукуров"])
            #expect(
                output.meetings.map { $0.parties.map(\.name).sorted() }
                    == [
                        ["Teld New Energy", "Мирабадский район"],
                        ["Xinjiang Chuangdai International Trade", "Мирабадский район"],
                        ["Haike Intelligence", "Сергелийский район"],
                        ["Учтепинский район"],
                    ])
            #expect(
                output.agreements.map { $0.parties.map(\.name).sorted() }
                    == [
                        ["Xinjiang Chuangdai International Trade", "Мирабадский район"],
                        ["Haike Intelligence", "Сергелийский район"],
                        [
                            "DQ Carbon Group", "Harbin Longteng New Material Technology", "Korea DQ Carbon",
                            "Сергелийский район",
                        ],
                        ["Учтепинский район"],
                    ])
            #expect(output.agreements.map(\.amount?.value) == [150_000_000, nil, nil, 130_000_000])
        }
    }
}
