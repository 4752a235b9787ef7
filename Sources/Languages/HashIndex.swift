/// From a 64-bit hash to the numbers filed under it, in one flat table: most hashes that are asked for are absent, and one
/// bit says so.
struct HashIndex: Sendable {
    /// A slot's hash, and where its numbers begin and end in `numbers`; an empty slot has none.
    private struct Slot {
        var hash: UInt64 = 0
        var start: Int32 = 0
        var end: Int32 = 0
    }

    /// A bit for each low part of a hash that something is filed under.
    private var present: [UInt64] = [0]
    private var slots = [Slot()]
    private var numbers: [Int32] = []
    private var mask = 0
    private var bits: UInt64 = 63

    init() {}

    init(_ filed: [UInt64: [Int32]]) {
        var size = 16
        while size < filed.count * 2 { size *= 2 }
        mask = size - 1
        slots = Array(repeating: Slot(), count: size)
        present = Array(repeating: 0, count: max(1, size * 8 / 64))
        bits = UInt64(present.count * 64 - 1)
        for (hash, found) in filed.sorted(by: { $0.key < $1.key }) {
            var at = Self.slot(hash, mask)
            while slots[at].end > 0 { at = (at + 1) & mask }
            slots[at] = Slot(hash: hash, start: Int32(numbers.count), end: Int32(numbers.count + found.count))
            numbers += found
            let bit = (hash >> 24) & bits
            present[Int(bit >> 6)] |= 1 << (bit & 63)
        }
    }

    private static func slot(_ hash: UInt64, _ mask: Int) -> Int { Int(truncatingIfNeeded: hash ^ hash >> 32) & mask }

    /// Calls `body` with each number filed under a hash, in the order of filing.
    @inline(__always)
    func forEach(_ hash: UInt64, _ body: (Int) -> Void) {
        let bit = (hash >> 24) & bits
        guard present[Int(bit >> 6)] & 1 << (bit & 63) != 0 else { return }
        var at = Self.slot(hash, mask)
        while slots[at].end > 0 {
            if slots[at].hash == hash {
                for index in slots[at].start..<slots[at].end { body(Int(numbers[Int(index)])) }
                return
            }
            at = (at + 1) & mask
        }
    }
}
