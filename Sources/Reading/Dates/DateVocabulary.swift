/// The words that datelines are made of, from the tables `months.tsv` and `dateline_words.tsv`.
struct DateVocabulary {
    /// What a word means in a dateline.
    enum Meaning: Hashable {
        case month(Int)
        case year
        case label
        case weekday
    }

    private let meanings: [String: Meaning]

    /// What the lower-case word means, or nil when it belongs to no dateline.
    func meaning(_ word: String) -> Meaning? { meanings[word] }

    /// Loads the tables; throws when a row is broken.
    static func load() throws(ResourceTable.Failure) -> DateVocabulary {
        var meanings: [String: Meaning] = [:]
        for row in try ResourceTable.load("dateline_words", keys: 2).rows {
            switch row[0] {
            case "year": meanings[row[1]] = .year
            case "label": meanings[row[1]] = .label
            default: meanings[row[1]] = .weekday
            }
        }
        for row in try ResourceTable.load("months", keys: 1).rows {
            if let month = Int(row[1]) { meanings[row[0]] = .month(month) }
        }
        return DateVocabulary(meanings: meanings)
    }

    /// The program's own tables; they are part of the build, and a test loads them.
    static let shared: DateVocabulary = {
        do { return try load() } catch { preconditionFailure("\(error)") }
    }()
}
