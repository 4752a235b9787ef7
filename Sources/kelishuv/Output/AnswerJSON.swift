internal import Deals
internal import Exchange
internal import Ledger
internal import Questions
internal import SourceText

/// An answer as JSON: sentences and rows name their sources by number, counted from 0.
enum AnswerJSON {
    static func text(_ answer: Answer) -> String {
        var json = JSONText()
        json.object { json in
            FollowJSON.pair("question", answer.question.text, &json)
            FollowJSON.pair("language", answer.question.language.rawValue, &json)
            FollowJSON.pair("intent", answer.question.intent.rawValue, &json)
            FollowJSON.pair("understood", answer.understood, &json)
            json.key("nothing")
            json.bool(answer.isNothing)
            json.key("sentences")
            json.array { json in
                for sentence in answer.sentences {
                    json.object { json in
                        FollowJSON.pair("text", sentence.text, &json)
                        numbers(sentence.sources, &json)
                    }
                }
            }
            strings("headings", answer.headings, &json)
            json.key("rows")
            json.array { json in
                for row in answer.rows {
                    json.object { json in
                        strings("cells", row.cells, &json)
                        numbers(row.sources, &json)
                    }
                }
            }
            json.key("sources")
            json.array { json in for source in answer.sources { json.object { self.source(source, &$0) } } }
        }
        return json.text
    }

    private static func source(_ source: AnswerSource, _ json: inout JSONText) {
        FollowJSON.pair("record", source.record.text, &json)
        FollowJSON.pair("document", source.document.hash.hexadecimal, &json)
        FollowJSON.pair("published", source.document.published?.description, &json)
        FollowJSON.pair("source", source.document.metadata.source, &json)
        FollowJSON.pair("title", source.document.metadata.title, &json)
        FollowJSON.pair("url", source.document.metadata.url, &json)
        strings("quotes", source.citations.map(\.exact), &json)
    }

    private static func strings(_ key: String, _ values: [String], _ json: inout JSONText) {
        json.key(key)
        json.array { json in for value in values { json.string(value) } }
    }

    private static func numbers(_ values: [Int], _ json: inout JSONText) {
        json.key("sources")
        json.array { json in for value in values { json.int(value) } }
    }
}
