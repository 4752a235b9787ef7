import Deals
import Ledger
import LedgerTesting
import SourceText
import Testing

/// What every store answers to filters, orders and pages.
@Suite struct FilterTests {
    private static let first = PlainArticle(
        "first", published: "2024-01-17",
        [
            PlainDeal(
                "Мирабадский район", "中国能源建设", amount: usd(150e6), kind: .memorandum, status: .signed,
                sector: .energy, subject: "солнечная электростанция", place: "Мирабад", placeID: "UZ-1726269",
                confidence: 0.9),
            PlainDeal(
                "Сергели", "Chint", amount: usd(130e6), kind: .contract, status: .signed, sector: .manufacturing,
                subject: "завод кабелей", place: "Сергели", day: "2024-01-15", confidence: 0.6),
            PlainDeal("Учтепа", "Power China", amount: cny(70e6), kind: .agreement, status: .planned, day: "2024"),
        ])
    private static let second = PlainArticle(
        "second", published: "2023-12-01",
        [
            PlainDeal("Masdar", amount: usd(2e9), status: .operating, sector: .energy, place: "Navoiy"),
            PlainDeal("Dateless", "Mirobod sement", status: .stalled, sector: .other),
        ])
    private static let third = PlainArticle("third", [PlainDeal("Без даты", amount: cny(10), confidence: 0.1)])

