internal import Ledger
public import SourceText

/// The places that the pages know: names in every language and who lies in whom.
///
/// The caller fills it from the tables that the extractor reads with, so that a district's page counts what stands in
/// its towns, and an address may name a place in any language.
public struct PlaceGuide: Sendable {
    /// A place.
    public struct Entry: Hashable, Sendable {
        /// Id as findings give it ("UZ-1726294", "CN").
        public let id: String
        /// What it is; countries stand at the top.
        public let isCountry: Bool
        /// The place that holds it.
        public let parent: String?
        /// Nominatives.
        public let names: [LanguageTag: String]

        /// Makes a place.
        public init(id: String, isCountry: Bool, parent: String?, names: [LanguageTag: String]) {
            self.id = id
            self.isCountry = isCountry
            self.parent = parent
            self.names = names
        }
    }

    private let entries: [String: Entry]
    private let children: [String: [String]]
    private let byKey: [SearchKey: [String]]

    /// Makes a guide; of entries with one id the first stands.
    public init(_ all: [Entry] = []) {
        entries = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var children: [String: [String]] = [:]
        var byKey: [SearchKey: [String]] = [:]
        for entry in all {
            if let parent = entry.parent { children[parent, default: []].append(entry.id) }
            for key in Set(entry.names.values.map(SearchKey.init)) { byKey[key, default: []].append(entry.id) }
        }
        self.children = children
        self.byKey = byKey
    }

    /// The place of an id.
    public subscript(id: String) -> Entry? { entries[id] }

    /// Its name in the reader's language, else in another one.
    func name(of id: String, in language: InterfaceLanguage) -> String? {
        guard let names = entries[id]?.names else { return nil }
        return ([language.documentTag] + LanguageTag.allCases).lazy.compactMap { names[$0] }.first
    }

    /// The place and everything that lies in it.
    func inside(_ id: String) -> Set<String> {
        var found: Set<String> = [id]
        var waiting = [id]
        while let next = waiting.popLast() {
            for child in children[next] ?? [] where found.insert(child).inserted { waiting.append(child) }
        }
        return found
    }

    /// The places that a reader may mean: those of this id or of exactly this name in some language.
    func places(meant text: String) -> [String] {
        for id in [text, text.uppercased()] where entries[id] != nil { return [id] }
        return byKey[SearchKey(text)] ?? []
    }

    /// The country that holds a place; the place itself when it is one.
    func country(of id: String) -> String? { way(up: id).first { entries[$0]?.isCountry ?? false } }

    /// The places directly inside.
    func parts(of id: String) -> [String] { children[id] ?? [] }

    /// The part of `outer` in which a place lies; nil when it lies elsewhere or is `outer` itself.
    func part(of outer: String, holding id: String) -> String? {
        let way = way(up: id)
        guard let index = way.firstIndex(of: outer), index > 0 else { return nil }
        return way[index - 1]
    }

    /// The place, what holds it, and so on up.
    func way(up id: String) -> [String] {
        var way: [String] = []
        var current: String? = id
        while let next = current, let entry = entries[next], !way.contains(next) {
            way.append(next)
            current = entry.parent
        }
        return way
    }
}
