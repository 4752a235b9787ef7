extension Claim {
    /// The claims that stand: one of each field and ordinal, the last one.
    /// - Parameter claims: all about one record, oldest first.
    package static func standing(among claims: [Claim]) -> [Claim] {
        var standing: [Place: Claim] = [:]
        for claim in claims { standing[Place(field: claim.field, ordinal: claim.ordinal)] = claim }
        return Array(standing.values)
    }

    /// What a claim is about, within its record.
    private struct Place: Hashable {
        let field: Field
        let ordinal: Int
    }
}
