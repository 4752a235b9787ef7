internal import Languages
internal import SourceText

/// Meetings whose sides are pronouns, or told before the sentence that tells the meeting.
extension MeetingRules {
    /// "его встретил глава государства", "с ним встретился": the guest told before.
    func meetsHim(_ cue: Tag, _ passage: Passage) -> Bool {
        guard analysis.data.tag == .russian, cue.tokens.lowerBound > passage.tokens.lowerBound else { return false }
        return ["его", "ее", "их", "ним", "ней", "ними"].contains(analysis.text.key(cue.tokens.lowerBound - 1))
    }

    /// "мы встретились", "я встретился": whose page it is.
    func speaksForHome(_ passage: Passage) -> Bool {
        analysis.data.tag == .russian
            && passage.tokens.contains { ["мы", "я", "нас", "нами"].contains(analysis.text.key($0)) }
    }

    /// "He also held talks with X and Y": who "he" is, where the pronoun stands before the word of meeting and no side does.
    func subjectPronoun(of cue: Tag, _ passage: Passage, _ number: Int) -> Side? {
        guard analysis.data.tag == .english, cue.lexeme == .meet || cue.lexeme == .call else { return nil }
        let before = max(passage.tokens.lowerBound, cue.tokens.lowerBound - 6)..<cue.tokens.lowerBound
        guard before.contains(where: { ["he", "she"].contains(analysis.text.key($0)) }),
            named(in: before).isEmpty
        else { return nil }
        return personBefore(passage, number)
    }

    /// "The two presidents held talks": the two sides that the lines before name in person.
    func pairTold(before number: Int) -> [Side]? {
        let line = analysis.text.passages[number].line
        var found: [Side] = []
        for earlier in analysis.articlePassages.reversed() where earlier < number {
            if line - analysis.text.passages[earlier].line > 2 || found.count >= 2 { break }
            for side in named(in: analysis.text.passages[earlier].tokens)
            where [.role, .delegation].contains(side.source) && !found.contains(where: { $0.party == side.party }) {
                found.append(side)
            }
        }
        return found.count == 2 ? found.reversed() : nil
    }

    /// "On Monday he met X": whom the person told last in the paragraph stands for.
    func personBefore(_ passage: Passage, _ number: Int) -> Side? {
        let head = passage.tokens.lowerBound..<min(passage.tokens.upperBound, passage.tokens.lowerBound + 5)
        guard head.contains(where: { ["he", "she"].contains(analysis.text.key($0)) }) else { return nil }
        let persons = analysis.persons.filter { $0.tokens.upperBound <= passage.tokens.lowerBound }
        // In the paragraph, else in the line before, as pages that give each sentence a line of its own have it.
        let before =
            persons.last { analysis.passage(of: $0.tokens.lowerBound).line == passage.line }
            ?? persons.last { passage.line - analysis.passage(of: $0.tokens.lowerBound).line <= 2 }
        return before.flatMap { sides.principal(of: $0) }
    }

    func opensWithPronoun(_ passage: Passage) -> Bool {
        let head = passage.tokens.lowerBound..<min(passage.tokens.upperBound, passage.tokens.lowerBound + 8)
        return head.contains { Self.pronouns.contains(analysis.text.key($0)) }
    }

    private static let pronouns: Set<String> = [
        "they", "them", "he", "she", "him", "они", "им", "ими", "он", "она", "ним", "ней", "ними", "ular", "ularni",
        "ularga", "u", "uni", "他", "她", "们",
    ]
}
