import Languages
import SourceText
import Testing

@testable import Extraction

/// Names in English sentences: who and what is named, and where.
@Suite("English names")
struct EnglishNamesTests {
    struct Line: Sendable, CustomTestStringConvertible {
        let text: String
        var persons: [String] = []
        var organisations: [String] = []
        var places: [String] = []

        init(_ text: String, persons: [String] = [], organisations: [String] = [], places: [String] = []) {
            self.text = text
            self.persons = persons
            self.organisations = organisations
            self.places = places
        }

        var testDescription: String { text }
    }

    private func read(_ text: String) throws -> Analysis {
        let data = try LanguageData.bundled(.english)
        let text = TokenizedText(Document(text: text), folding: data.folding, abbreviations: data.abbreviations)
        return MentionReader(text: text, data: data).analysis()
    }

    /// Each name once, in the order in which it first stands.
    private func once(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }

    @Test("names", arguments: lines)
    func names(line: Line) throws {
        let analysis = try read(line.text)
        #expect(once(analysis.persons.map(\.name)) == line.persons)
        #expect(once(analysis.organisations.map(\.name)) == line.organisations)
        #expect(once(analysis.places.filter { !$0.isInsideName }.map(\.name)) == line.places)
    }

    @Test("a surname alone joins the full name")
    func surnameAlone() throws {
        let analysis = try read(
            "The plant's director, Sun Weijie, met the press. Sun said the first kiln was ready.")
        #expect(analysis.persons.count == 2)
        #expect(Set(analysis.persons.map(\.entity)).count == 1)
        #expect(analysis.organisations.isEmpty)
    }

    @Test("a short form joins the full name of a firm")
    func shortForm() throws {
        let analysis = try read(
            "Anhui Dingxin Machinery Co., Ltd opened an office in Tashkent. Dingxin will hire 40 people.")
        #expect(analysis.organisations.count == 2)
        #expect(Set(analysis.organisations.map(\.entity)).count == 1)
    }

    @Test("an abbreviation in brackets joins its name")
    func abbreviation() throws {
        let analysis = try read(
            "A loan came from the Tian Shan Credit Bank (TSCB) in June. The second tranche of TSCB is due in May.")
        #expect(analysis.organisations.count == 3)
        #expect(Set(analysis.organisations.map(\.entity)).count == 1)
    }

    @Test("an outlet only reports")
    func outlet() throws {
        let analysis = try read("TASHKENT, May 4 (Oxus Wire) - The work on the new road has begun.")
        #expect(analysis.organisations.map(\.name) == ["Oxus Wire"])
        #expect(analysis.organisations.map(\.isOutlet) == [true])
    }

