/// Of the slots compared: how many agree, how many the gold has, how many were found.
public struct SlotCounts: Sendable, Hashable {
    public var hits = 0
    public var gold = 0
    public var found = 0

    public init(hits: Int = 0, gold: Int = 0, found: Int = 0) {
        self.hits = hits
        self.gold = gold
        self.found = found
    }

    static func += (a: inout SlotCounts, b: SlotCounts) {
        a.hits += b.hits
        a.gold += b.gold
        a.found += b.found
    }

    /// Right ones among those found, 0…1; 1 where neither side has any.
    public var precision: Double { found > 0 ? Double(hits) / Double(found) : gold == 0 ? 1 : 0 }
    /// Found ones among those of the gold, 0…1.
    public var recall: Double { gold > 0 ? Double(hits) / Double(gold) : found == 0 ? 1 : 0 }
    /// Harmonic mean of both.
    public var f1: Double { precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0 }
}
