internal import Deals
internal import Languages
internal import SourceText

/// When the deed of a clause was done.
extension DealCueRules {
    func date(in clause: Range<Int>, status: (value: AgreementStatus, tokens: Range<Int>), _ number: Int)
        -> DateMention?
    {
        let all = Array(analysis.dates(in: clause))
        if verbLast, let told = dateOfVerb(in: clause, status: status) { return told }
        let deeds = all.filter { !isOfSpeech($0, status.tokens, in: clause) }
        let here = (deeds.isEmpty ? all : deeds).filter {
            isAhead($0) == (status.value == .planned) && !(verbLast && isBehindVerb($0, status.tokens))
        }
        if let best = (here.isEmpty && status.value == .planned ? all : here).min(by: {
            (distance($0.tokens, status.tokens), -($0.date.day ?? 0)) < (
                distance($1.tokens, status.tokens), -($1.date.day ?? 0)
            )
        }) {
            return best
        }
        if status.value == .planned { return nil }
        // A sentence that names its own company and thing does not lean on the one before.
        let isWhole =
            !sides.organisations(in: clause).isEmpty
            && analysis.all(.project, in: clause).contains { $0.value != "other" } && !analysis.has(.sign, in: clause)
        if analysis.data.tag.isUzbek, analysis.has(.ceremony, in: clause), let event = dayOfEvent(before: number) {
            return event
        }
        return isWhole && (analysis.data.tag == .english || analysis.data.tag == .russian)
            ? nil : context.date(before: number)
    }

    /// "Marosimdan keyin …": the day of the opening or signing told before.
    private func dayOfEvent(before number: Int) -> DateMention? {
        analysis.articlePassages.filter { $0 < number }.reversed().lazy.compactMap { earlier -> DateMention? in
            let range = analysis.text.passages[earlier].tokens
            guard analysis.has(.stage, in: range) || analysis.has(.sign, in: range) else { return nil }
            return analysis.dates(in: range).first { $0.date.day != nil && $0.end == nil && !isAhead($0) }
        }.first
    }

    private static let verbs: LexemeSet = [.sign, .stage, .agreed, .future]

    /// "Келишув имзоланган, ускуналар июлда келади": July is not when it was signed.
    private func isBehindVerb(_ mention: DateMention, _ status: Range<Int>) -> Bool {
        guard analysis.tags(in: status).contains(where: { Self.verbs.contains($0.lexeme) }) else { return false }
        return mention.tokens.lowerBound >= status.upperBound
            && analysis.passageOfToken[mention.tokens.lowerBound] == analysis.passageOfToken[status.lowerBound]
    }

    /// "…, the company said in a filing today": the day of the word, not of the deed.
    func isOfSpeech(_ mention: DateMention, _ status: Range<Int>, in clause: Range<Int>) -> Bool {
        guard analysis.data.tag == .english || analysis.data.tag == .russian else { return false }
        let segment = analysis.segment(around: mention.tokens.lowerBound, in: clause)
        guard !segment.overlaps(status),
            let speech = analysis.tags(in: segment).first(where: { $0.lexeme == .speech || $0.lexeme == .outlet })
        else { return false }
        return distance(speech.tokens, mention.tokens) <= 4
    }

    /// The day told before one of the verbs that tell the status.
    private func dateOfVerb(in clause: Range<Int>, status: (value: AgreementStatus, tokens: Range<Int>)) -> DateMention?
    {
        guard let chosen = analysis.tags(in: status.tokens).first(where: { [.sign, .stage].contains($0.lexeme) }) else {
            return nil
        }
        let same = analysis.tags(in: clause).filter {
            $0.lexeme == chosen.lexeme && $0.value == chosen.value && $0.tokens.lowerBound >= chosen.tokens.lowerBound
        }
        for verb in same {
            let passage = analysis.passage(of: verb.tokens.lowerBound).tokens
            let before = max(clause.lowerBound, passage.lowerBound)..<verb.tokens.upperBound
            let fits = analysis.dates(in: before).filter { isAhead($0) == (status.value == .planned) }
            if let near = fits.last { return fits.last { $0.date.day != nil && near.date.holds($0.date) } ?? near }
        }
        return nil
    }

    /// "запуск в 2025 году", "до конца года": a date ahead is no date of the signing.
    func isAhead(_ mention: DateMention) -> Bool {
        guard let published = analysis.published?.date.date else { return false }
        if mention.date.year != published.year { return mention.date.year > published.year }
        guard let month = mention.date.month else { return false }
        if month != published.month { return month > published.month ?? 12 }
        return (mention.date.day ?? 0) > (published.day ?? 31)
    }
}
