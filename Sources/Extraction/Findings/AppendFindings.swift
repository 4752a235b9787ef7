internal import Deals
internal import SourceText

extension Findings {
    /// Adds what the next section of the same document gave; a name or sum told in both stays one, with all its citations.
    mutating func append(_ next: Findings) {
        if published == nil { published = next.published }
        if publishedByMetadata == nil { publishedByMetadata = next.publishedByMetadata }
        if published != nil, publishedByMetadata == next.publishedByMetadata, published?.value == publishedByMetadata {
            publishedByMetadata = nil
        }
        visits += next.visits
        meetings += next.meetings
        agreements += next.agreements
        persons = Self.joined(persons, next.persons) { [$0.name] }
        organisations = Self.joined(organisations, next.organisations) { [$0.name] }
        places = Self.joined(places, next.places) { [$0.place ?? $0.name] }
        money = Self.joined(money, next.money) { ["\($0.value)", $0.currency] }
    }

    private static func joined<Value>(_ old: [Slot<Value>], _ new: [Slot<Value>], by key: (Value) -> [String]) -> [Slot<
        Value
    >] {
        guard !old.isEmpty else { return new }
        var result = old
        var index = Dictionary(old.enumerated().map { (key($1.value), $0) }, uniquingKeysWith: { first, _ in first })
        for slot in new {
            let key = key(slot.value)
            if let known = index[key] {
                result[known] = Slot(
                    result[known].value, citations: result[known].citations + slot.citations, rules: result[known].rules
                )
            } else {
                index[key] = result.count
                result.append(slot)
            }
        }
        return result
    }
}
