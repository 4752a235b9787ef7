public import Deals
public import Ledger
internal import SourceText

/// One deal: all reports that linkage joins to it, the oldest first.
public struct Deal: Hashable, Sendable {
    /// Never empty; by publication, those without a day last, then by id.
    public let reports: [AgreementRecord]
    /// The deals inside it, when it is a package that other records of the ledger itemise.
    public let parts: [RecordID]

    /// - Precondition: there is a report.
    public init(_ reports: [AgreementRecord], parts: [RecordID] = []) {
        precondition(!reports.isEmpty, "a deal is told by somebody")
        self.reports = reports.sorted(by: Self.isOlder)
        self.parts = parts
    }

    /// The id of its first report, by which the deal is called.
    public var id: RecordID { reports[0].id }

    /// Groups records into deals.
    /// - Parameters:
    ///   - clusters: which records are one deal; a record that none names is a deal of its own.
    ///   - parts: for a package's record the records inside it.
    /// - Returns: In the order of the records.
    public static func deals(
        of records: [AgreementRecord], clusters: [[RecordID]] = [], parts: [RecordID: [RecordID]] = [:]
    ) -> [Deal] {
        var leaders: [RecordID: RecordID] = [:]
        for cluster in clusters { for id in cluster { leaders[id] = cluster.min() } }
        var groups: [RecordID: [AgreementRecord]] = [:]
        var order: [RecordID] = []
        for record in records {
            let leader = leaders[record.id] ?? record.id
            if groups[leader] == nil { order.append(leader) }
            groups[leader, default: []].append(record)
        }
        return order.map { leader in
            let group = groups[leader] ?? []
            return Deal(group, parts: group.flatMap { parts[$0.id] ?? [] })
        }
    }

    private static func isOlder(_ left: AgreementRecord, _ right: AgreementRecord) -> Bool {
        switch (left.document.published, right.document.published) {
        case (let one?, let other?) where one != other: one < other
        case (.some, nil): true
        case (nil, .some): false
        default: left.id < right.id
        }
    }

    /// What was to be built, made or supplied: the first report's words, so that they stay as more is heard.
    public var subject: Slot<String>? { reports.lazy.compactMap(\.finding.subject).first }
    public var place: Slot<NamedEntity>? {
        reports.lazy.compactMap(\.finding.place).first { $0.value.place != nil }
            ?? reports.lazy.compactMap(\.finding.place).first
    }

    /// The sector that most reports name, the first of equals.
    public var sector: Sector? {
        let named = reports.compactMap { $0.finding.sector?.value }
        var counts: [Sector: Int] = [:]
        for sector in named { counts[sector, default: 0] += 1 }
        return named.max { counts[$0, default: 0] < counts[$1, default: 0] }
    }

    /// All sides that reports name.
    public var parties: [Slot<NamedEntity>] { reports.flatMap(\.finding.parties) }

    /// What it is worth, by each report that says so, the oldest first.
    public var amounts: [StatedAmount] {
        reports.compactMap { report in
            report.finding.amount.map {
                StatedAmount(amount: $0, report: report.id, document: report.document)
            }
        }
    }

    /// The newest word on what it is worth as known on a day.
    public func amount(on day: PartialDate? = nil) -> StatedAmount? {
        amounts.last { stated in day.map { stated.document.published?.isBy($0) ?? true } ?? true }
    }

    /// How many papers it stands for: those of its report that counts most; an unnumbered plural counts one.
    public var count: Int { reports.map { max(1, $0.finding.count ?? 1) }.max() ?? 1 }

    /// Whether it stands for several deals that no source takes apart.
    public var isSeveral: Bool { count > 1 }
}

/// An amount with the report that states it.
public struct StatedAmount: Hashable, Sendable {
    public let amount: Slot<Money>
    public let report: RecordID
    public let document: DocumentSummary
    /// The year that the amount is of: that of the publication.
    public var year: Int? { document.published?.year }
}

extension PartialDate {
    /// Whether the date has begun by a day: "2024" has by 2024-01-01.
    package func isBy(_ day: PartialDate) -> Bool { firstDay <= day.lastDay }

    /// Whether every day that the date may mean is over on a day.
    package func isOver(on day: PartialDate) -> Bool { lastDay < day.firstDay }

    /// The middle of the days that the date may mean, counted from 1970-01-01: the 15th of a month, 1 July of a year.
    package var middleDay: Int {
        PartialDate(year: year, month: month ?? 7, day: day ?? (month == nil ? 1 : 15))?.dayNumber ?? 0
    }
}
