internal import Languages
internal import SourceText

/// Trips told in the first person: interviews and pages of an official.
extension VisitRules {
    /// "Вчера вернулся из Тэгу", "вы вернулись из Алжира": who is asked in an interview, or whose page it is.
    func speaker(in number: Int) -> Side? {
        guard analysis.data.tag == .russian, analysis.persons(in: tokens(number)).isEmpty,
            analysis.organisations(in: tokens(number)).isEmpty
        else { return nil }
        if let asked = DealReferences(analysis: analysis, sides: sides).interviewed() {
            return isOfUs(number) ? asked : nil
        }
        guard isOwnPage, analysis.all(.travel, in: tokens(number)).contains(where: { $0.value != "ahead" }),
            isOfUs(number) || !analysis.has(.sides, in: tokens(number))
        else { return nil }
        return DiscourseContext(analysis: analysis).official(in: sides)
    }

    /// Whether a sentence says "я", "мы" or "вы".
    private func isOfUs(_ number: Int) -> Bool {
        tokens(number).contains { Self.speakers.contains(analysis.text.key($0)) }
    }

    /// Whether the page speaks in the first person.
    private var isOwnPage: Bool {
        !analysis.isDialogue
            && analysis.articlePassages.count { isOfUs($0) && !isInQuotes($0) } * 4 >= analysis.articlePassages.count
    }

    private func isInQuotes(_ number: Int) -> Bool {
        tokens(number).contains { ["«", "»", "“", "”"].contains(where: analysis.text.tokens[$0].isSign) }
    }

    private static let speakers: Set<String> = [
        "я", "мы", "вы", "мне", "нам", "нас", "нами", "вам", "вас", "наш", "наши", "нашей", "нашего", "наша", "наше",
        "ваш", "ваша",
    ]
}
