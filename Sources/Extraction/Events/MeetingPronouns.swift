internal import Languages
internal import SourceText

/// Russian meetings whose other side is a pronoun.
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
}
