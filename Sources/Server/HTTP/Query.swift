/// The part of an address after the question mark: names and values in order, names may repeat.
struct Query: Hashable, Sendable {
    private(set) var items: [Item]

    struct Item: Hashable, Sendable {
        let name: String
        let value: String
    }

    init(_ items: [Item] = []) { self.items = items }

    /// Reads `a=1&b=2`, percent signs and plus signs decoded; broken encodings stay as they are.
    init(_ text: String?) {
        items = (text ?? "").split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return Item(name: Self.decoded(parts[0]), value: parts.count > 1 ? Self.decoded(parts[1]) : "")
        }
    }

    /// The first value of a name that says something.
    subscript(name: String) -> String? {
        items.first { $0.name == name && !$0.value.isEmpty }?.value
    }

    /// Every value of a name that says something.
    func all(_ name: String) -> [String] { items.filter { $0.name == name && !$0.value.isEmpty }.map(\.value) }

    mutating func append(_ name: String, _ value: String?) {
        guard let value, !value.isEmpty else { return }
        items.append(Item(name: name, value: value))
    }

    /// The same with one name's values replaced; nil takes the name out.
    func setting(_ name: String, _ value: String?) -> Query {
        var changed = Query(items.filter { $0.name != name })
        changed.append(name, value)
        return changed
    }

    /// The address of a path with this query.
    func address(_ path: String) -> String {
        let pairs = items.filter { !$0.value.isEmpty }.map { Escaping.query($0.name) + "=" + Escaping.query($0.value) }
        return pairs.isEmpty ? path : path + "?" + pairs.joined(separator: "&")
    }

    private static func decoded(_ text: Substring) -> String { percentDecoded(text.replacing("+", with: " ")) }

    /// A part of an address with its percent signs decoded; broken encodings stay as they are.
    static func percentDecoded(_ text: some StringProtocol) -> String {
        var bytes: [UInt8] = []
        var source = Array(text.utf8)[...]
        while let byte = source.first {
            source = source.dropFirst()
            if byte == UInt8(ascii: "%"), source.count >= 2,
                let value = UInt8(String(decoding: source.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                source = source.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
