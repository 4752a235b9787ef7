internal import Deals
internal import Languages
internal import SourceText

/// What looks like a deal and tells none, or none of its own.
extension DealCueRules {
    /// The words that deny a deal. In an item of several sentences they count only for the sentence that they stand in:
    /// "… o‘rtasida memorandum. Summa ustida bir to‘xtamga kelingani yo‘q."
    func refusal(in clause: Range<Int>, _ papers: [Tag]) -> Tag? {
        let found = analysis.all(.refusal, in: clause).filter { !isOnlyAside($0, in: clause) }
        guard let first = found.first, analysis.data.tag.isUzbek else { return found.first }
        let denied = Set(found.map { analysis.passageOfToken[$0.tokens.lowerBound] })
        let isToldElsewhere = papers.contains {
            $0.value != "unspecified" && !denied.contains(analysis.passageOfToken[$0.tokens.lowerBound])
        }
        return isToldElsewhere ? nil : first
    }

    /// "… условились о строительстве комбината. Обязывающих бумаг пока нет": in an item of several sentences what is
    /// told before a sentence of denial stands.
    func isOnlyAside(_ refusal: Tag, in clause: Range<Int>) -> Bool {
        guard analysis.data.tag == .russian || analysis.data.tag == .english else { return false }
        let before =
            clause
            .lowerBound..<max(
                clause.lowerBound, analysis.passage(of: refusal.tokens.lowerBound).tokens.lowerBound)
        return analysis.tags(in: before).contains { [.sign, .agreed, .stage].contains($0.lexeme) }
    }

    /// "Kosonsoy anorini qayta ishlash sexi.": a thing without a verb opens what the next sentences tell of it.
    func isFragment(_ solid: [Tag], in clause: Range<Int>, _ number: Int) -> Bool {
        guard analysis.data.tag.isUzbek, !solid.isEmpty, number > 0, clause.count <= 9 else { return false }
        let verbs: LexemeSet = [.invest, .announce, .future, .stage, .sign, .agreed]
        guard !analysis.tags(in: clause).contains(where: { verbs.contains($0.lexeme) }) else { return false }
        let last = analysis.all(.project, in: clause).map(\.tokens.upperBound).max() ?? clause.lowerBound
        return (last..<clause.upperBound).allSatisfy { analysis.text.tokens[$0].kind == .sign }
            && analysis.text.passages[number].line
                == analysis.text.passages[min(number + 1, analysis.text.passages.count - 1)].line
    }

    /// "Ma’lumot o‘rnida: o‘tgan yili 21 ta loyiha uchun 312 mlrd so‘m o‘zlashtirilgan": figures, no deal.
    func isStatisticalNote(_ clause: Range<Int>, _ organisations: [Side], _ papers: [Tag], _ solid: [Tag]) -> Bool {
        analysis.data.tag.isUzbek && organisations.isEmpty && papers.isEmpty && solid.isEmpty
            && analysis.has(.background, in: clause.lowerBound..<min(clause.upperBound, clause.lowerBound + 5))
    }

    /// The papers of a clause; "Uni … bilan imzoladi" means the paper of the sentence before.
    func papers(in clause: Range<Int>) -> [Tag] {
        let here = analysis.all(.paper, in: clause)
        guard here.isEmpty, opensWithPronoun(clause), analysis.has(.sign, in: clause) else { return here }
        let number = Int(analysis.passageOfToken[clause.lowerBound])
        guard number > 0, analysis.text.passages[number - 1].line == analysis.text.passages[number].line else {
            return here
        }
        return analysis.all(.paper, in: analysis.text.passages[number - 1].tokens).suffix(1)
    }

    /// "Birinchi shartnoma Quva tumanidagi zavodga taalluqli": a paper counted off among those told to be signed.
    func ordinalPaper(_ papers: [Tag], in clause: Range<Int>) -> Tag? {
        guard analysis.data.tag.isUzbek, let paper = papers.first, paper.tokens.lowerBound > clause.lowerBound else {
            return nil
        }
        let before = paper.tokens.lowerBound - 1
        let first = clause.first { analysis.text.tokens[$0].kind == .word }
        let key = analysis.text.key(before)
        let isNext = key == "bir" && before - 1 == first && ["yana", "boshqa"].contains(analysis.text.key(before - 1))
        guard
            isNext
                || before == first
                    && (key.hasSuffix("nchi") || ["so'nggi", "oxirgi", "keyingi", "navbatdagi"].contains(key))
        else { return nil }
        return papers.first { $0.value != "unspecified" } ?? paper
    }

