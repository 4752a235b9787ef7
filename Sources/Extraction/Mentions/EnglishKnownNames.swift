internal import Languages
internal import SourceText

/// Names that a text has told in full, to be known again in part: "Luheng" of Shandong Luheng Heavy Machinery, "Wang" of
/// Wang Junhe.
struct KnownNames {
    enum Name {
        case organisation(name: String, isInstitution: Bool, isOutlet: Bool)
        case person(name: String)
    }

    struct Hit {
        let name: Name
        let end: Int
        let isAlias: Bool
    }

    private struct Entry {
        let keys: [String]
        let name: Name
        let isAlias: Bool
        var isAcronym: Bool { if case .organisation = name { isAlias } else { false } }
    }

    /// Entries by their first key, longest first.
    private var entries: [String: [Entry]] = [:]

    private mutating func insert(_ keys: [String], _ name: Name, isAlias: Bool = false) {
        guard let first = keys.first, !(entries[first] ?? []).contains(where: { $0.keys == keys }) else { return }
        entries[first, default: []].append(Entry(keys: keys, name: name, isAlias: isAlias))
        entries[first]?.sort { $0.keys.count > $1.keys.count }
    }

    mutating func add(short keys: [String], of mention: OrganisationMention) {
        insert(
            keys, .organisation(name: mention.name, isInstitution: mention.isInstitution, isOutlet: mention.isOutlet),
            isAlias: true)
    }

    mutating func add(organisation mention: OrganisationMention, words: EnglishWords) {
        let name = Name.organisation(
            name: mention.name, isInstitution: mention.isInstitution, isOutlet: mention.isOutlet)
        var tokens = mention.tokens.filter { words.tokens[$0].kind == .word || words.tokens[$0].kind == .number }
        if let first = tokens.first, words.key(first) == "the" { tokens.removeFirst() }
        tokens = tokens.enumerated().filter { number, index in
            number == 0 || !words.analysis.tags(in: index..<(index + 1)).contains { $0.lexeme == .legalForm }
        }.map(\.element)
        let keys = tokens.map(words.base)
        guard !keys.isEmpty else { return }
        insert(keys, name)
        guard !mention.isInstitution, !mention.isOutlet, keys.count > 1 else { return }
        // Without the heads at its end, without the places at its head, and each word that is its own alone.
        var short = tokens
        while short.count > 1, let last = short.last,
            words.isOrdinary(last) || words.analysis.tag(at: last, .organisationHead) != nil
        { short.removeLast() }
        if short.contains(where: { words.isUnknown($0) }) { insert(short.map(words.base), name) }
        while short.count > 1, let first = short.first, words.isPlace(first) {
            short.removeFirst()
            if short.contains(where: { words.isUnknown($0) }) { insert(short.map(words.base), name) }
        }
        if let first = short.first, words.isUnknown(first), words.base(first).utf8.count > 2,
            words.analysis.tag(at: first, .givenName) == nil
        {
            insert([words.base(first)], name)
        }
    }

    mutating func add(person mention: PersonMention, words: EnglishWords) {
        let tokens = mention.tokens.filter {
            words.tokens[$0].kind == .word && words.tokens[$0].traits.contains(.capital)
        }
        let keys = mention.tokens.filter { words.tokens[$0].kind == .word }.map(words.base)
        insert(keys, .person(name: mention.name))
        guard tokens.count > 1, let first = tokens.first, let last = tokens.last else { return }
        let given = words.analysis.tag(at: first, .givenName)?.value
        if words.base(last).utf8.count > 2 { insert([words.base(last)], .person(name: mention.name), isAlias: true) }
        // "al-Harazi", "Al Mazar": the surname with its particle.
        for start in 1..<max(1, keys.count - 1) {
            insert(Array(keys[start...]), .person(name: mention.name), isAlias: true)
        }
        if given == "s" || given == nil && tokens.count == 2 && words.base(first).utf8.count <= 5 {
            insert([words.base(first)], .person(name: mention.name), isAlias: true)
        }
    }

    /// The longest known name that stands at a token.
    func match(at token: Int, words: EnglishWords, taken: [Bool]) -> Hit? {
        for entry in entries[words.base(token)] ?? [] {
            var at = token
            var number = 0
            while number < entry.keys.count, at < words.tokens.count, !taken[at] {
                if number > 0, words.tokens[at].traits.contains(.lineBefore) { break }
                if words.tokens[at].kind == .sign, number > 0,
                    words.tokens[at].isSign("-") || words.tokens[at].isSign("&") || words.tokens[at].isSign("'")
                        || words.tokens[at].isSign(".")
                {
                    at += 1
                    continue
                }
                guard words.base(at) == entry.keys[number] else { break }
                number += 1
                at += 1
            }
            guard number == entry.keys.count else { continue }
            if entry.keys.count == 1 {
                // A single word stands alone: not inside a longer name, nor as the common word it may also be.
                guard !words.isPlace(token) || entry.isAcronym else { continue }
                if words.isOrdinary(token), !words.isNameWord(token) { continue }
                if !words.isNameWord(token), words.analysis.opensPassage(token) { continue }
                if words.isNameWord(at), at < words.tokens.count, !words.tokens[at].traits.contains(.lineBefore),
                    !words.isPossessive(at - 1), !words.isTitle(at: token), case .person = entry.name
                {
                    continue
                }
            }
            return Hit(name: entry.name, end: at, isAlias: entry.isAlias)
        }
        return nil
    }
}
