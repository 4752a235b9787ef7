internal import Deals
internal import Languages
internal import SourceText

/// Sides that stand apart from the deal: the main company, the home region, who met.
extension AgreementRules {
    /// "The sides signed": those of the deal told last that had two.
    func fillSides(_ draft: inout DealDraft, from earlier: [DealDraft]) {
        let line = analysis.text.passages[draft.passages[0]].line
        guard
            let told = earlier.suffix(8).last(where: {
                $0.parties.count >= 2 && line - analysis.text.passages[$0.passages[0]].line <= 4
            })
        else { return }
        // "双方" behind a meeting told in the same paragraph: those who met.
        if analysis.data.tag.isUzbek || analysis.data.tag == .chinese, !draft.organisations.isEmpty,
            !context.organisations(before: draft.passages[0], in: sides, lines: 0).isEmpty
        {
            return
        }
        if draft.namesNobody { draft.parties = [] }
        guard
            draft.parties.isEmpty
                || draft.parties.contains(where: { side in told.parties.contains { $0.party == side.party } })
        else { return }
        for side in told.parties where !draft.parties.contains(where: { $0.party == side.party }) {
            draft.parties.append(side)
        }
    }

    /// "70 millioni X Banki krediti hisobidan. Kredit bitimi … tuzilgan": the lender and its sum in the sentence before.
    func addLender(_ deal: inout DealDraft) {
        guard analysis.data.tag.isUzbek, deal.isLoan, let first = deal.passages.min(), first > 0 else { return }
        let references = DealReferences(analysis: analysis, sides: sides)
        guard !deal.parties.contains(where: { references.isBank($0) }) else { return }
        let before = analysis.text.passages[first - 1]
        guard before.line == analysis.text.passages[first].line,
            let loan = analysis.all(.loan, in: before.tokens).first,
            let bank = sides.organisations(in: before.tokens).last(where: { references.isBank($0) })
        else { return }
        deal.parties.insert(bank, at: 0)
        let sums = analysis.money(in: before.tokens).filter {
            $0.tokens.upperBound <= loan.tokens.lowerBound && !$0.isConversion
        }
        if let own = sums.last { deal.amount = own }
    }

    /// A paper that names no company is the one's that the text is about, and a bank lends to it.
    func addMainCompany(_ deal: inout DealDraft) {
        guard analysis.data.tag == .english || analysis.data.tag == .russian, !deal.isPackage, !deal.isListItem else {
            return
        }
        let references = DealReferences(analysis: analysis, sides: sides)
        let organisations = deal.parties.filter { !$0.isPlace }
        if deal.isLoan, organisations.count == 1, references.isBank(organisations[0]), let last = deal.passages.max(),
            let borrower = references.company(behind: last)
        {
            deal.parties.append(borrower)
            return
        }
        // An interview or a company's own statement: the other side of its deals is the one that speaks.
        if analysis.data.tag == .russian, organisations.count == 1, deal.parties.count == 1,
            deal.kind != nil || analysis.isDialogue && deal.status.value != .announced,
            !references.isBank(organisations[0]), let main = references.dominantCompany(),
            main.party != organisations[0].party
        {
            deal.parties.insert(main, at: 0)
            return
        }
        let onlyBank = deal.isLoan && organisations.count == 1 && references.isBank(organisations[0])
        let isBare =
            organisations.isEmpty && deal.kind != nil && deal.kind?.value != .unspecified && deal.parties.count < 2
        guard onlyBank || isBare, let first = deal.passages.first else { return }
        let ownPlace = deal.parties.contains(where: \.isPlace)
        if let company = onlyBank
            ? references.company(before: first) ?? references.mainCompany()
            : references.company(nearLine: first) ?? references.dominantCompany(),
            !deal.parties.contains(where: { $0.party == company.party }),
            onlyBank || ownPlace || deal.status.value != .announced
        {
            deal.parties.append(company)
        }
    }

    /// A paper that a company signed has another side: the official or delegation that the text is about.
    func addHome(_ deal: inout DealDraft) {
        guard [.signed, .planned].contains(deal.status.value), deal.kind != nil, !deal.isListItem,
            deal.organisations.count == 1, !deal.parties.contains(where: \.isPlace), let first = deal.passages.first
        else { return }
        let ahead = analysis.articlePassages.first { number in
            number > first && !sides.delegations(in: analysis.text.passages[number].tokens).filter(\.isPlace).isEmpty
        }
        if let home = context.home(before: first, in: sides).flatMap({ isAbroad($0) ? nil : $0 })
            ?? ahead.flatMap({ sides.delegations(in: analysis.text.passages[$0].tokens).first(where: \.isPlace) })
        {
            deal.parties.insert(home, at: 0)
        }
    }

    func isAbroad(_ side: Side) -> Bool {
        guard analysis.data.tag == .chinese, let id = side.placeID else { return false }
        return analysis.data.places.country(of: id) == "CN" && analysis.homeCountry != "CN"
    }

    /// A deal signed at a meeting is between those who met.
    func addMeeting(_ deal: inout DealDraft) {
        guard let number = deal.passages.first else { return }
        let line = analysis.text.passages[number].line
        // "Uchrashuvdan so‘ng …": the day of the talks told in the paragraph before.
        if deal.date == nil, deal.status.value == .signed, !deal.isListItem,
            [.meet].contains(where: { analysis.has($0, in: deal.clause) }),
            let talks = meetings.last(where: {
                $0.passage < number && line - analysis.text.passages[$0.passage].line <= 1
            })
        {
            deal.date = talks.date
        }
        // "По завершении встречи подписан …", "стороны подписали": of the talks that the text has told.
        let isOfTalks =
            analysis.data.tag == .russian
            && (deal.refersToSides || analysis.all(.meet, in: deal.clause).contains { $0.value == "ref" }
                || deal.parties.isEmpty && !deal.isPackage
                    && Set(meetings.map { Set($0.parties.map(\.party)) }).count == 1)
        if let meeting = meetings.last(where: {
            $0.passage <= number
                && line - analysis.text.passages[$0.passage].line <= (isOfTalks ? 8 : 0)
        }), !deal.isListItem {
            if deal.date == nil, let date = meeting.date { deal.date = date }
            let mine = deal.organisations
            let theirs = Set(meeting.parties.filter { !$0.isPlace }.map(\.party))
            if mine.isEmpty || !mine.isDisjoint(with: theirs) {
                for side in meeting.parties
                where !deal.parties.contains(where: { $0.party == side.party })
                    && (mine.isEmpty || side.isPlace && !deal.parties.contains(where: \.isPlace)
                        || deal.refersToSides && deal.parties.count == 1)
                    && !(isOfTalks && line - analysis.text.passages[meeting.passage].line > 1
                        && deal.parties.count >= 2)
                {
                    deal.parties.append(side)
                }
                // Signed by those who met, and said what it is about: no mere summing up.
                if isOfTalks, deal.parties.count >= 2, deal.subject != nil { deal.isVague = false }
            }
        }
    }
}
