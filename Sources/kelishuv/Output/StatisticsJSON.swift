internal import Deals
internal import Exchange
internal import FollowThrough
internal import Ledger

/// Statistics as JSON.
enum StatisticsJSON {
    static func text(_ name: String, _ statistics: Statistics) -> String {
        var json = JSONText()
        json.object { json in
            FollowJSON.pair("group", name, &json)
            FollowJSON.pair("day", statistics.day.description, &json)
            json.key("stages")
            json.array { json in for row in statistics.stages.rows { json.object { self.row(row, &$0) } } }
            json.key("years")
            json.array { json in for year in statistics.years { json.object { self.year(year, &$0) } } }
            json.key("toConstruction")
            json.object { curve(statistics.toConstruction, &$0) }
            json.key("toOperation")
            json.object { curve(statistics.toOperation, &$0) }
        }
        return json.text
    }

    private static func row(_ row: StageRow, _ json: inout JSONText) {
        FollowJSON.pair("stage", row.stage?.code, &json)
        number("deals", row.deals, &json)
        number("dollars", row.dollars.rounded(), &json)
        amounts("sums", row.sums, &json)
        amounts("unconverted", row.unconverted, &json)
        number("withoutSum", row.withoutSum, &json)
        number("silent", row.silent, &json)
        number("silentDollars", row.silentDollars.rounded(), &json)
        number("overdue", row.overdue, &json)
        json.key("records")
        json.array { json in for record in row.records { json.string(record.text) } }
    }

    private static func year(_ year: YearShares, _ json: inout JSONText) {
        FollowJSON.pair("day", year.day.description, &json)
        number("deals", year.deals, &json)
        json.key("stages")
        json.object { json in for stage in year.stages { number(stage.stage.code, stage.deals, &json) } }
    }

    private static func curve(_ curve: KaplanMeier, _ json: inout JSONText) {
        number("deals", curve.count, &json)
        number("open", curve.censored, &json)
        optional("medianMonths", curve.median, &json)
        json.key("points")
        json.array { json in
            for point in curve.points {
                json.object { json in
                    number("months", point.months, &json)
                    number("atRisk", point.atRisk, &json)
                    number("events", point.events, &json)
                    number("waiting", point.waiting, &json)
                    optional("lower", point.lower, &json)
                    optional("upper", point.upper, &json)
                }
            }
        }
    }

    private static func amounts(_ key: String, _ amounts: [Money], _ json: inout JSONText) {
        json.key(key)
        json.array { json in
            for amount in amounts {
                json.object { json in
                    number("value", amount.value, &json)
                    FollowJSON.pair("currency", amount.currency, &json)
                    FollowJSON.pair("qualifier", amount.qualifier.rawValue, &json)
                }
            }
        }
    }

    private static func number(_ key: String, _ value: Int, _ json: inout JSONText) {
        json.key(key)
        json.int(value)
    }

    private static func number(_ key: String, _ value: Double, _ json: inout JSONText) {
        json.key(key)
        json.double(value)
    }

    private static func optional(_ key: String, _ value: Double?, _ json: inout JSONText) {
        json.key(key)
        if let value { json.double(value) } else { json.null() }
    }
}
