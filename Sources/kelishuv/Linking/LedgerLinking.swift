internal import Deals
internal import Ledger
internal import Linkage
internal import SourceText

/// Links a ledger's agreements: reads them, finds which are one deal, and records judgements and clusters.
struct LedgerLinking: Sendable {
    let store: any LedgerStore
    let tables: LinkTables
    /// "kelishuv 0.1.0".
    let author: Author
    /// The time of recording, ISO 8601 (UTC).
    let added: String

    /// What a pass over the ledger found.
    struct Summary {
        var records = 0
        var deals = 0
        var joined = 0
        var doubtful = 0
        var stages = 0
        var parts = 0
        var documents = 0
        var sources = 0
        /// Judgements that were new or differed from what stood.
        var recorded = 0
    }

    // MARK: All

    /// Links all agreements anew. Persons' judgements stand; the program's own ones are brought to what it finds now, and
    /// what it no longer finds is taken back.
    func linkAll() async throws -> Summary {
        var linker = Linker(tables)
        var documentOf: [String: String] = [:]
        var languages: [String: String] = [:]
        for try await batch in store.batches(of: .agreement) {
            for values in batch {
                linker.add(LinkRecord(values))
                documentOf[values.id.text] = values.document.hexadecimal
                languages[values.document.hexadecimal] = values.language?.rawValue ?? ""
            }
        }
        let standing = try await store.allStanding(.agreement, nil)
        linker.rule(standing.compactMap(Self.ruling))
        linker.linkAll()
        var summary = Summary()
        summary.records = linker.ids.count
        let found = judgements(of: &linker)
        summary.recorded = try await record(found, over: standing)
        try await store.forgetClusters(.agreement)
        try await store.setClusters(.agreement, clusters(linker))
        try await store.forgetKeys(.agreement)
        try await store.addKeys(
            .agreement, linker.ids.indices.map { LinkKeys(linker.ids[$0], linker.keys(ofRecord: $0)) })
        summary.deals = linker.dealCount
        summary.joined = found.count { $0.verdict == .same }
        summary.doubtful = found.count { $0.verdict == .doubtful }
        summary.parts = found.count { $0.verdict == .part }
        summary.stages = linker.stages.count
        let copies = try await nearCopies(linker, documentOf, languages)
        try await store.forgetClusters(.document)
        try await store.setClusters(.document, Self.clusters(of: copies.groups))
        try await linkEvents()
        try await linkNames()
        let documents = Set(documentOf.values)
        summary.documents = documents.count
        summary.sources = copies.independentSources(documents)
        return summary
    }

    /// Texts that repeat each other, translations among them where their deals are the same.
    private func nearCopies(
        _ linker: Linker, _ documentOf: [String: String], _ languages: [String: String]
    ) async throws -> NearCopies {
        var copies = NearCopies()
        for hash in Set(documentOf.values).sorted() {
            guard let name = DocumentHash(hexadecimal: hash), let document = try await store.document(name) else {
                continue
            }
            copies.add(hash, TextSketch(document.text))
        }
        for cluster in linker.clusters {
            let documents = cluster.compactMap { documentOf[$0] }
            for (index, one) in documents.enumerated() {
                for other in documents[(index + 1)...] where languages[one] != languages[other] {
                    copies.compareTranslations(one, other)
                }
            }
        }
        return copies
    }

    /// Meetings and visits that several documents tell.
    private func linkEvents() async throws {
        for (kind, linked) in [(RecordKind.meeting, LinkedKind.meeting), (.visit, .visit)] {
            var linker = EventLinker(tables)
            for try await batch in store.batches(of: kind) { for values in batch { linker.add(EventRecord(values)) } }
            try await store.forgetClusters(linked)
            try await store.setClusters(linked, Self.clusters(of: linker.clusters()))
        }
    }

    /// Organisations and persons under all their names; a name is the id.
    private func linkNames() async throws {
        var linker = EntityLinker(tables.names)
        for kind in RecordKind.allCases {
            for try await batch in store.batches(of: kind) {
                for values in batch {
                    for value in values.values {
                        guard case .entity(let entity) = value.value else { continue }
                        switch entity.kind {
                        case .company, .institution: linker.add(entity.name, .organisation)
                        case .person: linker.add(entity.name, .person)
                        case .place: continue
                        }
                    }
                }
            }
        }
        var clusters: [NameKind: [String: String]] = [:]
        for entity in linker.entities() where entity.names.count > 1 {
            for name in entity.names { clusters[entity.kind, default: [:]][name] = entity.name }
        }
        for (kind, linked) in [(NameKind.organisation, LinkedKind.organisation), (.person, .person)] {
            try await store.forgetClusters(linked)
            try await store.setClusters(linked, clusters[kind] ?? [:])
        }
    }

    // MARK: One document

