internal import Exchange
internal import Ledger
public import Questions
internal import Deals
internal import SourceText

/// An answer as JSON, for the API and for `kelishuv ask`: sentences and rows name their sources by number, counted from 0.
public enum AnswerJSON {
    /// Writes an answer.
    /// - Parameter base: the beginning of addresses; each source then also has those of its record and document.
    public static func text(_ answer: Answer, base: String? = nil) -> String {
        var json = JSONText()
        json.object { json in
            pair("question", answer.question.text, &json)
            pair("language", answer.question.language.rawValue, &json)
            pair("intent", answer.question.intent.rawValue, &json)
            pair("understood", answer.understood, &json)
            json.key("nothing")
            json.bool(answer.isNothing)
            json.key("sentences")
            json.array { json in
                for sentence in answer.sentences {
                    json.object { json in
                        pair("text", sentence.text, &json)
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
            json.array { json in for source in answer.sources { json.object { self.source(source, base, &$0) } } }
        }
        return json.text
    }

    private static func source(_ source: AnswerSource, _ base: String?, _ json: inout JSONText) {
        let document = source.document
        pair("record", source.record.text, &json)
        pair("document", document.hash.hexadecimal, &json)
        if let base {
            pair("page", base + "/\(source.record.kind.rawValue)s/\(source.record)", &json)
            pair("document_page", base + "/documents/\(document.hash)", &json)
        }
        pair("published", document.published?.description, &json)
        pair("source", document.metadata.source, &json)
        pair("title", document.metadata.title, &json)
        pair("url", document.metadata.url, &json)
        strings("quotes", source.citations.map(\.exact), &json)
    }

    private static func pair(_ key: String, _ value: String?, _ json: inout JSONText) {
        json.key(key)
        if let value { json.string(value) } else { json.null() }
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
