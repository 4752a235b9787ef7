package import Deals
package import SourceText

/// A document of random words, and random findings whose citations stand in it.
package struct RandomArticle: Sendable {
    package let document: Document
    package let findings: Findings

    /// - Parameter label: stands in the text, so that articles of different labels are different documents.
    package init(label: String, using random: inout SplitMix64) {
        var maker = ArticleMaker(label: label, using: &random)
        findings = maker.findings(using: &random)
        document = maker.document
    }

    /// Names as sources spell them; several are one name in other scripts.
    package static let names = [
        "Мирабад", "Миробод", "Mirobod", "Mirabad", "Навои", "Navoiy", "Ташкент", "Toshkent", "Узбекистан",
        "Oʻzbekiston", "Самарканд", "Samarqand", "中国能源建设", "中国", "Chint Electric", "Power China",
        "АО «Узбекгидроэнерго»", "Masdar", "Мухаммад Саидов", "Qo'qon", "№ 7", "…",
    ]
    private static let subjects = [
        "строительство цементного завода", "цементный завод", "quyosh elektr stansiyasi", "solar power plant",
        "水泥厂", "поставка 50 автобусов", "sement zavodi", "теплицы\u{0}на 20 га",
    ]

    private struct ArticleMaker {
        let document: Document
        private let words: [TextRange]

        init(label: String, using random: inout SplitMix64) {
            var text = label
            var words: [TextRange] = []
            for _ in 0..<Int.random(in: 1...60, using: &random) {
                text += random.pick([" ", "\n", ", ", "\u{A0}"])
                let start = text.utf8.count
                text += random.pick(RandomArticle.names + RandomArticle.subjects)
                words.append(TextRange(start, text.utf8.count))
            }
            let raw = random.once(in: 2) ? Array(text.utf8) : Array("<p>\(text)</p>".utf8)
            var metadata = Metadata()
            if random.once(in: 2) { metadata.title = random.pick(RandomArticle.names) }
            if random.once(in: 2) { metadata.url = "https://example.uz/\(label)" }
            if random.once(in: 2) { metadata.published = Self.day(using: &random).description }
            if random.once(in: 3) { metadata.language = random.pick(LanguageTag.allCases) }
            if random.once(in: 3) { metadata.fetched = "2024-02-01T00:00:00Z" }
            if random.once(in: 2) { metadata.source = random.pick(["Vodiy Press", "Zarafshon", "丝路日报"]) }
            document = Document(raw: raw, text: text, metadata: metadata)
            self.words = words
        }

        static func day(using random: inout SplitMix64) -> PartialDate {
            let year = Int.random(in: 2022...2024, using: &random)
            let month = Int.random(in: 1...12, using: &random)
            return switch Int.random(in: 0..<5, using: &random) {
            case 0: PartialDate(year: year)!
            case 1: PartialDate(year: year, month: month)!
            default: PartialDate(year: year, month: month, day: Int.random(in: 1...28, using: &random))!
            }
        }

        private func slot<Value>(_ value: Value, using random: inout SplitMix64) -> Slot<Value> {
            let citations = (0..<Int.random(in: 1...3, using: &random)).map { _ in
                try! Citation(document, random.pick(words))
            }
            let rules = (0..<Int.random(in: 0...2, using: &random)).map { "rule-\($0)" }
            return Slot(value, citations: citations, rules: rules)
        }

        private func maybe<Value>(
            _ value: @autoclosure () -> Value, using random: inout SplitMix64
        ) -> Slot<Value>? {
            random.once(in: 4) ? nil : slot(value(), using: &random)
        }

        private func entity(using random: inout SplitMix64) -> NamedEntity {
            NamedEntity(
                name: random.pick(RandomArticle.names), kind: random.pick(EntityKind.allCases),
                role: random.once(in: 3) ? "хоким" : nil,
                place: random.once(in: 3) ? random.pick(["UZ-1726294", "CN"]) : nil)
        }

        private func maybeEntity(using random: inout SplitMix64) -> Slot<NamedEntity>? {
            let entity = entity(using: &random)
            return maybe(entity, using: &random)
        }

        private func entities(using random: inout SplitMix64) -> [Slot<NamedEntity>] {
            (0..<Int.random(in: 0...4, using: &random)).map { _ in slot(entity(using: &random), using: &random) }
        }

        private func maybeDay(using random: inout SplitMix64) -> Slot<PartialDate>? {
            let day = Self.day(using: &random)
            return maybe(day, using: &random)
        }

        private func confidence(using random: inout SplitMix64) -> Double {
            Double(Int.random(in: 0...100, using: &random)) / 100
        }

        private func agreement(using random: inout SplitMix64) -> AgreementFinding {
            let money = Money(
                value: Double(Int.random(in: 0...400, using: &random)) * 500_000,
                currency: random.pick(["USD", "CNY", "UZS"]), qualifier: random.pick(AmountQualifier.allCases))
            let kind = random.pick(AgreementKind.allCases)
            let status = random.pick(AgreementStatus.allCases)
            let sector = random.pick(Sector.allCases)
            let subject = random.pick(RandomArticle.subjects)
            return AgreementFinding(
                kind: maybe(kind, using: &random), status: maybe(status, using: &random),
                parties: entities(using: &random), amount: maybe(money, using: &random),
                subject: maybe(subject, using: &random), sector: maybe(sector, using: &random),
                place: maybeEntity(using: &random), date: maybeDay(using: &random),
                count: random.pick([1, 1, 1, 42, nil]), confidence: confidence(using: &random))
        }

        mutating func findings(using random: inout SplitMix64) -> Findings {
            var findings = Findings()
            findings.language = random.pick(LanguageTag.allCases)
            findings.published = maybeDay(using: &random)
            findings.agreements = (0..<Int.random(in: 0...4, using: &random)).map { _ in agreement(using: &random) }
            findings.meetings = (0..<Int.random(in: 0...3, using: &random)).map { _ in
                MeetingFinding(
                    parties: entities(using: &random), place: maybeEntity(using: &random),
                    date: maybeDay(using: &random), confidence: confidence(using: &random))
            }
            findings.visits = (0..<Int.random(in: 0...2, using: &random)).map { _ in
                VisitFinding(
                    who: maybeEntity(using: &random), leader: maybeEntity(using: &random),
                    to: maybeEntity(using: &random), cities: entities(using: &random),
                    date: maybeDay(using: &random), confidence: confidence(using: &random))
            }
            return findings
        }
    }
}
