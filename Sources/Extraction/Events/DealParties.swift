internal import Deals
internal import Languages
internal import SourceText

/// Who makes the deal of a clause, and with what paper.
extension DealCueRules {
    func kind(_ papers: [Tag], near anchor: Range<Int>) -> (value: AgreementKind, tokens: Range<Int>)? {
        let named = papers.filter { $0.value != "unspecified" }
        if named.isEmpty,
            let accord = analysis.all(.agreed, in: analysis.passage(of: anchor.lowerBound).tokens).first(where: { tag in
                Self.accords.contains { analysis.text.key(tag.tokens.lowerBound).hasPrefix($0) }
            })
        {
            return (.agreement, accord.tokens)
        }
        guard let best = named.min(by: { distance($0.tokens, anchor) < distance($1.tokens, anchor) }) ?? papers.first,
            let kind = AgreementKind(rawValue: best.value)
        else { return nil }
        return (kind, best.tokens)
    }

    /// Verbs of agreeing that name the accord.
    private static let accords: [String] = ["kelishuv", "bitim"]

    /// The sides that the clause names; "the parties", a bare passive or one side alone lean on what was told before.
    func parties(
        in clause: Range<Int>, _ number: Int, isPaper: Bool, isLoan: Bool, isOver statusOver: Bool, presents: Bool,
        isTotal: Bool, status: Range<Int>
    ) -> [Side] {
        var found = sides.sides(in: behindWitness(clause)).filter { side in
            // A company named as the speaker's employer in a reported sentence stays: the deal is mostly its own.
            side.source != .administration
                || !analysis.has(.outlet, in: max(0, side.tokens.lowerBound - 2)..<side.tokens.lowerBound)
        }
        let isAlone = found.count < 2
        found.removeAll {
            (!isAlone || references.isInstitution($0)) && references.isSpeaker($0, of: status, in: clause)
        }
        let namesNobody = found.isEmpty
        if presents {
            for mention in analysis.places(in: clause)
            where [.region, .district].contains(mention.kind) && !mention.isInsideName && !analysis.isLocative(mention)
                && !analysis.isContainer(mention)
            {
                let side = sides.side(mention, tokens: mention.tokens, source: .place)
                if !found.contains(where: { $0.party == side.party }) { found.append(side) }
            }
            return found
        }
        if !isLoan, found.contains(where: { !$0.isPlace }) { found.removeAll { references.isLender($0, in: clause) } }
        if references.namesCompanyAgain(in: clause), let company = references.company(before: number),
            !found.contains(where: { $0.party == company.party })
        {
            found.append(company)
        }
        if opensWithPronoun(clause), let company = context.organisations(before: number, in: sides, lines: 0).first,
            !found.contains(where: { $0.party == company.party }), found.count < 2
        {
            found.append(company)
        }
        if found.count < 2, speaksForItself(clause, status), let company = references.mainCompany(),
            !found.contains(where: { $0.party == company.party })
        {
            found.insert(company, at: 0)
        }
        if analysis.has(.sides, in: clause), found.isEmpty,
            analysis.all(.sides, in: clause).contains(where: { $0.value == "places" })
        {
            return context.placeSides(before: number, in: sides)
        }
        if found.allSatisfy({ $0.placeID == nil }), isBetweenStates(clause) {
            let states = context.states(before: number, in: sides)
            if !states.isEmpty { return found + states }
        }
        if found.count < 2 { found += twinTowns(in: clause, but: found) }
        let needsOthers = analysis.has(.sides, in: clause) || found.isEmpty
        if needsOthers || !found.contains(where: { !$0.isPlace }) {
            for side in context.organisations(
                before: number, in: sides,
                lines: analysis.has(.sides, in: clause) && !analysis.isItem(analysis.text.passages[number])
                    && !([.chinese, .russian].contains(analysis.data.tag) && found.contains { !$0.isPlace }) ? 1 : 0)
            where !found.contains(where: { $0.party == side.party }) {
                found.append(side)
            }
        }
        if found.count == 1, references.isComitative(found[0], in: clause) || isLoan && references.isBank(found[0]) {
            let home = isLoan ? nil : context.home(before: number, in: sides)
            let other = statusOver || found[0].isPlace ? nil : home
            let company =
                analysis.data.tag == .english && !isLoan
                ? references.company(inLineBefore: number) ?? references.dominantCompany()
                : references.interviewed() ?? references.company(before: number) ?? references.mainCompany()
            if let other = other ?? company,
                other.party != found[0].party
            {
                found.append(other)
            }
        }
        if isLoan, found.count < 2, !found.contains(where: { references.isBank($0) }), speaksInFirstPerson(status),
            let bank = mainBank()
        {
            found.insert(bank, at: 0)
        }
        if found.count < 2, speaksAsCompany(clause), let company = references.mainCompany(),
            !found.contains(where: { $0.party == company.party })
        {
            found.insert(company, at: 0)
        }
        if isPaper, !found.contains(where: \.isPlace), found.count < 2, speaksForHome(status, number),
            let home = context.home(before: number, in: sides) ?? context.official(in: sides)
        {
            found.insert(home, at: 0)
        }
        if isPaper, !isLoan, found.count < 2,
            !namesNobody || isTotal || analysis.has(.sides, in: clause)
                || analysis.data.tag != .english && analysis.data.tag != .russian,
            needsOthers || !found.contains(where: \.isPlace), let home = context.home(before: number, in: sides),
            !found.contains(where: { $0.party == home.party }), found.isEmpty || !isAbroad(home)
        {
            found.insert(home, at: 0)
        }
        return found
    }

