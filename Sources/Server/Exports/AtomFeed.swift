import Deals
import HTTPTypes
import Hummingbird
import Ledger
import NIOCore

/// A list as an Atom feed (RFC 4287), newest first.
struct AtomFeed {
    let title: String
    /// The page that the feed follows, absolute.
    let page: String
    /// The feed itself, absolute.
    let address: String
    let language: InterfaceLanguage
    let entries: [Entry]

    /// An entry.
    struct Entry {
        let address: String
        let title: String
        let summary: String
        /// When it was added, ISO 8601 (UTC).
        let updated: String
    }

    static let length = 50

    /// What stands in the feed when nothing does: RFC 4287 asks for a time.
    private static let epoch = "1970-01-01T00:00:00Z"

    var response: Response {
        Response(
            status: .ok,
            headers: [
                .contentType: "application/atom+xml; charset=utf-8", .cacheControl: "no-cache",
                .contentLanguage: language.rawValue,
            ], body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    var text: String {
        func element(_ name: String, _ text: String) -> String {
            "<\(name)>\(Escaping.html(Self.allowed(text)))</\(name)>\n"
        }
        let updated = entries.map(\.updated).max() ?? Self.epoch
        var xml = """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(language.rawValue)">
            \(element("title", title))\(element("id", address))\(element("updated", updated))\
            <link rel="self" href="\(Escaping.html(address))"/>
            <link rel="alternate" href="\(Escaping.html(page))"/>
            <author><name>Kelishuv</name></author>

            """
        for entry in entries {
            xml += "<entry>\n" + element("title", entry.title) + element("id", entry.address)
            xml += element("updated", entry.updated) + "<link href=\"\(Escaping.html(entry.address))\"/>\n"
            xml += element("summary", entry.summary) + "</entry>\n"
        }
        return xml + "</feed>\n"
    }

    /// Characters that XML 1.0 has no way to write become U+FFFD.
    private static func allowed(_ text: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isBad =
                scalar.value < 32 && ![9, 10, 13].contains(scalar.value) || (0xFFFE...0xFFFF).contains(scalar.value)
            scalars.append(isBad ? "\u{FFFD}" : scalar)
        }
        return String(scalars)
    }
}

extension AtomFeed.Entry {
    init(_ record: AgreementRecord, _ wording: Wording, _ base: String) {
        let finding = record.finding
        let facts = [
            finding.subject.map { wording.sentenceCase($0.value) }, wording.status(finding.status?.value),
            finding.place?.value.name, finding.date.map { wording.date($0.value) },
            record.document.shortSource(wording),
        ]
        self.init(
            address: base + "/agreements/\(record.id)", title: record.title(wording),
            summary: facts.compactMap(\.self).joined(separator: " · "), updated: record.document.added)
    }

    init(_ record: VisitRecord, _ wording: Wording, _ base: String) {
        let facts = [record.finding.date.map { wording.date($0.value) }, record.document.shortSource(wording)]
        self.init(
            address: base + "/visits/\(record.id)", title: record.title(wording),
            summary: facts.compactMap(\.self).joined(separator: " · "), updated: record.document.added)
    }

    init(_ record: MeetingRecord, _ wording: Wording, _ base: String) {
        let facts = [record.finding.date.map { wording.date($0.value) }, record.document.shortSource(wording)]
        self.init(
            address: base + "/meetings/\(record.id)", title: record.title(wording),
            summary: facts.compactMap(\.self).joined(separator: " · "), updated: record.document.added)
    }

    init(_ summary: DocumentSummary, _ wording: Wording, _ base: String) {
        self.init(
            address: base + "/documents/\(summary.hash)", title: summary.headline(wording),
            summary: summary.shortSource(wording) + " · " + summary.found(wording), updated: summary.added)
    }
}
