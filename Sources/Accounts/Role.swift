/// What somebody may do; each role may do what the ones before it may.
public enum Role: String, CaseIterable, Hashable, Sendable, Comparable, Codable {
    /// Sees a closed instance.
    case reader
    /// Adds documents.
    case contributor
    /// Judges findings and answers error reports.
    case reviewer
    /// Makes and ends accounts, sees the access log.
    case administrator

    public static func < (left: Role, right: Role) -> Bool {
        allCases.firstIndex(of: left)! < allCases.firstIndex(of: right)!
    }
}

/// What an API token may do, at most as much as its account's role.
public enum Scope: String, CaseIterable, Hashable, Sendable, Codable {
    /// Reads a closed instance.
    case read
    /// Has documents read and recorded.
    case documents
    /// Judges findings.
    case review

    /// The role without which the scope opens nothing.
    public var role: Role {
        switch self {
        case .read: .reader
        case .documents: .contributor
        case .review: .reviewer
        }
    }
}
