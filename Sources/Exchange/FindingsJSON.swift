public import Deals
public import SourceText

/// Findings as one JSON object: the project's output format.
///
/// A slot is null or an object with its value and `citations`; a citation is a W3C Web Annotation selector
/// pair `{"start", "end", "exact"}` in Unicode code points into the text as given, half open.
public struct FindingsJSON: Sendable {
    /// Whether each slot names the rules that made it.
    public var explains = false

    /// Makes a writer.
    public init(explains: Bool = false) { self.explains = explains }

    /// Writes the findings of a document.
    /// - Parameter id: the value of `id`; the document's hash when nil.
    public func text(_ findings: Findings, of document: Document, id: String? = nil) -> String {
        var json = JSONText()
        let points = CodePointIndex(document.bytes)
        json.object { json in
            json.key("id")
            json.string(id ?? document.hash.hexadecimal)
            json.key("document")
            documentObject(document, findings, &json)
            json.key("language")
            optional(findings.language?.rawValue, &json)
            json.key("published")
            optional(findings.publicationDay?.description, &json)
            list("visits", findings.visits, &json) { fields(of: $0, points, &$1) }
            list("meetings", findings.meetings, &json) { fields(of: $0, points, &$1) }
            list("agreements", findings.agreements, &json) { fields(of: $0, points, &$1) }
            names("persons", findings.persons, points, &json)
            names("organisations", findings.organisations, points, &json)
            names("places", findings.places, points, &json)
            json.key("money")
            json.array { json in
                for amount in findings.money { object(amount, points, &json, money) }
            }
        }
        return json.text
    }

    /// Writes the keys of a visit into an object that the caller has opened.
    /// - Parameter points: the index of the text that the citations point into.
    public func fields(of visit: VisitFinding, _ points: CodePointIndex, _ json: inout JSONText) {
        slot("who", visit.who, points, &json, entity)
        slot("leader", visit.leader, points, &json, entity)
        slot("to", visit.to, points, &json, entity)
        names("cities", visit.cities, points, &json)
        slot("date", visit.date, points, &json, date)
        confidence(visit.confidence, &json)
    }

    /// Writes the keys of a meeting into an object that the caller has opened.
    /// - Parameter points: the index of the text that the citations point into.
    public func fields(of meeting: MeetingFinding, _ points: CodePointIndex, _ json: inout JSONText) {
        names("parties", meeting.parties, points, &json)
        slot("place", meeting.place, points, &json, entity)
        slot("date", meeting.date, points, &json, date)
        confidence(meeting.confidence, &json)
    }

    /// Writes the keys of an agreement into an object that the caller has opened.
    /// - Parameter points: the index of the text that the citations point into.
    public func fields(of agreement: AgreementFinding, _ points: CodePointIndex, _ json: inout JSONText) {
        slot("kind", agreement.kind, points, &json, code)
        slot("status", agreement.status, points, &json, code)
        names("parties", agreement.parties, points, &json)
        slot("amount", agreement.amount, points, &json, money)
        slot("subject", agreement.subject, points, &json) {
            $1.key("value")
            $1.string($0)
        }
        slot("sector", agreement.sector, points, &json, code)
        slot("place", agreement.place, points, &json, entity)
        slot("date", agreement.date, points, &json, date)
        json.key("count")
        if let count = agreement.count { json.int(count) } else { json.null() }
        confidence(agreement.confidence, &json)
    }

    private func code(_ value: some RawRepresentable<String>, _ json: inout JSONText) {
        json.key("value")
        json.string(value.rawValue)
    }

    private func date(_ value: PartialDate, _ json: inout JSONText) {
        json.key("value")
        json.string(value.description)
    }

    private func documentObject(_ document: Document, _ findings: Findings, _ json: inout JSONText) {
        json.object { json in
            json.key("sha256")
            json.string(document.hash.hexadecimal)
            for (key, value) in [
                ("url", document.metadata.url), ("source", document.metadata.source),
                ("title", document.metadata.title),
                ("fetched", document.metadata.fetched),
            ] {
                guard let value else { continue }
                json.key(key)
                json.string(value)
            }
        }
    }

    private func list<Record>(
        _ key: String, _ records: [Record], _ json: inout JSONText, _ body: (Record, inout JSONText) -> Void
    ) {
        json.key(key)
        json.array { json in
            for record in records { json.object { body(record, &$0) } }
        }
    }

    private func names(_ key: String, _ slots: [Slot<NamedEntity>], _ points: CodePointIndex, _ json: inout JSONText) {
        json.key(key)
        json.array { json in
            for slot in slots {
                object(slot, points, &json) { entity, json in
                    json.key("name")
                    json.string(entity.name)
                    details(entity, &json)
                }
            }
        }
    }

    private func slot<Value>(
        _ key: String, _ slot: Slot<Value>?, _ points: CodePointIndex, _ json: inout JSONText,
        _ body: (Value, inout JSONText) -> Void
    ) {
        json.key(key)
        guard let slot else { return json.null() }
        object(slot, points, &json, body)
    }

    private func object<Value>(
        _ slot: Slot<Value>, _ points: CodePointIndex, _ json: inout JSONText, _ body: (Value, inout JSONText) -> Void
    ) {
        json.object { json in
            body(slot.value, &json)
            json.key("citations")
            json.array { json in
                for citation in slot.citations {
                    let range = points.codePoints(of: citation.range)
                    json.object { json in
                        json.key("start")
                        json.int(range.start)
                        json.key("end")
                        json.int(range.end)
                        json.key("exact")
                        json.string(citation.exact)
                    }
                }
            }
            if let value = slot.confidence { confidence(value, &json) }
            if explains, !slot.rules.isEmpty {
                json.key("rules")
                json.array { json in for rule in slot.rules { json.string(rule) } }
            }
        }
    }

    private func entity(_ entity: NamedEntity, _ json: inout JSONText) {
        json.key("value")
        json.string(entity.name)
        details(entity, &json)
    }

    private func details(_ entity: NamedEntity, _ json: inout JSONText) {
        if let role = entity.role {
            json.key("role")
            json.string(role)
        }
        json.key("type")
        json.string(entity.kind.rawValue)
        if let place = entity.place {
            json.key("place_id")
            json.string(place)
        }
    }

    private func money(_ money: Money, _ json: inout JSONText) {
        json.key("value")
        json.double(money.value)
        json.key("currency")
        json.string(money.currency)
        json.key("qualifier")
        json.string(money.qualifier.rawValue)
    }

    private func confidence(_ value: Double, _ json: inout JSONText) {
        json.key("confidence")
        json.double((value * 100).rounded() / 100)
    }

    private func optional(_ value: String?, _ json: inout JSONText) {
        if let value { json.string(value) } else { json.null() }
    }
}
