import Deals
import Foundation
import Ledger
import Testing

@testable import Server

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// Pages of companies, officials, places, sectors and sources; lists as files and feeds.
@Suite struct SurveyPageTests {
    @Test func aPlaceCountsWhatLiesInIt() async throws {
        try await RunningServer.with(try await DemoLedger.store()) { server in
            let region = try await server.get("/places/UZ-1730").body.replacing("\u{A0}", with: " ")
            #expect(region.contains("<h1>Fergana region: 1 agreement signed, worth 1.8 trillion Uzbek soum"))
            #expect(region.contains("1 agreement operating, worth 25 million euros"))
            #expect(region.contains("1 agreement stalled, no sum named"))
            #expect(region.contains("href=\"/places/UZ-1730412\">Margilan</a>"))
            let list = try await server.get("/agreements?place=Fergana+region").body
            #expect(list.contains("3\u{A0}agreements found"))
            #expect(
                try await server.get("/agreements?place=UZ-1730").body
                    == list.replacing("place=Fergana%20region", with: "place=UZ-1730"))
            #expect(
                try await server.get(
                    "/agreements?place=%D0%A4%D0%B5%D1%80%D0%B3%D0%B0%D0%BD%D1%81%D0%BA%D0%B0%D1%8F+%D0%BE%D0%B1%D0%BB%D0%B0%D1%81%D1%82%D1%8C"
                ).body.contains("3\u{A0}agreements found"))
            let all = try await server.get("/places").body
            #expect(all.contains(">Uzbekistan</a>") && all.contains(">Samarkand region</a>"))
            #expect(try await server.get("/places/nowhere").status == 404)
        }
    }

    @Test func aCompanyStandsUnderItsName() async throws {
        try await RunningServer.with(try await DemoLedger.store()) { server in
            let list = try await server.get("/companies").body
            #expect(list.contains("href=\"/companies/Xinjiang%20Hongda%20Trade\""))
            let page = try await server.get("/companies/Xinjiang%20Hongda%20Trade").body.replacing("\u{A0}", with: " ")
            #expect(page.contains("<h1>Xinjiang Hongda Trade: 1 agreement signed, worth 150 million US dollars</h1>"))
            // Another script folds to the same name, and a beginning of it does not.
            #expect(try await server.get("/companies/xinjiang%20hongda%20trade").status == 200)
            #expect(try await server.get("/companies/Xinjiang").status == 404)
            #expect(try await server.get("/companies/..%2F..%2Fetc").status == 404)
            let chinese = "山东恒达集团".addingPercentEncoding(withAllowedCharacters: .alphanumerics)!
            #expect(try await server.get("/companies/" + chinese).body.contains("<h1>山东恒达集团: 1\u{A0}agreement signed"))
        }
    }

    @Test func anOfficialShowsWhatBecameOfTheirVisits() async throws {
        try await RunningServer.with(try await DemoLedger.store()) { server in
            let name = "Анвар Сайфуллаев".addingPercentEncoding(withAllowedCharacters: .alphanumerics)!
            let page = try await server.get("/officials/" + name).body.replacing("\u{A0}", with: " ")
            #expect(page.contains("<h1>Анвар Сайфуллаев: 1 agreement signed, worth 150 million US dollars</h1>"))
            #expect(page.contains("Хоким Мирабадского района"))
            #expect(try await server.get("/officials").body.contains("Анвар Сайфуллаев"))
            #expect(try await server.get("/officials/Nobody").status == 404)
        }
    }

    @Test func sectorsAndSources() async throws {
        try await RunningServer.with(try await DemoLedger.store()) { server in
            let energy = try await server.get("/sectors/energy").body.replacing("\u{A0}", with: " ")
            #expect(energy.contains("<h1>Energy: 1 agreement under construction, worth 320 million US dollars"))
            #expect(try await server.get("/sectors/no-such").status == 404)
            let sources = try await server.get("/sources").body
            #expect(sources.contains("href=\"/documents?source=Vodiy%20Press\""))
            let one = try await server.get("/documents?source=Vodiy%20Press").body
            #expect(one.contains("<h1>1\u{A0}document from Vodiy Press</h1>"))
            #expect(!one.contains("Buxoro Times"))
        }
    }

    @Test func facetsNarrowAndWiden() async throws {
        try await RunningServer.with(try await DemoLedger.store()) { server in
            let closed = try await server.get("/agreements?status=signed").body
            #expect(!closed.contains("<h3>Sector</h3>"))
            #expect(closed.contains("href=\"/agreements?status=signed&amp;facets=show\""))
            let open = try await server.get("/agreements?status=signed&facets=show").body
            #expect(open.contains("<h3>Sector</h3>") && open.contains("<h3>Company</h3>"))
            #expect(open.contains("<b>signed</b> <a href=\"/agreements?facets=show\""))
            #expect(open.contains("/agreements?status=signed&amp;company=Anadolu%20Tekstil&amp;facets=show"))
            let country = try await server.get("/agreements?country=UZ&source=Vodiy%20Press").body
            #expect(country.contains("1\u{A0}agreement found"))
            #expect(try await server.get("/agreements?country=%3Cb%3E").status == 400)
        }
    }

    @Test func listsAsTables() async throws {
        try await RunningServer.with(try await DemoLedger.store()) { server in
            let answer = try await server.get("/agreements.csv?status=signed&currency=USD&min=140000000")
            #expect(answer.header("Content-Type") == "text/csv; charset=utf-8; header=present")
            #expect(answer.header("Content-Disposition") == "attachment; filename=\"agreements.csv\"")
            let lines = answer.body.split(separator: "\r\n")
            #expect(lines.count == 2)
            #expect(lines[0].hasPrefix("\u{FEFF}id,address,subject,kind,status,parties,amount,currency"))
            #expect(
                lines[1].contains(",agreement,signed,Мирабадский район; Xinjiang Hongda Trade,150000000,USD,exact,"))
            #expect(lines[1].contains("\(server.address)/agreements/a-"))
            for path in ["visits", "meetings", "documents", "companies", "officials", "places", "sectors"] {
                let table = try await server.get("/\(path).csv")
                #expect(table.status == 200)
                #expect(table.body.split(separator: "\r\n").count > 1, "\(path)")
            }
            #expect(try await server.get("/agreements.csv?min=x").status == 400)
        }
    }

    @Test func listsAsFeeds() async throws {
        try await RunningServer.with(try await DemoLedger.store()) { server in
            for path in ["agreements", "visits", "meetings", "documents"] {
                let feed = try await server.get("/\(path).atom?lang=ru")
                #expect(feed.header("Content-Type") == "application/atom+xml; charset=utf-8")
                #expect(XMLParser(data: Data(feed.body.utf8)).parse(), "\(path)")
                #expect(feed.body.contains("<updated>2026-08-19T08:30:00Z</updated>"))
                #expect(!feed.body.contains("<script"))
                let page = try await server.get("/\(path)").body
                #expect(page.contains("type=\"application/atom+xml\" href=\"/\(path).atom\""))
            }
            let narrowed = try await server.get("/agreements.atom?status=operating").body
            #expect(narrowed.matches(of: /<entry>/).count == 1)
        }
    }
}
