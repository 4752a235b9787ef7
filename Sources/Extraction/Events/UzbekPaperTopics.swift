internal import Languages
internal import SourceText

/// What an Uzbek paper is about, told right before it: "**talabalar almashish** to‘g‘risida memorandum".
extension SubjectRules {
    /// Words behind which nothing of a noun phrase stands any more.
    static let uzbekBreaks: Set<String> = [
        "bilan", "tomoni", "tomonidan", "tomonlar", "esa", "orqali", "bo'lgan", "ega", "teng", "iborat", "bo'yicha",
        "haqida", "to'g'risida", "yuzasidan", "xususida", "doirasida", "asosida", "hamkorligida", "hamkorlikda", "deb",
        "kabi", "o'rtasida", "o'rtasidagi", "shuningdek", "jumladan", "xususan", "o'z", "ikki", "yana", "ham",
    ]

    private static let topicWords: Set<String> = [
        "to'g'risida", "to'g'risidagi", "haqida", "haqidagi", "bo'yicha", "yuzasidan", "xususida", "xususidagi",
        "borasida", "borasidagi", "doir", "oid", "maqsadida", "sohasida", "sohasidagi",
    ]
    /// What points back instead of saying a topic.
    private static let pointers: Set<String> = ["bu", "shu", "ushbu", "mazkur", "bunga", "shunga", "u", "tegishli"]

    /// The phrase before the word that says of what the nearest paper is.
    func uzbekTopic(of papers: [Tag], in clause: Range<Int>) -> Range<Int>? {
        guard analysis.data.tag.isUzbek else { return nil }
        // "Uni … imzoladi" takes the paper of the sentence before.
        for paper in papers where clause.contains(paper.tokens.lowerBound) {
            let reach = max(clause.lowerBound, paper.tokens.lowerBound - 8)
            guard
                let word = (reach..<paper.tokens.lowerBound).last(where: {
                    Self.topicWords.contains(analysis.text.key($0))
                })
            else { continue }
            let topic = phrase(before: word, in: clause, longest: 8, after: ["va", "hamda", "o'zaro"], endsTopic)
            guard let first = topic.first, !Self.pointers.contains(analysis.text.key(first)),
                analysis.text.key(first).count > 3 || topic.count > 1
            else { continue }
            return topic
        }
        return nil
    }

    private func endsTopic(_ index: Int) -> Bool {
        let key = analysis.text.key(index)
        return stops(index) || analysis.isPlace(index) || analysis.isOrganisation(index)
            || Self.uzbekBreaks.contains(key) || analysis.persons.contains { $0.tokens.contains(index) }
            || ["da", "dan", "gan", "di", "ib"].contains { key.count > $0.count + 3 && key.hasSuffix($0) }
            || analysis.tag(at: index, .delegation) != nil || analysis.tag(at: index, .administration) != nil
    }

    /// "120 ta yoqilg‘i quyish shoxobchasi **quradi**": what stands right before a verb of bringing into being, whatever it
    /// is called.
    func uzbekBuilt(_ builds: [Tag], in clause: Range<Int>) -> Range<Int>? {
        guard analysis.data.tag.isUzbek else { return nil }
        for build in builds.reversed() where clause.contains(build.tokens.lowerBound) {
            let key = analysis.text.key(build.tokens.lowerBound)
            let verb = analysis.text.key(build.tokens.upperBound - 1)
            guard Self.creating.contains(where: { key.hasPrefix($0) }),
                Self.finite.contains(where: { verb.hasSuffix($0) }),
                !analysis.isOrganisation(build.tokens.lowerBound)
            else { continue }
            let end = build.tokens.lowerBound
            let thing = phrase(before: end, in: clause, longest: 7, after: ["va", "hamda", "yangi", "bir"], endsTopic)
            guard let last = thing.last, tokens[last].kind == .word, analysis.text.key(last).count > 3,
                !analysis.isCovered(last, by: [.build, .deed, .travel, .meet, .day, .weekday, .month, .sides])
            else { continue }
            return thing
        }
        return nil
    }

    /// The words right before a token, back to the first that ends the phrase, without signs and joiners at its head; empty
    /// where there are none.
    func phrase(
        before end: Int, in clause: Range<Int>, longest: Int, after joiners: Set<String>, _ ends: (Int) -> Bool
    ) -> Range<Int> {
        var start = end
        while start > clause.lowerBound, end - start < longest, !ends(start - 1) { start -= 1 }
        while start < end, tokens[start].kind == .sign || joiners.contains(analysis.text.key(start)) { start += 1 }
        return start..<end
    }

    private static let creating = ["qur", "barpo", "bunyod", "tashkil", "och", "ishga", "yo'lga", "o'rnat"]
    private static let finite = ["adi", "iladi", "moqchi", "moqda", "etadi", "yapti"]
}
