import Deals
import Ledger
import SourceText

/// `/documents`: what was read, newest publication first; `?source=` shows one outlet's.
struct DocumentsPage {
    let headline: String
    let isOneOutlet: Bool
    let exports: [LinkView]
    let rows: [DocumentRow]
    let pager: PagerView?

    /// A document as the list shows it.
    struct DocumentRow {
        let address: String
        let title: String
        let languageCode: String?
        let outlet: String?
        let language: String?
        let published: String?
        let found: String
    }

    static func html(_ request: PageRequest) async throws -> String {
        let wording = request.wording
        let store = request.store
        let outlet = request.query["source"]
        let count =
            if let outlet {
                try await store.outlets(Page(limit: 1_000)).first { $0.outlet == outlet }?.documents ?? 0
            } else {
                try await store.documentCount()
            }
        let list = try await ListPage(request) { page in
            if let outlet { try await store.documents(of: outlet, page: page) } else { try await store.documents(page) }
        }
        let number = wording.count(count, "documents")
        let exported = Query().setting("source", outlet)
        let page = DocumentsPage(
            headline: outlet.map { wording.text("documents.title.source", number, $0) }
                ?? wording.text("documents.title", number),
            isOneOutlet: outlet != nil,
            exports: [
                LinkView(words: wording.text("export.csv"), address: exported.address("/documents.csv")),
                LinkView(words: wording.text("export.atom"), address: exported.address("/documents.atom")),
            ],
            rows: list.records.map {
                DocumentRow(
                    address: "/documents/\($0.hash)", title: $0.headline(wording), languageCode: $0.language?.rawValue,
                    outlet: $0.metadata.source, language: wording.documentLanguage($0.language),
                    published: $0.published.map(wording.date), found: $0.found(wording))
            },
            pager: list.pager)
        return try request.html(
            "documents", title: page.headline, feed: exported.address("/documents.atom"), page)
    }
}

/// `/sources`: the outlets that were read, with how much of each.
struct SourcesPage {
    let headline: String
    let rows: [Row]
    let pager: PagerView?

    /// An outlet.
    struct Row {
        let name: String
        let address: String?
        let documents: String
        let agreements: LinkView?
    }

    static func html(_ request: PageRequest) async throws -> String {
        let wording = request.wording
        let list = try await ListPage(request) { try await request.store.outlets($0) }
        let groups = try await request.store.groups(AgreementFilter(), by: .outlet, page: Page(limit: 1_000))
        let counts = Dictionary(groups.map { ($0.key, $0.count) }, uniquingKeysWith: { first, _ in first })
        let page = SourcesPage(
            headline: wording.text("sources.title"),
            rows: list.records.map { entry in
                var query = AgreementQuery()
                query.filter.outlet = entry.outlet
                let count = entry.outlet.flatMap { counts[$0] } ?? 0
                return Row(
                    name: entry.outlet ?? wording.text("source.unnamed"),
                    address: entry.outlet.map(SubjectAddress.outlet),
                    documents: wording.count(entry.documents, "documents"),
                    agreements: count > 0
                        ? LinkView(words: wording.count(count, "agreements"), address: query.address) : nil)
            },
            pager: list.pager)
        return try request.html("sources", title: page.headline, page)
    }
}

extension DocumentSummary {
    /// "2 agreements, 1 meeting, 1 visit".
    func found(_ wording: Wording) -> String {
        let parts = [(agreementCount, "agreements"), (meetingCount, "meetings"), (visitCount, "visits")]
            .filter { $0.0 > 0 }.map { wording.count($0.0, $0.1) }
        return parts.isEmpty ? wording.text("document.nothing") : parts.joined(separator: ", ")
    }
}

/// `/documents/{hash}`: the text, each cited range marked, and what was read from it.
struct DocumentPage {
    let headline: String
    let found: String
    let source: SourceView
    let hash: String
    let languageCode: String?
    let hasRecords: Bool
    let records: [LinkView]
    /// Written and escaped by ``CitedTextWriter``.
    let text: String

