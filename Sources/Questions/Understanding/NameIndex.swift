internal import Deals
internal import FollowThrough
internal import Ledger
internal import SourceText

/// The names of companies, institutions and persons that a ledger holds, to be found in questions.
struct NameIndex: Sendable {
    /// A name with the words by which it can be told.
    private struct Entry: Sendable {
        let name: String
        let key: String
        let words: [String]
        let han: [Character]
    }

    private var entries: [Entry] = []

    init(_ snapshot: Snapshot) {
        var seen: Set<String> = []
        var names: [NamedEntity] = snapshot.deals.flatMap(\.parties).map(\.value)
        names += snapshot.visits.compactMap { $0.finding.leader?.value }
        names += snapshot.meetings.flatMap(\.finding.parties).map(\.value)
        for entity in names where entity.kind != .place && entity.place == nil {
            let key = SearchKey(entity.name)
            guard seen.insert(key.padded).inserted else { continue }
            let han = Array(entity.name).filter(Self.isHan)
            entries.append(
                Entry(name: entity.name, key: key.padded, words: han.isEmpty ? key.words : [], han: han))
        }
    }

    /// A name found in a question.
    struct Match {
        let condition: NamedCondition
        let tokens: Set<Int>
    }

    /// The names that free tokens of a question name.
    /// - Parameter isFree: whether a token means nothing else; only such a one can tell a name, its neighbours may
    ///   belong to it.
    func matches(in text: TokenizedText, isFree: (Int) -> Bool) -> [Match] {
        let words = text.tokens.indices.map { SearchKey(text.surface($0)).words.first ?? "" }
        var best: [(entry: Entry, tokens: Set<Int>)] = []
        for entry in entries {
            let tokens =
                entry.han.isEmpty
                ? told(entry, words, isFree) : toldInHan(entry, text, isFree)
            if !tokens.isEmpty { best.append((entry, tokens)) }
        }
        // A token tells the names that most of the question's words belong to.
        best = best.filter { candidate in
            !best.contains { $0.tokens.count > candidate.tokens.count && !$0.tokens.isDisjoint(with: candidate.tokens) }
        }
        var groups: [Set<Int>: [Entry]] = [:]
        for (entry, tokens) in best { groups[tokens, default: []].append(entry) }
        return groups.sorted { ($0.key.min() ?? 0) < ($1.key.min() ?? 0) }.map { tokens, entries in
            Match(
                condition: NamedCondition(
                    name: entries.map(\.name).min() ?? "", places: [], keys: Set(entries.map(\.key))),
                tokens: tokens)
        }
    }

    private func told(_ entry: Entry, _ words: [String], _ isFree: (Int) -> Bool) -> Set<Int> {
        var tokens: Set<Int> = []
        var isTold = false
        for (index, word) in words.enumerated() where word.count >= 2 {
            guard entry.words.contains(where: { Self.isForm(word, of: $0) }) else { continue }
            tokens.insert(index)
            if word.count >= 4, isFree(index) { isTold = true }
        }
        return isTold ? tokens : []
    }

    /// Whether a word is a name's word, perhaps with an ending ("Турсункулова", "Havelsteindan").
    private static func isForm(_ word: String, of name: String) -> Bool {
        if word == name { return true }
        let stem = name.count >= 6 && (name.last.map { "aeiu".contains($0) } ?? false) ? String(name.dropLast()) : name
        return stem.count >= 4 && word.hasPrefix(stem) && word.count - stem.count <= 5
    }

    private func toldInHan(_ entry: Entry, _ text: TokenizedText, _ isFree: (Int) -> Bool) -> Set<Int> {
        var longest: Set<Int> = []
        var run: [Int] = []
        func close() {
            for start in run.indices {
                for end in stride(from: run.count, to: start + 1, by: -1) where end - start > longest.count {
                    let characters = run[start..<end].map { Character(text.surface($0)) }
                    if entry.han.indices.contains(where: { entry.han[$0...].starts(with: characters) }) {
                        longest = Set(run[start..<end])
                    }
                }
            }
            run = []
        }
        for index in text.tokens.indices {
            if text.tokens[index].traits.contains(.han), isFree(index) { run.append(index) } else { close() }
        }
        close()
        return longest
    }

    private static func isHan(_ character: Character) -> Bool {
        character.unicodeScalars.allSatisfy { (0x3400...0x9FFF).contains($0.value) }
    }
}
