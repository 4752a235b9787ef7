internal import Deals
internal import Languages
internal import SourceText

/// Aid and credit between states: a country, its government or embassy gives a sum or goods ("In 2010 the Chinese
/// government granted Nepal 20 million yuan").
extension DealCueRules {
    /// The word of giving and who gives: a country named, by its name or by an adjective before its government, in the
    /// same clause before the word, or behind "by" or "from".
    func gift(in clause: Range<Int>) -> (give: Tag, giver: Side)? {
        guard analysis.data.tag == .english, !analysis.has(.negation, in: clause), !analysis.has(.proposal, in: clause)
        else {
            return nil
        }
        for give in analysis.all(.give, in: clause) {
            if let giver = giver(before: give, in: clause) { return (give, giver) }
        }
        return nil
    }

    private func giver(before give: Tag, in clause: Range<Int>) -> Side? {
        if let bank = sides.organisations(in: clause).last(where: {
            $0.tokens.upperBound <= give.tokens.lowerBound && give.tokens.lowerBound - $0.tokens.upperBound <= 3
        }), references.isBank(bank) || references.isInstitution(bank) {
            return bank
        }
        let start = max(clause.lowerBound, give.tokens.lowerBound - 14)
        var index = give.tokens.lowerBound - 1
        while index >= start {
            if analysis.money.contains(where: { $0.tokens.contains(index) }) { return nil }
            if let place = analysis.places.first(where: { $0.tokens.contains(index) && !$0.isInsideName }) {
                let behindPreposition = ["in", "to", "for", "at"].contains(
                    place.tokens.lowerBound > 0 ? analysis.text.key(place.tokens.lowerBound - 1) : "")
                if place.kind == .country, !behindPreposition {
                    return sides.side(place, tokens: place.tokens, source: .place)
                }
                index = place.tokens.lowerBound - 1
                continue
            }
            if let adjective = analysis.data.gazetteer.adjective(in: analysis.text, at: index),
                let place = analysis.data.places[adjective.id], adjective.end < give.tokens.upperBound,
                isOfState(adjective.end)
            {
                return Side(
                    party: .place(place.id),
                    name: analysis.fullestNames[place.id] ?? place.name(in: .english) ?? place.id,
                    placeID: place.id, tokens: index..<adjective.end, source: .place)
            }
            index -= 1
        }
        return nil
    }

    /// "Chinese government", "Chinese Embassy", "Chinese Ambassador", "Chinese side".
    private func isOfState(_ token: Int) -> Bool {
        (token..<min(analysis.text.tokens.count, token + 3)).contains {
            [
                "government", "embassy", "ambassador", "side", "state", "president", "premier", "ministry",
                "delegation",
                "consulate", "authorities", "foreign", "vice", "prime", "charge", "party",
            ].contains(analysis.text.key($0))
        }
    }
}