    /// "▪️ Qiymati: 1 mln 250 ming yevro": a line of its own that labels the sum of the deal above it.
    func labelledSum(_ amounts: [MoneyMention], in clause: Range<Int>, _ number: Int) -> MoneyMention? {
        guard analysis.data.tag.isUzbek, let sum = amounts.first, clause.count <= 14 else { return nil }
        let colon = (clause.lowerBound..<sum.tokens.lowerBound).last {
            analysis.text.tokens[$0].isSign(":") || analysis.text.tokens[$0].isSign("—")
                || analysis.text.tokens[$0].isSign("–")
        }
        guard let colon, sum.tokens.lowerBound - colon <= 3, analysis.text.passages[number].opensLine else {
            return nil
        }
        return analysis.has(.dealAmount, in: clause.lowerBound..<colon) ? sum : nil
    }

    /// A ministry that plans something, without a sum, a place or a company, promises nothing to anybody.
    func isOnlyIntended(_ organisations: [Side], _ amounts: [MoneyMention], _ local: Bool) -> Bool {
        analysis.data.tag.isUzbek && !organisations.isEmpty && amounts.isEmpty && !local
            && organisations.allSatisfy { references.isInstitution($0) }
    }

    /// "30 million dollargacha mablag‘ tikish mumkin": nobody has promised it.
    func isOnlyPossible(_ clause: Range<Int>, _ organisations: [Side], _ papers: [Tag]) -> Bool {
        analysis.data.tag.isUzbek && organisations.isEmpty && papers.isEmpty && analysis.has(.proposal, in: clause)
    }

    /// "shartnoma tuzish madaniyati muhokama qilinadi": signing as a matter of talk.
    func isOnlyNamed(_ sign: Tag, in clause: Range<Int>) -> Bool {
        analysis.data.tag.isUzbek && analysis.text.key(sign.tokens.upperBound - 1).hasSuffix("ish")
            && analysis.has(.proposal, in: clause)
    }

    /// Whether a proposal or mere talk stands beside what is built: "обсуждён проект завода, который X реализует с Y" tells
    /// in a part of its own that X builds it.
    func isProposed(_ build: Tag, _ words: ClauseWords) -> Bool {
        guard analysis.has(.proposal, in: words.clause) else { return false }
        guard analysis.data.tag == .russian else { return true }
        let segment = analysis.segment(around: build.tokens.lowerBound, in: words.clause)
        return analysis.has(.proposal, in: segment) || analysis.organisations(in: segment).isEmpty
            || !segment.contains { analysis.text.key($0).hasPrefix("котор") }
    }

    /// "Достигнута договорённость о займе; соглашение намечено подписать в мае": parts of a sentence are no items of a list
    /// where they only tell an accord.
    func isRunOnAccord(_ words: ClauseWords) -> Bool {
        analysis.data.tag == .russian && !words.agreed.isEmpty && words.signs.isEmpty
            && !analysis.isItem(analysis.passage(of: words.clause.lowerBound))
    }

    /// The paper that an item of a list opens with, where the item says what it is about or who signed it.
    func openingPaper(_ words: ClauseWords) -> Tag? {
        guard analysis.data.tag == .russian, analysis.passage(of: words.clause.lowerBound).isListItem,
            let first = words.clause.first(where: { analysis.text.tokens[$0].kind == .word }),
            let paper = words.papers.first(where: { $0.tokens.contains(first) }),
            subjects.afterPaper(words.papers, in: words.clause) != nil || !words.organisations.isEmpty
                || !words.solid.isEmpty || words.clause.count >= 6
        else { return nil }
        return paper
    }

    /// "Bitimda 132 mln dollar ko‘zda tutilgan", "shartnomaga ko‘ra": the terms of a paper told before.
    func termsOf(_ papers: [Tag], in clause: Range<Int>) -> Tag? {
        guard analysis.data.tag.isUzbek else { return nil }
        return papers.first { paper in
            let last = paper.tokens.upperBound - 1
            let key = analysis.text.key(last)
            let next = last + 1 < clause.upperBound ? analysis.text.key(last + 1) : ""
            return key.hasSuffix("da")
                || ["ko'ra", "muvofiq", "asosan", "binoan", "doirasida", "asosida", "shartlariga"].contains(next)
        }
    }
}
