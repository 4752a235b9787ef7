/// Which records have which blocking key: sorted arrays for what was there when it was built, a dictionary for what came
/// later.
struct BlockIndex: Sendable {
    /// A record that shares blocks with another one.
    struct Neighbour: Sendable {
        let record: Int
        /// How many blocks both are in.
        let shared: Int
        /// Members of the smallest of these.
        let smallest: Int

        /// Whether it is worth comparing: one deal's tellings share several keys, or one that few have.
        var isWorthComparing: Bool { shared > 1 || smallest <= 12 }
    }

    private struct Entry: Sendable {
        let key: UInt64
        let record: UInt32
    }

    private var entries: [Entry] = []
    private var later: [UInt64: [UInt32]] = [:]
    /// Blocks of two and more records that are no larger than the limit: where each begins in ``entries``; one more for the end.
    private var blocks: [(start: UInt32, count: UInt8)] = []
    /// Numbers of the blocks that each record is in, one record after the other.
    private var blockNumbers: [UInt32] = []
    private var offsets: [UInt32] = []

    /// Takes the keys of a record before ``build(records:limit:)``.
    mutating func collect(_ keys: [UInt64], of record: Int) {
        for key in keys { entries.append(Entry(key: key, record: UInt32(record))) }
    }

    /// Sorts what was collected of so many records.
    mutating func build(records: Int, limit: Int) {
        entries.sort { $0.key == $1.key ? $0.record < $1.record : $0.key < $1.key }
        var counts = [UInt32](repeating: 0, count: records + 1)
        var start = 0
        while start < entries.count {
            var end = start + 1
            while end < entries.count, entries[end].key == entries[start].key { end += 1 }
            if end - start > 1, end - start <= limit {
                blocks.append((UInt32(start), UInt8(end - start)))
                for entry in entries[start..<end] { counts[Int(entry.record) + 1] += 1 }
            }
            start = end
        }
        for record in 0..<records { counts[record + 1] += counts[record] }
        offsets = counts
        var next = counts
        blockNumbers = [UInt32](repeating: 0, count: Int(counts[records]))
        for (number, block) in blocks.enumerated() {
            for entry in entries[Int(block.start)..<Int(block.start) + Int(block.count)] {
                blockNumbers[Int(next[Int(entry.record)])] = UInt32(number)
                next[Int(entry.record)] += 1
            }
        }
    }

    /// Takes the keys of a record after ``build(records:limit:)``.
    mutating func add(_ keys: [UInt64], of record: Int) {
        for key in keys { later[key, default: []].append(UInt32(record)) }
    }

    /// Earlier records that share blocks with one.
    func neighbours(of record: Int) -> [Neighbour] {
        var scratch: [UInt64] = []
        for number in blockNumbers[Int(offsets[record])..<Int(offsets[record + 1])] {
            let block = blocks[Int(number)]
            for entry in entries[Int(block.start)..<Int(block.start) + Int(block.count)] {
                if entry.record >= UInt32(record) { break }
                scratch.append(UInt64(entry.record) << 8 | UInt64(block.count))
            }
        }
        return Self.neighbours(&scratch)
    }

    /// Records that stand under the keys of one that is not in the index.
    func neighbours(under keys: [UInt64], limit: Int) -> [Neighbour] {
        var scratch: [UInt64] = []
        for key in keys {
            let records = records(under: key, limit: limit)
            for record in records { scratch.append(UInt64(record) << 8 | UInt64(records.count + 1)) }
        }
        return Self.neighbours(&scratch)
    }

    private static func neighbours(_ scratch: inout [UInt64]) -> [Neighbour] {
        var found: [Neighbour] = []
        scratch.sort()
        var index = 0
        while index < scratch.count {
            let other = scratch[index] >> 8
            let smallest = Int(scratch[index] & 0xFF)
            var end = index + 1
            while end < scratch.count, scratch[end] >> 8 == other { end += 1 }
            found.append(Neighbour(record: Int(other), shared: end - index, smallest: smallest))
            index = end
        }
        return found
    }

    /// Records under a key; none when they are more than a block may have.
    private func records(under key: UInt64, limit: Int) -> [UInt32] {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].key < key { low = middle + 1 } else { high = middle }
        }
        var found: [UInt32] = []
        while low < entries.count, entries[low].key == key {
            found.append(entries[low].record)
            if found.count >= limit { return [] }
            low += 1
        }
        found += later[key] ?? []
        return found.count >= limit ? [] : found
    }
}
