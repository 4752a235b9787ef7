import Deals
import Linkage
import Testing

struct EntityTests {
    @Test func spellingsOfOneCompanyAreOneEntity() throws {
        var linker = EntityLinker(try NameTables.bundled.get())
        for name in [
            "Shandong Luheng Heavy Machinery Co., Ltd", "Shandong Luheng Heavy Machinery", "山东鲁恒重工机械有限公司",
            "Shandong Luheng Heavy Machinery", "Shandong Luheng New Materials Co., Ltd.", "ООО «Зарафшон Агромаш»",
            "Zarafshon Agromash LLC",
        ] { linker.add(name, .organisation) }
        let entities = linker.entities()
        #expect(entities.map(\.names.count) == [3, 2, 1])
        #expect(entities[0].name == "Shandong Luheng Heavy Machinery")
        #expect(entities[0].mentions == 4)
    }

    @Test func aSurnameAloneNamesNobody() throws {
        var linker = EntityLinker(try NameTables.bundled.get())
        for name in ["Алишер Каримов", "Alisher Karimov", "Каримов", "Рустам Каримов"] { linker.add(name, .person) }
        #expect(
            linker.entities().map(\.names) == [["Алишер Каримов", "Alisher Karimov"], ["Каримов"], ["Рустам Каримов"]])
    }

    private func place(_ name: String) -> NamedEntity { NamedEntity(name: name, kind: .place) }

    @Test func oneVisitInTwoLanguages() throws {
        var linker = EventLinker(try LinkTables.bundled.get())
        let leader = NamedEntity(name: "Ҳасан Юлбарсов", kind: .person)
        linker.add(
            EventRecord(
                id: "uz", document: "1", isVisit: true, parties: [place("Фарғона вилояти")], leader: leader,
                place: place("Хитой"),
                date: PartialDate(iso: "2023-05-14")))
        linker.add(
            EventRecord(
                id: "en", document: "2", isVisit: true, parties: [place("Fergana region")],
                leader: NamedEntity(name: "Hasan Yulbarsov", kind: .person), place: place("Jinan"),
                date: PartialDate(iso: "2023-05-15")))
        linker.add(
            EventRecord(
                id: "later", document: "3", isVisit: true, parties: [place("Fergana region")],
                leader: NamedEntity(name: "Hasan Yulbarsov", kind: .person), place: place("Jinan"),
                date: PartialDate(iso: "2024-05-15")))
        let found = linker.clusters()
        #expect(found == [["uz", "en"]])
    }

    @Test func meetingsOfOneDayWithTwoCompaniesAreTwo() throws {
        var linker = EventLinker(try LinkTables.bundled.get())
        for (number, name) in ["Henan Yuxian Cable Group", "河南豫弦电缆集团", "Gansu Longjin Mining Group"].enumerated() {
            linker.add(
                EventRecord(
                    id: "\(number)", document: "d\(number)", isVisit: false,
                    parties: [place("Sirdaryo viloyati"), NamedEntity(name: name, kind: .company)],
                    place: place("Zhengzhou"),
                    date: PartialDate(iso: "2024-02-10")))
        }
        let found = linker.clusters()
        #expect(found == [["0", "1"]])
    }
}