    static let lines: [Line] = [
        Line(
            "The deputy governor, Bahrom Ergashov, met the guests in Termez.", persons: ["Bahrom Ergashov"],
            places: ["Termez"]),
        Line("Governor Ikrom Saidaliyev opened the fair.", persons: ["Ikrom Saidaliyev"]),
        Line(
            "The mayor of Kokand, Maruf Usmonkhojaev, thanked the builders.", persons: ["Maruf Usmonkhojaev"],
            places: ["Kokand"]),
        Line("\"It was a long road,\" said managing director Sabine Krause.", persons: ["Sabine Krause"]),
        Line(
            "Zhu Haoran, chairman of Hebei Jinfeng Tractor Group, came to Bukhara in June.", persons: ["Zhu Haoran"],
            organisations: ["Hebei Jinfeng Tractor Group"], places: ["Bukhara"]),
        Line("Chief executive Tariq al-Mansour told reporters that the price was fair.", persons: ["Tariq al-Mansour"]),
        Line("Mr Holloway did not answer.", persons: ["Holloway"]),
        Line(
            "President Shavkat Mirziyoyev received Prince Abdulaziz bin Salman in Tashkent.",
            persons: ["Shavkat Mirziyoyev", "Abdulaziz bin Salman"], places: ["Tashkent"]),
        Line("(Reporting by Timur Aliyev; editing by Karen Whitfield)", persons: ["Timur Aliyev", "Karen Whitfield"]),
        Line("Photo: Nodira Hakimova", persons: ["Nodira Hakimova"]),
        Line(
            "Poland's Zagloba Foods will build a cannery in Denov district.", organisations: ["Zagloba Foods"],
            places: ["Poland", "Denov district"]),
        Line(
            "Turkish retailer Pamuk Deniz A.Ş. wants land in Osh.", organisations: ["Pamuk Deniz A.Ş."], places: ["Osh"]
        ),
        Line(
            "Seoul-based Dahan Medical Systems signed a contract with the city of Namangan.",
            organisations: ["Dahan Medical Systems"], places: ["Seoul", "Namangan"]),
        Line("The contractor, Temir Yol LLC, has left the site.", organisations: ["Temir Yol LLC"]),
        Line("Pharmacy chain Shifonur opened a shop in Nukus.", organisations: ["Shifonur"], places: ["Nukus"]),
        Line("A loan of $20 million came from Issyk Trade Bank.", organisations: ["Issyk Trade Bank"]),
        Line(
            "The Ministry of Health of Uzbekistan and Kerala Pharma Pvt Ltd agreed on a laboratory.",
            organisations: ["Ministry of Health of Uzbekistan", "Kerala Pharma Pvt Ltd"]),
        Line(
            "The Ministry of Investment, Industry and Trade gave no figures.",
            organisations: ["Ministry of Investment, Industry and Trade"]),
        Line(
            "The Fergana regional health department will run the clinic.",
            organisations: ["Fergana regional health department"]),
        Line(
            "The National Statistics Committee published the data on Monday.",
            organisations: ["National Statistics Committee"]),
        Line("The Growers' Union of Urgut asked for more water.", organisations: ["Growers' Union of Urgut"]),
        Line(
            "Students of Andijan State Medical Institute went to Daegu.",
            organisations: ["Andijan State Medical Institute"], places: ["Daegu"]),
        Line(
            "The Karavan Chamber of Exporters led the mission to Nairobi.",
            organisations: ["Karavan Chamber of Exporters"], places: ["Nairobi"]),
        Line("The loan was agreed with the Asian Development Bank.", organisations: ["Asian Development Bank"]),
        Line("The regional administration paid for the road."),
        Line("The hokimiyat of Yangiyul district will give the land.", places: ["Yangiyul district"]),
        Line(
            "China's Weihe Solar has 200 workers in Kashkadarya region.", organisations: ["Weihe Solar"],
            places: ["China", "Kashkadarya region"]),
        Line("Minister of Energy Sherzod Kodirov flew to Riyadh.", persons: ["Sherzod Kodirov"], places: ["Riyadh"]),
        Line(
            "The Minister of Foreign Affairs of the Republic of Uzbekistan Jahongir Rasulov arrived in Astana.",
            persons: ["Jahongir Rasulov"], places: ["Republic of Uzbekistan", "Astana"]),
        Line(
            "Uzbekistan's energy minister, Odil Tursunov, was there too.", persons: ["Odil Tursunov"],
            places: ["Uzbekistan"]),
        Line(
            "Lithuania's Baltvilna UAB sells pumps to Jizzakh.", organisations: ["Baltvilna UAB"],
            places: ["Lithuania", "Jizzakh"]),
        Line(
            "Ferghana Tekstil LLC and Gujarat Spinning Ltd closed a deal.",
            organisations: ["Ferghana Tekstil LLC", "Gujarat Spinning Ltd"]),
        Line(
            "The plant in Chust district was opened by Orzu Plast.", organisations: ["Orzu Plast"],
            places: ["Chust district"]),
        Line(
            "The head of Navoi region, Normat Tursunov, said no.", persons: ["Normat Tursunov"],
            places: ["Navoi region"]),
        Line(
            "Kim Jihoon, vice-president of Hansol Robotics, called on the factory in Asaka.", persons: ["Kim Jihoon"],
            organisations: ["Hansol Robotics"], places: ["Asaka"]),
        Line("Samarkand Agro Cluster will grow cherries.", organisations: ["Samarkand Agro Cluster"]),
        Line("The goods come from Mombasa and Dar es Salaam.", places: ["Mombasa", "Dar es Salaam"]),
        Line("A road from Kulob to Dushanbe is planned.", places: ["Kulob", "Dushanbe"]),
        Line("The World Bank and the European Union pay half.", organisations: ["World Bank", "European Union"]),
        Line(
            "Masdar CEO Yusuf Al Hammadi spoke in Abu Dhabi.", persons: ["Yusuf Al Hammadi"], organisations: ["Masdar"],
            places: ["Abu Dhabi"]),
        Line(
            "An agreement with Samruk Energy followed in Almaty.", organisations: ["Samruk Energy"], places: ["Almaty"]),
        Line(
            "Nestani Lomidze, who owns the vineyard, came from Tbilisi.", persons: ["Nestani Lomidze"],
            places: ["Tbilisi"]),
        Line(
            "Bavarian oven maker Kachelwerk GmbH has no office in Uzbekistan.", organisations: ["Kachelwerk GmbH"],
            places: ["Uzbekistan"]),
        Line(
            "The first buyers are Traxel, Ostmark Metals and Gulf Copper.",
            organisations: ["Traxel", "Ostmark Metals", "Gulf Copper"]),
        Line("The Uzbek embassy asked for a list."),
        Line("Kazakhstan's KazMunayGas sold its share.", organisations: ["KazMunayGas"], places: ["Kazakhstan"]),
        Line("On Friday the guests left for Qarshi.", places: ["Qarshi"]),
        Line("It rained in Qiziltepa district.", places: ["Qiziltepa district"]),
        Line("The text was first printed by Gazeta.uz.", organisations: ["Gazeta.uz"]),
        Line("Li Wenbo and Zhang Rui represented the buyer.", persons: ["Li Wenbo", "Zhang Rui"]),
        Line(
            "Dr Olga Petrenko of Dnipro Research joined later.", persons: ["Olga Petrenko"],
            organisations: ["Dnipro Research"]),
        Line("The price of cotton fell in March."),
        Line("Work stopped in May and began again in September."),
        Line("None of the farmers had heard of the project."),
        Line("The Special Committee on Water met twice.", organisations: ["Special Committee on Water"]),
        Line("New Hope Dairy Ltd has 900 cows near Angren.", organisations: ["New Hope Dairy Ltd"], places: ["Angren"]),
        Line(
            "Islamic Development Bank president Muhammad Al Jasser visited Khiva.", persons: ["Muhammad Al Jasser"],
            organisations: ["Islamic Development Bank"], places: ["Khiva"]),
        Line(
            "Director of Sogd Cement LLC Firdavs Nazarov showed the kiln.", persons: ["Firdavs Nazarov"],
            organisations: ["Sogd Cement LLC"]),
        Line("The deal with Voestal AG was worth EUR 12 million.", organisations: ["Voestal AG"]),
        Line(
            "Uzbekneftegaz CEO Bahrom Sodikov and SOCAR President Elchin Rzayev signed the papers.",
            persons: ["Bahrom Sodikov", "Elchin Rzayev"], organisations: ["Uzbekneftegaz", "SOCAR"]),
        Line(
            "The CEO of Voltora Sebastien Lacroix attended the ceremony.", persons: ["Sebastien Lacroix"],
            organisations: ["Voltora"]),
        Line(
            "Japan’s Mitsui Heavy Industries bid for the line.", organisations: ["Mitsui Heavy Industries"],
            places: ["Japan"]),
        Line("Talks with Vice Premier He Jianfeng lasted an hour.", persons: ["He Jianfeng"]),
        Line(
            "Uztransneft JSC, Uzkimyoprom and Maxar-Chirchik will merge.",
            organisations: ["Uztransneft JSC", "Uzkimyoprom", "Maxar-Chirchik"]),
    ]
}
