/// Which records have which blocking key: sorted arrays for what was there when it was built, a dictionary for what came
/// later.
struct BlockIndex: Sendable {
    private struct Entry: Sendable {
        let key: UInt64
        let record: UInt32
    }

    private var entries: [Entry] = []
    private var later: [UInt64: [UInt32]] = [:]

    /// Takes the keys of a record before ``build()``.
    mutating func collect(_ keys: [UInt64], of record: Int) {
        for key in keys { entries.append(Entry(key: key, record: UInt32(record))) }
    }

    /// Sorts what was collected.
    mutating func build() { entries.sort { $0.key == $1.key ? $0.record < $1.record : $0.key < $1.key } }

    /// Takes the keys of a record after ``build()``.
    mutating func add(_ keys: [UInt64], of record: Int) {
        for key in keys { later[key, default: []].append(UInt32(record)) }
    }

    /// Records under a key; none when they are more than a block may have.
    func records(under key: UInt64, limit: Int) -> [UInt32] {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].key < key { low = middle + 1 } else { high = middle }
        }
        var found: [UInt32] = []
        while low < entries.count, entries[low].key == key {
            found.append(entries[low].record)
            if found.count > limit { return [] }
            low += 1
        }
        found += later[key] ?? []
        return found.count > limit ? [] : found
    }

    /// Every pair of records that share a block no larger than the limit, each once, the lower number in the high half.
    func pairs(limit: Int) -> [UInt64] {
        var pairs: [UInt64] = []
        var start = 0
        while start < entries.count {
            var end = start + 1
            while end < entries.count, entries[end].key == entries[start].key { end += 1 }
            if end - start > 1, end - start <= limit {
                for i in start..<end {
                    let high = UInt64(entries[i].record) << 32
                    for j in i + 1..<end { pairs.append(high | UInt64(entries[j].record)) }
                }
            }
            start = end
        }
        pairs.sort()
        var last: UInt64?
        pairs.removeAll { pair in
            defer { last = pair }
            return pair == last
        }
        return pairs
    }
}
