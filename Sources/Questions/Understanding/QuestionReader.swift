public import Deals
public import FollowThrough
internal import Languages
internal import Ledger
public import SourceText

/// Reads questions in plain words with the tables of their language and the names that the ledger holds.
public struct QuestionReader: Sendable {
    private let snapshot: Snapshot
    private let names: NameIndex
    private let detector: LanguageDetector
    private let today: PartialDate

    /// A reader of questions about a ledger.
    /// - Parameter today: what "this year" is counted from.
    public init(_ snapshot: Snapshot, today: PartialDate) throws {
        self.snapshot = snapshot
        self.today = today
        names = NameIndex(snapshot)
        detector = try LanguageData.detector()
    }

    /// What a question means.
    /// - Parameter language: found out unless given; English when it is none of the five.
    public func question(_ text: String, language: LanguageTag? = nil) throws -> Question {
        let document = Document(text: text)
        let (words, tokens) = try Self.words(document, language, detector)
        var reading = QuestionReading(tokens, words, Question(text: text, language: words.language.tag), today)
        reading.readNames(names)
        reading.readPlaces()
        reading.readQuestionWords()
        reading.readAmounts()
        reading.readDates()
        reading.readSectors(snapshot)
        reading.readSubjects(snapshot)
        return reading.question
    }

    /// The words of the question's language. Questions are short, so the tables have the last word: the language in
    /// which they know most of the words; of equals the detected one.
    private static func words(
        _ document: Document, _ stated: LanguageTag?, _ detector: LanguageDetector
    ) throws -> (QuestionWords, TokenizedText) {
        let detected = stated ?? detector.detect(document.bytes[...]) ?? .english
        let others: [LanguageTag] =
            switch detected {
            case _ where stated != nil: []
            case .english, .uzbekLatin: [.english, .uzbekLatin]
            case .russian, .uzbekCyrillic: [.russian, .uzbekCyrillic]
            case .chinese: []
            }
        var best: (known: Int, words: QuestionWords, text: TokenizedText)?
        for tag in [detected] + others.filter({ $0 != detected }) {
            let words = try QuestionWords.carried(tag)
            let text = TokenizedText(
                document, folding: words.language.folding, abbreviations: words.language.abbreviations)
            let known = words.table.matches(in: text).reduce(0) { $0 + $1.tokens.count }
            if known > best?.known ?? -1 { best = (known, words, text) }
        }
        guard let best else { preconditionFailure("there is always the detected language") }
        return (best.words, best.text)
    }
}

/// A question while it is being read: which words have been understood.
private struct QuestionReading {
    private let text: TokenizedText
    private let words: QuestionWords
    private let today: PartialDate
    private let lexemes: [LexiconMatch]
    private let phrases: [PhraseTable.Match]
    private let placeMatches: [[Gazetteer.Match]]
    private var understood: Set<Int> = []
    private var isAlternative = false
    var question: Question

    init(_ text: TokenizedText, _ words: QuestionWords, _ question: Question, _ today: PartialDate) {
        self.text = text
        self.words = words
        self.question = question
        self.today = today
        lexemes = words.language.lexicon.matches(in: text)
        phrases = words.table.matches(in: text)
        placeMatches = words.language.gazetteer.matches(in: text)
        isAlternative = phrases.contains { $0.phraseClass == QuestionWords.Kind.or.rawValue }
    }

    private func lexeme(_ match: LexiconMatch) -> Lexeme { words.language.lexicon.entries[match.entry].lexeme }
    private func value(_ match: LexiconMatch) -> String { words.language.lexicon.entries[match.entry].value }

    // MARK: Names

    mutating func readNames(_ names: NameIndex) {
        var taken: Set<Int> = []
        for match in placeMatches { taken.formUnion(match.flatMap { Array($0.tokens) }) }
        for match in phrases { taken.formUnion(match.tokens) }
        for match in lexemes where Self.isCommon(lexeme(match)) { taken.formUnion(match.tokens) }
        for match in names.matches(in: text, isFree: { !taken.contains($0) }) {
            question.names.append(match.condition)
            understood.formUnion(match.tokens)
        }
    }

    /// Classes whose words tell no name by themselves.
    private static func isCommon(_ lexeme: Lexeme) -> Bool {
        switch lexeme {
        case .project, .sector, .companyWord, .legalForm, .role, .placeType, .month, .paper, .stage, .administration:
            true
        default: false
        }
    }

    // MARK: Places

