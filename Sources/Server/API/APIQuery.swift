import Foundation
import HTTPTypes
import Ledger

/// The parameters of a request to the API, read more strictly than a page's: a name that is not known, an empty value
/// and a value that stands twice are told to the caller rather than passed over.
struct APIQuery {
    let query: Query
    let limit: Int
    let cursor: Cursor?

    /// Filters of agreements that may have several values.
    private static let repeatable: Set<String> = ["status", "kind", "sector"]
    static let filters = [
        "words", "party", "company", "country", "source", "place", "status", "kind", "sector", "currency", "min",
        "max", "from", "until", "document", "confidence", "sources", "order",
    ]
    static let longest = 200

    init(_ text: String?, filters: [String]) throws(APIProblem) {
        let query = Query(text)
        var seen: Set<String> = []
        for item in query.items {
            guard filters.contains(item.name) || item.name == "limit" || item.name == "cursor" else {
                throw .unknownParameter(item.name, known: filters + ["limit", "cursor"])
            }
            guard !item.value.trimmed.isEmpty else {
                throw .badParameter(item.name, item.value, "Leave it out or give it a value.")
            }
            guard item.value.unicodeScalars.count <= 100 else {
                throw .badParameter(item.name, item.value, "It is longer than 100 characters.")
            }
            guard seen.insert(item.name).inserted || Self.repeatable.contains(item.name) else {
                throw .badParameter(item.name, item.value, "It stands twice.")
            }
        }
        self.query = query
        if let text = query["limit"] {
            guard let number = Int(text), (1...Self.longest).contains(number), String(number) == text else {
                throw .badParameter("limit", text, "Give a number from 1 to \(Self.longest).")
            }
            limit = number
        } else {
            limit = 50
        }
        if let text = query["cursor"] {
            guard let read = Cursor(text) else {
                throw .badParameter("cursor", text, "Take it from “next” of an answer.")
            }
            cursor = read
        } else {
            cursor = nil
        }
    }

    /// The agreements asked for.
    func agreements() throws(APIProblem) -> AgreementQuery {
        do {
            return try AgreementQuery(query)
        } catch {
            throw .badParameter(error.field, error.value, "See /api/v1/openapi.json for what it can be.")
        }
    }
}

/// Where a list goes on: after so many records, the last of which was this one.
///
/// Records that are added meanwhile push the others further; the last one shown is then looked for behind its place, so
/// that nothing is shown twice.
struct Cursor: Hashable {
    let offset: Int
    let last: String

    init(offset: Int, last: String) {
        self.offset = offset
        self.last = last
    }

    /// Reads what ``text`` wrote.
    init?(_ text: String) {
        let parts = text.split(separator: ".", maxSplits: 1)
        guard parts.count == 2, let offset = Int(parts[0]), (1...1_000_000_000).contains(offset),
            String(offset) == parts[0], parts[1].utf8.count <= 64,
            parts[1].utf8.allSatisfy({ (48...57).contains($0) || (97...122).contains($0) || $0 == 45 })
        else { return nil }
        self.init(offset: offset, last: String(parts[1]))
    }

    var text: String { "\(offset).\(last)" }

    private static let reach = 1_000

    /// One page of a list, and where it goes on.
    static func page<Record>(
        after cursor: Cursor?, limit: Int, id: (Record) -> String, load: (Page) async throws -> [Record]
    ) async throws -> (records: [Record], next: Cursor?) {
        var start = 0
        if let cursor {
            start = cursor.offset
            let behind = try await load(Page(offset: cursor.offset - 1, limit: 1))
            if behind.first.map(id) != cursor.last {
                let near = try await load(Page(offset: cursor.offset, limit: reach))
                if let moved = near.firstIndex(where: { id($0) == cursor.last }) { start += moved + 1 }
            }
        }
        let found = try await load(Page(offset: start, limit: limit + 1))
        let records = Array(found.prefix(limit))
        let next = found.count > limit ? records.last.map { Cursor(offset: start + limit, last: id($0)) } : nil
        return (records, next)
    }
}