    /// "Соглашение о побратимстве городов X и Y": towns that make a paper about themselves.
    private func twinTowns(in clause: Range<Int>, but found: [Side]) -> [Side] {
        guard analysis.data.tag == .russian,
            clause.contains(where: { ["побратим", "породнен"].contains(where: analysis.text.key($0).hasPrefix) })
        else { return [] }
        let towns = analysis.places(in: clause).filter {
            $0.kind == .city && !$0.isInsideName && !analysis.isLocative($0)
        }
        let others = towns.map { sides.side($0, tokens: $0.tokens, source: .place) }.filter { town in
            !found.contains { $0.party == town.party }
        }
        return others.count + found.count >= 2 ? Array(others.prefix(3)) : []
    }

    /// "между правительствами двух стран", "межправительственное соглашение": of the states that the text is about.
    private func isBetweenStates(_ clause: Range<Int>) -> Bool {
        guard analysis.data.tag == .russian else { return false }
        if clause.count(where: { analysis.text.key($0).hasPrefix("правительств") }) >= 2 { return true }
        return clause.contains { index in
            let key = analysis.text.key(index)
            if key.hasPrefix("межправительственн") || key.hasPrefix("межгосударственн") { return true }
            let next = index + 1 < clause.upperBound ? analysis.text.key(index + 1) : ""
            return ["двух", "обеих"].contains(key) && ["стран", "государств", "республик"].contains(next)
                || key.hasPrefix("правительств") && next == "двух"
        }
    }

    /// "kredit ajratdik", "imzoladik"
    private func speaksInFirstPerson(_ status: Range<Int>) -> Bool {
        guard analysis.data.tag.isUzbek else { return false }
        let key = analysis.text.key(status.upperBound - 1)
        return ["dik", "ganmiz", "yapmiz", "moqdamiz", "amiz"].contains { key.hasSuffix($0) }
    }

    /// The bank that the text names first.
    private func mainBank() -> Side? {
        analysis.articlePassages.prefix(6).lazy.compactMap { number in
            sides.organisations(in: analysis.text.passages[number].tokens).first { references.isBank($0) }
        }.first
    }