    mutating func readPlaces() {
        var found: [(tokens: Range<Int>, condition: NamedCondition)] = []
        let places = words.language.places
        for readings in placeMatches {
            guard let first = readings.first, !understood.isSuperset(of: first.tokens) else { continue }
            let ids = Set(readings.map { places.all[$0.entry.place].id })
            found.append((first.tokens, NamedCondition(name: name(of: ids), places: ids, keys: [])))
        }
        for index in text.tokens.indices where !found.contains(where: { $0.tokens.contains(index) }) {
            guard let adjective = words.language.gazetteer.adjective(in: text, at: index) else { continue }
            guard understood.isDisjoint(with: index..<adjective.end) else { continue }
            found.append(
                (
                    index..<adjective.end,
                    NamedCondition(name: name(of: [adjective.id]), places: [adjective.id], keys: [])
                ))
        }
        found.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
        for item in found { understood.formUnion(item.tokens) }
        // A district and the region that it lies in say one thing; countries side by side are alternatives or both.
        let all = found.map(\.condition)
        let narrow = all.filter { one in
            !all.contains { other in
                other != one
                    && one.places.contains { outer in
                        other.places.contains { $0 != outer && places.lies($0, in: outer) }
                    }
            }
        }
        var unique: [NamedCondition] = []
        for condition in narrow where !unique.contains(condition) { unique.append(condition) }
        question.places = isAlternative ? (unique.isEmpty ? [] : [unique]) : unique.map { [$0] }
    }

    private func name(of ids: Set<String>) -> String {
        let places = words.language.places
        return ids.sorted().lazy.compactMap { places[$0]?.name(in: question.language) }.first ?? ids.sorted().joined()
    }

    // MARK: Words

    mutating func readQuestionWords() {
        var intents: [Intent] = []
        var stages: [Set<Stage>] = []
        for match in phrases where understood.isDisjoint(with: match.tokens) || match.tokens.count > 1 {
            switch QuestionWords.Kind(rawValue: match.phraseClass) {
            case .ask: if let intent = Intent(rawValue: match.value) { intents.append(intent) }
            case .stage:
                let codes = match.value.split(separator: ",")
                stages.append(Set(Stage.all.filter { codes.contains($0.code[...]) }))
            case .sector: if let sector = Sector(rawValue: match.value) { question.sectors.insert(sector) }
            case .group: if question.group == nil { question.group = Dimension(rawValue: match.value) }
            default: break
            }
        }
        for match in phrases { understood.formUnion(match.tokens) }
        question.intent = Self.strongest(intents)
        // "Signed contracts" are contracts; what became of it, and how many got so far, is asked of all.
        let papers = stages.filter { $0.count == 1 && $0.first?.rung.map { $0.isPaper || $0 == .intended } ?? false }
        let told = papers.isEmpty ? stages : stages.filter { $0.count == 1 }
        let isOpen = question.intent == .history || question.intent == .share
        question.stages = isOpen ? [] : told.reduce(into: []) { $0.formUnion($1) }
        if question.intent == .compare {
            question.places = question.places.isEmpty ? [] : [question.places.flatMap(\.self)]
        }
    }

    /// "How many … have gone silent" asks for what is silent; "how much did they promise most" for most.
    private static func strongest(_ intents: [Intent]) -> Intent {
        let order: [Intent] = [
            .compare, .silent, .overdue, .share, .most, .history, .meetings, .visits, .sum, .count, .agreements,
        ]
        return order.first(where: intents.contains) ?? .agreements
    }

    // MARK: Amounts

    mutating func readAmounts() {
        for (position, match) in lexemes.enumerated() where lexeme(match) == .currency {
            guard value(match).utf8.count == 3 else { continue }
            var scale = 1.0
            var start = match.tokens.lowerBound
            for before in lexemes[..<position].reversed() where lexeme(before) == .scale {
                guard before.tokens.upperBound == start, let factor = Double(value(before)) else { break }
                scale *= factor
                start = before.tokens.lowerBound
            }
            var end = match.tokens.upperBound
            if start == match.tokens.lowerBound, end < text.tokens.count, number(at: end) != nil {
                // "$100 million"
                read(number(at: end) ?? 0, after: end, value(match), start..<(end + 1))
                end += 1
                continue
            }
            guard let number = number(endingBefore: &start) else { continue }
            set(number * scale, value(match), start..<end)
        }
    }

    private mutating func read(_ number: Double, after index: Int, _ currency: String, _ tokens: Range<Int>) {
        var scale = 1.0
        var end = index + 1
        for match in lexemes where lexeme(match) == .scale && match.tokens.lowerBound == end {
            scale *= Double(value(match)) ?? 1
            end = match.tokens.upperBound
        }
        set(number * scale, currency, tokens.lowerBound..<end)
    }

    private mutating func set(_ number: Double, _ currency: String, _ tokens: Range<Int>) {
        guard number.isFinite, number >= 0, currency.utf8.allSatisfy({ (65...90).contains($0) }) else { return }
        understood.formUnion(tokens)
        let near = (tokens.lowerBound - 4)..<(tokens.upperBound + 4)
        let bound = phrases.first { $0.phraseClass == "bound" && near.overlaps($0.tokens) }?.value
        let money = Money(value: number, currency: currency)
        if bound == "upTo" { question.maximum = money } else { question.minimum = money }
        if bound == nil { question.maximum = money }
    }

    private func number(at index: Int) -> Double? {
        guard text.tokens.indices.contains(index), text.tokens[index].kind == .number else { return nil }
        return Double(text.surface(index).replacing(",", with: ".").filter { $0.isNumber || $0 == "." })
    }

