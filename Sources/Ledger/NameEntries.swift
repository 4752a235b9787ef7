internal import Deals

/// A person, company or institution with how many records name it, in whatever role.
public struct NameEntry: Hashable, Sendable {
    /// The folded name by which spellings are taken for one.
    public let key: String
    /// As the records write it; of several spellings the first by its bytes.
    public let name: String
    /// An office, when a record gives one; of several the last by its bytes.
    public let role: String?
    public let agreements: Int
    public let meetings: Int
    public let visits: Int

    public init(key: String, name: String, role: String?, agreements: Int, meetings: Int, visits: Int) {
        self.key = key
        self.name = name
        self.role = role
        self.agreements = agreements
        self.meetings = meetings
        self.visits = visits
    }

    /// How many records in all.
    public var count: Int { agreements + meetings + visits }
}

/// An outlet with what was read from it.
public struct OutletEntry: Hashable, Sendable {
    /// Nil for documents that name none.
    public let outlet: String?
    public let documents: Int

    public init(outlet: String?, documents: Int) {
        self.outlet = outlet
        self.documents = documents
    }
}

extension NameEntry {
    /// Most records first, of equals by key.
    func precedes(_ other: NameEntry) -> Bool {
        count == other.count ? isBefore(key, other.key) : count > other.count
    }
}

/// The entities that a record names, each once.
protocol NamingRecord {
    var id: RecordID { get }
    var named: [NamedEntity] { get }
}

extension AgreementRecord: NamingRecord {
    var named: [NamedEntity] { finding.parties.map(\.value) + [finding.place?.value].compactMap(\.self) }
}

extension MeetingRecord: NamingRecord {
    var named: [NamedEntity] { finding.parties.map(\.value) + [finding.place?.value].compactMap(\.self) }
}

extension VisitRecord: NamingRecord {
    var named: [NamedEntity] {
        [finding.who, finding.leader, finding.to].compactMap { $0?.value } + finding.cities.map(\.value)
    }
}
