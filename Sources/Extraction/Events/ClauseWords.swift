internal import Deals
internal import Languages
internal import SourceText

/// The words of a clause by what they tell, read once and asked by the rules that tell a deal and by those that fill it.
struct ClauseWords {
    let clause: Range<Int>
    /// Number of the clause's passage.
    let number: Int
    let inDealList: Bool
    let papers: [Tag]
    let signs: [Tag]
    let projects: [Tag]
    /// Projects that say what is built or made.
    let solid: [Tag]
    let stages: [Tag]
    let agreed: [Tag]
    let money: ArraySlice<MoneyMention>
    /// Sums that can be a deal's.
    let amounts: [MoneyMention]
    let organisations: [Side]
    let refusal: Tag?
    let future: [Tag]
    let builds: [Tag]
    let invests: [Tag]
    let announces: [Tag]
    let negated: Bool
    /// Whether a place at home, smaller than a country, is named.
    let local: Bool

    /// Whether a tag stands in the words that refuse.
    func isRefused(_ tag: Tag) -> Bool { refusal.map { $0.tokens.overlaps(tag.tokens) } ?? false }
}

extension DealCueRules {
    /// Reads the words of a clause.
    func words(of clause: Range<Int>, _ number: Int, inDealList: Bool) -> ClauseWords {
        let papers = papers(in: clause)
        let signs = analysis.all(.sign, in: clause).filter { !isOnlyNamed($0, in: clause) }
        let projects = projects(in: clause)
        let stages = analysis.all(.stage, in: clause)
        let agreed = analysis.all(.agreed, in: clause).filter { !isAttribute($0, clause) }
        let solid = projects.filter { $0.value != "other" }
        let money = analysis.money(in: clause)
        let amounts = money.filter { !$0.isConversion && !$0.isLowerBound && $0.use != .other && !$0.isSmall }
        let organisations = sides.organisations(in: clause)
        let refusal = refusal(in: clause, papers)
        let future = analysis.all(.future, in: clause)
        let builds = analysis.all(.build, in: clause)
        let invests = analysis.all(.invest, in: clause)
        let announces = analysis.all(.announce, in: clause)
        let negated = analysis.has(.negation, in: clause)
        let local = analysis.places(in: clause).contains { $0.kind.isLocal && !$0.isInsideName && sides.isSite($0) }
        return ClauseWords(
            clause: clause, number: number, inDealList: inDealList, papers: papers, signs: signs, projects: projects,
            solid: solid, stages: stages, agreed: agreed, money: money, amounts: amounts, organisations: organisations,
            refusal: refusal, future: future, builds: builds, invests: invests, announces: announces, negated: negated,
            local: local)
    }
}