    private func number(endingBefore start: inout Int) -> Double? {
        guard let number = number(at: start - 1) else { return nil }
        start -= 1
        return number
    }

    // MARK: Dates

    mutating func readDates() {
        for match in lexemes where lexeme(match) == .period && understood.isDisjoint(with: match.tokens) {
            let value = value(match)
            guard value.hasPrefix("year"), !value.hasPrefix("yearend"), let shift = Int(value.dropFirst(4)) else {
                continue
            }
            understood.formUnion(match.tokens)
            set(PartialDate(year: today.year + shift), match.tokens)
        }
        for index in text.tokens.indices where !understood.contains(index) {
            guard let number = number(at: index), number == number.rounded(), (1990...2100).contains(number) else {
                continue
            }
            understood.insert(index)
            var tokens = index..<(index + 1)
            let months = lexemes.first {
                lexeme($0) == .month
                    && ($0.tokens.upperBound == index || (index + 1...index + 3).contains($0.tokens.lowerBound))
            }
            let month = months.flatMap { Int(value($0)) }
            if let months {
                understood.formUnion(months.tokens)
                tokens = min(index, months.tokens.lowerBound)..<max(index + 1, months.tokens.upperBound)
            }
            set(PartialDate(year: Int(number), month: month), tokens)
        }
        for match in lexemes where [.yearWord, .month, .dayWord].contains(lexeme(match)) {
            understood.formUnion(match.tokens)
        }
    }

    private mutating func set(_ date: PartialDate?, _ tokens: Range<Int>) {
        guard let date else { return }
        let near = (tokens.lowerBound - 2)..<(tokens.upperBound + 3)
        let sides = phrases.filter { near.overlaps($0.tokens) }.map(\.phraseClass)
        if sides.contains("since"), question.from == nil {
            question.from = date
        } else if sides.contains("until") {
            question.until = date
        } else {
            question.from = min(question.from ?? date, date)
            question.until = max(question.until ?? date, date)
        }
    }

    // MARK: What it is about

    mutating func readSectors(_ snapshot: Snapshot) {
        for match in lexemes where [.project, .sector].contains(lexeme(match)) {
            guard understood.isDisjoint(with: match.tokens), let sector = Sector(rawValue: value(match)) else {
                continue
            }
            understood.formUnion(match.tokens)
            // A thing that the ledger knows by this word says more than its branch.
            let words = match.tokens.map { text.surface($0) }
            if question.intent == .history, Subjects.areKnown(words, snapshot) {
                question.subjects += words
            } else {
                question.sectors.insert(sector)
            }
        }
        for match in lexemes where Self.isUnderstood(lexeme(match)) { understood.formUnion(match.tokens) }
    }

    /// Words that the question's own table need not repeat: they stand for what all records are about.
    private static func isUnderstood(_ lexeme: Lexeme) -> Bool {
        switch lexeme {
        case .paper, .sign, .agreed, .companyWord, .legalForm, .role, .placeType, .administration, .delegation, .travel,
            .meet, .invest, .sides, .currency, .scale, .dealAmount, .build, .announce, .stage, .lead, .receive, .call:
            true
        default: false
        }
    }

    mutating func readSubjects(_ snapshot: Snapshot) {
        var unknown: [String] = []
        var run: [String] = []
        func close() {
            if !run.isEmpty { unknown.append(run.joined()) }
            run = []
        }
        for index in text.tokens.indices {
            let isHan = text.tokens[index].traits.contains(.han)
            guard !understood.contains(index), text.tokens[index].kind == .word else {
                close()
                continue
            }
            if isHan {
                run.append(text.surface(index))
            } else {
                close()
                unknown.append(text.surface(index))
            }
        }
        close()
        for word in unknown {
            if Subjects.areKnown([word], snapshot) {
                question.subjects.append(word)
            } else {
                question.unknown.append(word)
            }
        }
        if !question.subjects.isEmpty, question.names.isEmpty == false { question.subjects = [] }
    }
}

/// Words looked for in what deals are about.
enum Subjects {
    /// Whether some deal is about something that all the words name.
    static func areKnown(_ words: [String], _ snapshot: Snapshot) -> Bool {
        snapshot.deals.contains { deal in words.allSatisfy { isAbout(deal, $0) } }
    }

    /// Whether what a deal is about is named with a word, whatever its ending.
    static func isAbout(_ deal: Deal, _ word: String) -> Bool {
        guard let query = SearchQuery(word) else { return false }
        let stems = query.words.map { $0.utf8.count > 5 ? String($0.prefix(max(5, $0.count - 3))) : $0 }
        guard stems.contains(where: { $0.utf8.count >= 4 || $0.unicodeScalars.allSatisfy { $0.value > 0x3000 } }) else {
            return false
        }
        return deal.reports.contains { report in
            guard let subject = report.finding.subject?.value else { return false }
            let words = SearchKey(subject).words
            return stems.allSatisfy { stem in words.contains { $0.hasPrefix(stem) } }
        }
    }
}