    private func expect(
        _ kind: StoreKind, _ names: [String], _ order: AgreementOrder = .newest,
        _ location: Testing.SourceLocation = #_sourceLocation, _ set: (inout AgreementFilter) -> Void = { _ in }
    ) async throws {
        let filter = AgreementFilter.with(set)
        try await kind.withStore { store async throws in
            for article in [Self.first, Self.second, Self.third] { try await store.add(article) }
            #expect(try await store.names(filter, order) == names, sourceLocation: location)
            #expect(try await store.agreementCount(filter) == names.count, sourceLocation: location)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func orders(kind: StoreKind) async throws {
        try await expect(
            kind, ["Мирабадский район", "Сергели", "Учтепа", "Masdar", "Dateless", "Без даты"], .newest)
        try await expect(
            kind, ["Masdar", "Dateless", "Учтепа", "Сергели", "Мирабадский район", "Без даты"], .oldest)
        try await expect(
            kind, ["Учтепа", "Без даты", "Masdar", "Мирабадский район", "Сергели", "Dateless"], .amount)
        try await expect(
            kind, ["Мирабадский район", "Masdar", "Сергели", "Учтепа", "Dateless", "Без даты"], .place)
    }

    @Test(arguments: StoreKind.allCases)
    func codes(kind: StoreKind) async throws {
        try await expect(kind, ["Мирабадский район", "Сергели"]) { $0.statuses = [.signed] }
        try await expect(kind, ["Мирабадский район", "Сергели", "Dateless"]) { $0.statuses = [.signed, .stalled] }
        try await expect(kind, ["Сергели", "Учтепа"]) { $0.kinds = [.contract, .agreement] }
        try await expect(kind, ["Мирабадский район", "Masdar"]) { $0.sectors = [.energy] }
        try await expect(kind, ["Masdar"]) {
            $0.sectors = [.energy]
            $0.statuses = [.operating, .planned]
        }
    }

    @Test(arguments: StoreKind.allCases)
    func amounts(kind: StoreKind) async throws {
        try await expect(kind, ["Учтепа", "Без даты"]) { $0.currency = "CNY" }
        try await expect(kind, []) { $0.currency = "EUR" }
        try await expect(kind, ["Мирабадский район", "Masdar"]) { $0.minimum = 150e6 }
        try await expect(kind, ["Сергели", "Учтепа", "Без даты"]) { $0.maximum = 130e6 }
        try await expect(kind, ["Учтепа"]) {
            $0.currency = "CNY"
            $0.minimum = 11
            $0.maximum = 1e9
        }
    }

    @Test(arguments: StoreKind.allCases)
    func periods(kind: StoreKind) async throws {
        try await expect(kind, ["Мирабадский район", "Сергели", "Учтепа"]) { $0.from = day("2024") }
        try await expect(kind, ["Мирабадский район", "Учтепа"]) { $0.from = day("2024-01-16") }
        try await expect(kind, ["Сергели", "Учтепа", "Masdar", "Dateless"]) { $0.until = day("2024-01-16") }
        try await expect(kind, ["Masdar", "Dateless"]) { $0.until = day("2023") }
        try await expect(kind, ["Сергели", "Учтепа"]) {
            $0.from = day("2024-01-15")
            $0.until = day("2024-01-15")
        }
    }

    @Test(arguments: StoreKind.allCases)
    func namesInAnyScript(kind: StoreKind) async throws {
        for spelling in ["Мирабад", "Mirobod", "Миробод", "Mirabad", "mirobod 中国"] {
            try await expect(kind, spelling.contains("中") ? ["Мирабадский район"] : ["Мирабадский район", "Dateless"]) {
                $0.words = spelling
            }
        }
        try await expect(kind, ["Мирабадский район"]) { $0.words = "quyosh солнечная".replacing("quyosh ", with: "") }
        try await expect(kind, ["Сергели"]) { $0.words = "kabel zavod" }
        try await expect(kind, []) { $0.words = "kabel Masdar" }
        try await expect(kind, ["Сергели"]) { $0.party = "sergeli" }
        try await expect(kind, ["Учтепа"]) { $0.party = "china power" }
        try await expect(kind, []) { $0.party = "учтепа power" }
        try await expect(kind, ["Masdar"]) { $0.place = "Навои" }
        try await expect(kind, ["Мирабадский район"]) { $0.place = "uz-1726269" }
        try await expect(kind, ["Мирабадский район"]) { $0.place = "Mirobod" }
        try await expect(kind, ["Мирабадский район", "Сергели", "Учтепа", "Masdar", "Dateless", "Без даты"]) {
            $0.words = " … "
        }
    }

    @Test(arguments: StoreKind.allCases)
    func documentsAndConfidence(kind: StoreKind) async throws {
        try await expect(kind, ["Masdar", "Dateless"]) { $0.document = Self.second.document.hash }
        try await expect(kind, []) { $0.document = DocumentHash(of: []) }
        try await expect(kind, ["Мирабадский район", "Сергели"]) { $0.minimumConfidence = 0.6 }
    }

    @Test(arguments: StoreKind.allCases)
    func totalsNeverMixCurrenciesOrRungs(kind: StoreKind) async throws {
        try await kind.withStore { store async throws in
            for article in [Self.first, Self.second, Self.third] { try await store.add(article) }
            #expect(
                try await store.totals(AgreementFilter()) == [
                    Total(currency: "CNY", status: .planned, value: 70e6, count: 1),
                    Total(currency: "CNY", status: nil, value: 10, count: 1),
                    Total(currency: "USD", status: .signed, value: 280e6, count: 2),
                    Total(currency: "USD", status: .operating, value: 2e9, count: 1),
                ])
            #expect(
                try await store.totals(.with { $0.sectors = [.energy] }) == [
                    Total(currency: "USD", status: .signed, value: 150e6, count: 1),
                    Total(currency: "USD", status: .operating, value: 2e9, count: 1),
                ])
        }
    }

    @Test(arguments: StoreKind.allCases, AgreementOrder.allCases)
    func pagesMakeUpTheList(kind: StoreKind, order: AgreementOrder) async throws {
        try await kind.withStore { store async throws in
            for article in [Self.first, Self.second, Self.third] { try await store.add(article) }
            let whole = try await store.agreements(AgreementFilter(), order: order, page: Page(limit: 100)).map(\.id)
            for size in 1...7 {
                var parts: [RecordID] = []
                for offset in stride(from: 0, to: whole.count, by: size) {
                    parts += try await store.agreements(
                        AgreementFilter(), order: order, page: Page(offset: offset, limit: size)
                    ).map(\.id)
                }
                #expect(parts == whole)
            }
        }
    }
}
