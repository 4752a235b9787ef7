internal import Deals
internal import SourceText

// The one form in which changes are hashed and exported. Whoever changes it breaks the chains of stored ledgers.

extension Change {
    /// - Parameter withText: also the document's text and bytes; hashes leave them to the documents' own hashes.
    package func json(withText: Bool) -> JSON {
        switch self {
        case .document(let read): read.json(withText: withText)
        case .reading(let document, let records):
            .object([("document", .string(document.hexadecimal)), ("records", .array(records.map(\.json)))])
        case .claims(let claims):
            .array(claims.map { .object([("record", .string($0.record.text))] + $0.json) })
        case .decisions(let decisions): .array(decisions.map(\.json))
        case .judgements(let judgements): .array(judgements.map(\.json))
        }
    }
}

extension ReadDocument {
    fileprivate func json(withText: Bool) -> JSON {
        let stated = document.metadata
        var members: [(String, JSON)] = [
            ("document", .string(document.hash.hexadecimal)),
            ("textHash", .string(DocumentHash(of: document.bytes).hexadecimal)), ("url", .optional(stated.url)),
            ("source", .optional(stated.source)), ("title", .optional(stated.title)),
            ("statedDay", .optional(stated.published)), ("statedLanguage", .optional(stated.language?.rawValue)),
            ("fetched", .optional(stated.fetched)), ("language", .optional(language?.rawValue)),
            ("published", .optional(published?.description)), ("records", .array(records.map(\.json))),
        ]
        if withText {
            members.append(("text", .string(document.text)))
            if document.raw != document.bytes { members.append(("raw", .string(Base64.text(document.raw)))) }
        }
        return .object(members)
    }
}

extension RecordClaims {
    fileprivate var json: JSON {
        .object([
            ("record", .string(id.text)), ("ordinal", .integer(ordinal)),
            ("claims", .array(claims.map { .object($0.json) })),
        ])
    }
}

extension Claim {
    /// What the claim says, without its record, author and time.
    var json: [(String, JSON)] {
        [
            ("field", .string(field.rawValue)), ("ordinal", .integer(ordinal)), ("value", value.json),
            (
                "citations",
                .array(
                    citations.map {
                        .object([
                            ("document", .string($0.document.hexadecimal)), ("start", .integer($0.range.start)),
                            ("end", .integer($0.range.end)), ("exact", .string($0.exact)),
                        ])
                    })
            ),
            ("rules", .array(rules.map(JSON.string))), ("confidence", .number(confidence)),
        ]
    }
}

extension FieldValue {
    fileprivate var json: JSON {
        switch self {
        case .code(let code): .object([("code", .string(code))])
        case .text(let text): .object([("text", .string(text))])
        case .date(let date): .object([("date", .string(date.description))])
        case .number(let number): .object([("number", .integer(number))])
        case .money(let money):
            .object([
                ("amount", .number(money.value)), ("currency", .string(money.currency)),
                ("qualifier", .string(money.qualifier.rawValue)),
            ])
        case .entity(let entity):
            .object([
                ("name", .string(entity.name)), ("kind", .string(entity.kind.rawValue)),
                ("role", .optional(entity.role)), ("place", .optional(entity.place)),
            ])
        }
    }
}

extension Decision {
    fileprivate var json: JSON {
        .object([
            ("record", .string(record.text)), ("claim", .string(claim.text)), ("verdict", .string(verdict.rawValue)),
            ("reason", .string(reason)),
        ])
    }
}

extension Judgement {
    fileprivate var json: JSON {
        .object([
            ("kind", .string(kind.rawValue)), ("first", .string(first)), ("second", .string(second)),
            ("verdict", .string(verdict.rawValue)), ("score", .number(score)),
            ("reasons", .array(reasons.map(JSON.string))),
        ])
    }
}

/// RFC 4648, section 4.
enum Base64 {
    static func text(_ bytes: [UInt8]) -> String {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var out: [UInt8] = []
        out.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = (0..<3).reduce(0) { $0 << 8 | ($1 < group.count ? Int(group[start + $1]) : 0) }
            for place in 0..<4 {
                out.append(place <= group.count ? digits[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
            }
        }
        return String(decoding: out, as: UTF8.self)
    }
}