    /// Links the agreements of a new document with those that are there, without reading the others.
    /// - Returns: for each agreement its deal's records, its own id among them.
    @discardableResult
    func link(_ new: [RecordID]) async throws -> [String: [String]] {
        let records = try await store.recordValues(of: new.filter { $0.kind == .agreement }).map { LinkRecord($0) }
        var result: [String: [String]] = [:]
        for record in records {
            var linker = Linker(tables)
            let keys = linker.keys(of: record)
            let under = try await store.ids(.agreement, under: keys, atMost: Linker.largestBlock)
            let near = Set(under.values.flatMap(\.self)).subtracting([record.id])
            // All members of the neighbours' deals: each has a say in who joins.
            var groups: [[String]] = []
            for cluster in Set(try await store.clusters(.agreement, of: near.sorted()).values).sorted() {
                groups.append(try await store.members(.agreement, of: cluster))
            }
            let others = Set(groups.flatMap(\.self)).subtracting([record.id]).sorted()
            for values in try await store.recordValues(of: others.compactMap { RecordID($0) }) {
                linker.add(LinkRecord(values))
            }
            linker.adopt(groups)
            var rulings: [Ruling] = []
            for id in [record.id] + others {
                rulings += try await store.standing(.agreement, about: id).compactMap(Self.ruling)
            }
            linker.link(record, under: rulings)
            _ = try await self.record(
                judgements(of: &linker).filter { $0.first == record.id || $0.second == record.id }, over: [])
            let deal = linker.cluster(of: record.id) ?? [record.id]
            try await store.setClusters(.agreement, Self.clusters(of: [deal]))
            try await store.addKeys(.agreement, [LinkKeys(record.id, keys)])
            result[record.id] = deal
        }
        var own = Linker(tables)
        for record in records { own.add(record) }
        own.linkAll()
        _ = try await self.record(judgements(of: &own).filter { $0.verdict == .part }, over: [])
        return result
    }

    // MARK: Judgements

    private func judgements(of linker: inout Linker) -> [Judgement] {
        var found: [Judgement] = []
        func judge(_ pairs: [(first: Int, second: Int, logOdds: Double)], _ verdict: Verdict) {
            for pair in pairs {
                guard let decision = linker.explain(linker.ids[pair.first], linker.ids[pair.second]) else { continue }
                found.append(
                    Judgement(
                        .agreement, decision.first, decision.second, verdict, score: decision.score,
                        reasons: decision.reasons.map(\.description), author: author, added: added))
            }
        }
        judge(linker.joined, .same)
        judge(linker.undecided, .doubtful)
        judge(linker.stages, .different)
        judge(linker.parts, .part)
        return found
    }

    private static func ruling(_ judgement: Judgement) -> Ruling? {
        guard judgement.author.rank > .program else { return nil }
        switch judgement.verdict {
        case .same: return Ruling(judgement.first, judgement.second, isSame: true)
        case .different, .part: return Ruling(judgement.first, judgement.second, isSame: false)
        case .doubtful, .withdrawn: return nil
        }
    }

    /// Records what differs from what stands, and takes back what the program said before and no longer finds.
    private func record(_ found: [Judgement], over standing: [Judgement]) async throws -> Int {
        var before: [LinkedPair: Judgement] = [:]
        // Where a person's word stands, the program's own one is behind it and need not be said again.
        var ruled: Set<LinkedPair> = []
        for judgement in standing {
            if judgement.author.rank == .program {
                before[judgement.pair] = judgement
            } else {
                ruled.insert(judgement.pair)
            }
        }
        var changes: [Judgement] = []
        var pairs: Set<LinkedPair> = []
        for judgement in found where !ruled.contains(judgement.pair) && pairs.insert(judgement.pair).inserted {
            if before[judgement.pair]?.verdict != judgement.verdict { changes.append(judgement) }
        }
        for (pair, judgement) in before where !pairs.contains(pair) {
            changes.append(
                Judgement(
                    .agreement, judgement.first, judgement.second, .withdrawn, score: judgement.score,
                    reasons: ["no longer found"], author: author, added: added))
        }
        try await store.judge(changes)
        return changes.count
    }

    private func clusters(_ linker: Linker) -> [String: String] { Self.clusters(of: linker.clusters) }

    /// A cluster is named after its first member.
    private static func clusters(of groups: [[String]]) -> [String: String] {
        var clusters: [String: String] = [:]
        for group in groups { for id in group { clusters[id] = group[0] } }
        return clusters
    }
}

extension LinkRecord {
    /// The record that standing values make.
    init(_ values: RecordValues) {
        func code(_ field: Field) -> String? { if case .code(let code) = values.first(field) { code } else { nil } }
        func entity(_ value: FieldValue) -> NamedEntity? { if case .entity(let entity) = value { entity } else { nil } }
        var record = LinkRecord(id: values.id.text, document: values.document.hexadecimal, published: values.published)
        record.kind = code(.kind).flatMap(AgreementKind.init)
        record.status = code(.status).flatMap(AgreementStatus.init)
        record.sector = code(.sector).flatMap(Sector.init)
        record.parties = values.all(.party).compactMap(entity)
        if case .money(let money) = values.first(.amount) { record.amount = money }
        if case .text(let subject) = values.first(.subject) { record.subject = subject }
        record.place = values.first(.place).flatMap(entity)
        if case .date(let date) = values.first(.date) { record.date = date }
        record.count = nil
        if case .number(let count) = values.first(.count) { record.count = count }
        self = record
    }
}

extension EventRecord {
    /// The record that standing values of a meeting or visit make.
    init(_ values: RecordValues) {
        func entity(_ value: FieldValue) -> NamedEntity? { if case .entity(let entity) = value { entity } else { nil } }
        let isVisit = values.id.kind == .visit
        self.init(
            id: values.id.text, document: values.document.hexadecimal, isVisit: isVisit,
            parties: values.all(isVisit ? .who : .party).compactMap(entity),
            leader: values.first(.leader).flatMap(entity), place: values.first(isVisit ? .to : .place).flatMap(entity),
            published: values.published)
        if case .date(let date) = values.first(.date) { self.date = date }
    }
}