    static func html(_ hash: DocumentHash, _ request: PageRequest) async throws -> String {
        let store = request.store
        let wording = request.wording
        guard let summary = try await store.summary(of: hash), let document = try await store.document(hash) else {
            throw PageFailure.notFound
        }
        let cited = try await citedText(document, store, wording)
        let page = DocumentPage(
            headline: summary.headline(wording), found: summary.found(wording),
            source: SourceView(summary, wording), hash: hash.hexadecimal, languageCode: summary.language?.rawValue,
            hasRecords: !cited.records.isEmpty, records: cited.records, text: cited.html)
        return try request.html("document", title: page.headline, page)
    }

    /// The text with its marks, and the records that rest on it.
    static func citedText(
        _ document: Document, _ store: any LedgerStore, _ wording: Wording
    ) async throws -> (html: String, records: [LinkView]) {
        let hash = document.hash
        var filter = AgreementFilter()
        filter.document = hash
        let everything = Page(limit: 1_000)
        let agreements = try await store.agreements(filter, order: .oldest, page: everything)
        let meetings = try await store.meetings(in: hash, page: everything)
        let visits = try await store.visits(in: hash, page: everything)

        var uses: [CitedUse] = []
        var links: [RecordID: LinkView] = [:]
        var order: [RecordID] = []
        func add(
            _ id: RecordID, _ words: String, _ folder: String, _ cited: [(field: Field, citations: [Citation])]
        ) {
            links[id] = LinkView(words: words, address: "/\(folder)/\(id)")
            order.append(id)
            for (field, citations) in cited {
                uses += citations.filter { $0.document == hash }
                    .map { CitedUse(range: $0.range, record: id, field: field) }
            }
        }
        for visit in visits { add(visit.id, visit.title(wording), "visits", visit.cited) }
        for agreement in agreements { add(agreement.id, agreement.title(wording), "agreements", agreement.cited) }
        for meeting in meetings { add(meeting.id, meeting.title(wording), "meetings", meeting.cited) }
        let writer = CitedTextWriter(document: document, uses: uses, links: links, wording: wording)
        return (writer.html(), order.compactMap { links[$0] })
    }
}

/// Writes a document's text as HTML: a paragraph a line, cited words marked, each mark with a note that names
/// the records resting on it. Hover, focus or tap shows the note; no script is needed.
struct CitedTextWriter {
    let document: Document
    let uses: [CitedUse]
    let links: [RecordID: LinkView]
    let wording: Wording

    func html() -> String {
        let byRange = Dictionary(grouping: uses, by: \.range)
        let ranges = byRange.keys.sorted()
        let cited = CitedText(document.bytes, marks: ranges)
        let codePoints = CodePointIndex(document.bytes)
        var html = ""
        for line in cited.lines where !line.isEmpty {
            html += "<p>"
            var notes: [Int] = []
            for piece in line {
                switch piece {
                case .text(let range): html += Escaping.html(document.words(in: range))
                case .open(let mark, let isFirst):
                    notes.append(mark)
                    let points = codePoints.codePoints(of: ranges[mark])
                    let id = isFirst ? " id=\"c-\(points.start)-\(points.end)\"" : ""
                    html += "<span class=\"cited\"\(id) tabindex=\"0\">"
                case .close(let mark):
                    html += note(byRange[ranges[mark]] ?? []) + "</span>"
                }
            }
            html += "</p>\n"
        }
        return html
    }

    /// The note of a mark: field by field, the records.
    private func note(_ uses: [CitedUse]) -> String {
        var lines: [String] = []
        var seen: Set<CitedUse> = []
        for use in uses where seen.insert(use).inserted {
            guard let link = links[use.record], let address = link.address else { continue }
            lines.append(
                "<span><b>\(Escaping.html(wording.text("field." + use.field.rawValue)))</b> "
                    + "<a href=\"\(Escaping.html(address))\">\(Escaping.html(link.words))</a></span>")
        }
        return "<span class=\"note\" lang=\"\(wording.language.rawValue)\">" + lines.joined() + "</span>"
    }
}