    /// "sherigimiz X bilan", "jamiyatimiz": a company's own statement.
    private func speaksAsCompany(_ clause: Range<Int>) -> Bool {
        guard analysis.data.tag.isUzbek else { return false }
        let stems = [
            "sherig", "hamkor", "jamiyat", "kompaniya", "korxona", "zavod", "firma", "fabrika", "klinika", "bank",
            "universitet",
        ]
        return clause.contains { index in
            let key = analysis.text.key(index)
            return key.contains("miz") && stems.contains { key.hasPrefix($0) }
        }
    }

    /// "shartnoma tuzganmiz", "imzoladik": who speaks signed for whom the text is about.
    private func speaksForHome(_ status: Range<Int>, _ number: Int) -> Bool {
        guard analysis.data.tag.isUzbek else { return false }
        let passage = analysis.text.passages[number].tokens
        return passage.contains { index in
            let key = analysis.text.key(index)
            return analysis.isCovered(index, by: [.sign, .agreed])
                && ["dik", "ganmiz", "kanmiz", "qanmiz", "dikku", "gandik"].contains { key.hasSuffix($0) }
        }
    }

    /// "We signed …", "our share", in an interview or a company's own statement: who speaks is the one that the text is
    /// about. Words in quotation marks are somebody's who is named beside them.
    private func speaksForItself(_ clause: Range<Int>, _ status: Range<Int>) -> Bool {
        guard analysis.data.tag == .english else { return false }
        let passage = analysis.passage(of: clause.lowerBound).tokens
        if passage.contains(where: { index in ["\"", "“", "”", "«"].contains { analysis.text.tokens[index].isSign($0) }
        }) {
            return false
        }
        let near = max(clause.lowerBound, status.lowerBound - 6)..<max(clause.lowerBound, status.lowerBound)
        return near.contains { Self.firstPerson.contains(analysis.text.key($0)) }
            || clause.contains {
                analysis.text.key($0) == "our"
                    && ["company", "group", "firm", "share"].contains(
                        analysis.text.key(min($0 + 1, analysis.text.tokens.count - 1)))
            }
    }

    private static let firstPerson: Set<String> = ["we", "our", "i", "my", "we've", "i've", "we'll"]

    /// "见证X与Y签署": who sees others sign is no side.
    private func behindWitness(_ clause: Range<Int>) -> Range<Int> {
        guard analysis.data.tag == .chinese, let sign = analysis.all(.sign, in: clause).first else { return clause }
        let witness = (clause.lowerBound..<sign.tokens.lowerBound).last {
            $0 + 1 < clause.upperBound && analysis.text.key($0) == "见" && analysis.text.key($0 + 1) == "证"
        }
        guard let witness, !sides.sides(in: witness..<clause.upperBound).isEmpty else { return clause }
        return witness..<clause.upperBound
    }

    /// The region of a company's own country adds no side to a deal that it signs abroad.
    private func isAbroad(_ side: Side) -> Bool {
        guard analysis.data.tag == .chinese, let id = side.placeID, let country = analysis.data.places.country(of: id)
        else { return false }
        return country == "CN"
    }

    /// "The partners are X and Y", "Инвестор — X": a sentence that only says who takes part.
    func presentation(in clause: Range<Int>, _ organisations: [Side]) -> Range<Int>? {
        guard !organisations.isEmpty, clause.count <= 40 else { return nil }
        let opening = clause.lowerBound..<min(clause.upperBound, clause.lowerBound + 4)
        guard
            let tag = analysis.tags(in: opening).first(where: {
                $0.lexeme == .sides && $0.value != "guest" || $0.lexeme == .companyWord
            }), !analysis.isOrganisation(tag.tokens.lowerBound)
        else { return nil }
        let next = tag.tokens.upperBound
        guard next < clause.upperBound else { return nil }
        let token = analysis.text.tokens[next]
        return token.isSign("—") || token.isSign("–") || token.isSign(":")
            || ["is", "are", "was", "were"].contains(analysis.text.key(next)) ? tag.tokens : nil
    }
}
