internal import Languages
internal import SourceText

/// Finds organisations in Chinese texts. A name ends in its head (公司, 委员会, 大学); its left limit is a sign, a
/// joining word or a verb. Names in quotes or Latin letters, short forms and mastheads come after those.
struct ChineseOrganisations {
    let analysis: Analysis

    var tokens: [Token] { analysis.text.tokens }
    var count: Int { analysis.text.tokens.count }

    func mentions() -> [OrganisationMention] {
        var found: [OrganisationMention] = []
        var taken = [Bool](repeating: false, count: count)
        func add(_ mention: OrganisationMention?) {
            guard let mention, !mention.tokens.isEmpty, !mention.tokens.contains(where: { taken[$0] }) else { return }
            found.append(mention)
            for token in mention.tokens { taken[token] = true }
        }
        let quotations = Quotations(analysis.text).inner
        for inner in quotations { add(quoted(inner)) }
        for mention in headed() { add(mention) }
        for mention in labelled() { add(mention) }
        for mention in ChineseTradeNames(analysis: analysis).mentions(limit: { leftLimit(of: $0, head: nil) }) {
            add(mention)
        }
        for mention in ChinesePressNames(analysis: analysis).mentions() { add(mention) }
        for index in found.indices where !found[index].isOutlet {
            for mention in aliases(of: found[index]) { add(mention) }
        }
        for token in 0..<count where !taken[token] { add(beforeRole(at: token)) }
        var token = 0
        while token < count {
            if !taken[token], let run = LatinRun(at: token, in: analysis) {
                if let mention = run.mention { add(latin(mention)) }
                token = run.tokens.upperBound
            } else {
                token += 1
            }
        }
        for mention in found { for short in shortForms(of: mention, taken: taken) { add(short) } }
        add(masthead())
        return found.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    func name(_ range: Range<Int>) -> String {
        analysis.words(range).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    func organisation(_ range: Range<Int>, isInstitution: Bool, isOutlet: Bool = false) -> OrganisationMention {
        OrganisationMention(tokens: range, name: name(range), isInstitution: isInstitution, isOutlet: isOutlet)
    }
}
