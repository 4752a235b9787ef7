internal import Languages
internal import SourceText

/// What a deal's clause leaves to the text around it: "the company", "with X we agreed", the lender's borrower.
struct DealReferences {
    let analysis: Analysis
    let sides: SideRules

    /// Whether the clause speaks of a company told before without its name ("the company", "the same investor").
    func namesCompanyAgain(in clause: Range<Int>) -> Bool {
        analysis.all(.companyWord, in: clause).contains { tag in
            guard tag.value == "ref", !isAnybody(tag) else { return false }
            let near = max(0, tag.tokens.lowerBound - 1)..<min(analysis.text.tokens.count, tag.tokens.upperBound + 3)
            if analysis.organisations(in: near).contains(where: { name in
                !name.isOutlet
                    && !between(tag.tokens, name.tokens).contains {
                        ["и", "and", ",", "va", "hamda"].contains(analysis.text.key($0))
                    }
            }) || analysis.isOrganisation(tag.tokens.lowerBound)
                || analysis.isOrganisation(max(0, tag.tokens.lowerBound - 1))
            {
                return false
            }
            guard analysis.data.tag == .english else { return true }
            let before = tag.tokens.lowerBound - 1
            return before >= clause.lowerBound && ["the", "same", "this"].contains(analysis.text.key(before))
        }
    }

    /// "xorijiy kompaniya", "bir firma": any company, not the one told before.
    private func isAnybody(_ tag: Tag) -> Bool {
        guard analysis.data.tag.isUzbek, tag.tokens.lowerBound > 0 else { return false }
        let before = tag.tokens.lowerBound - 1
        let key = analysis.text.key(before)
        return [
            "bir", "har", "xorijiy", "chet", "el", "mahalliy", "yirik", "boshqa", "xususiy", "yaqin", "ortiq", "ta",
        ].contains(key)
            || analysis.text.tokens[before].kind == .number || key.hasSuffix("lik")
            || analysis.tag(at: before, .number) != nil
            || analysis.text.tokens[before].traits.contains(.capital) && !analysis.opensPassage(before)
    }

    /// The company told last before a passage, within a few paragraphs; a bank only finances.
    func company(before number: Int) -> Side? {
        var seen = 0
        let line = analysis.text.passages[number].line
        // The paragraphs of a digest have nothing to do with one another.
        let reach = isDigest ? 0 : 12
        for earlier in stride(from: number - 1, through: max(0, number - 24), by: -1)
        where !analysis.isFurniture[earlier] {
            if line - analysis.text.passages[earlier].line > reach { break }
            if !analysis.has(.loan, in: analysis.text.passages[earlier].tokens), let side = companies(in: earlier).first
            {
                return side
            }
            seen += 1
            if seen > 12 { break }
        }
        return nil
    }

    /// The company told last before a passage, in its paragraph.
    func company(inLineBefore number: Int) -> Side? {
        let line = analysis.text.passages[number].line
        for earlier in stride(from: number - 1, through: max(0, number - 12), by: -1)
        where !analysis.isFurniture[earlier] && analysis.text.passages[earlier].line == line {
            if let side = companies(in: earlier).last { return side }
        }
        return nil
    }

    /// The company told last in the paragraph or the one before.
    func company(nearLine number: Int) -> Side? {
        let line = analysis.text.passages[number].line
        for earlier in stride(from: number - 1, through: max(0, number - 12), by: -1)
        where !analysis.isFurniture[earlier] {
            if line - analysis.text.passages[earlier].line > (isDigest ? 0 : 1) { break }
            if !analysis.has(.loan, in: analysis.text.passages[earlier].tokens), let side = companies(in: earlier).last
            {
                return side
            }
        }
        return nil
    }

    /// In an interview, the company or body of the one who answers: the first person whose office names it.
    func interviewed() -> Side? {
        guard analysis.isDialogue, analysis.data.tag == .russian else { return nil }
        let head = analysis.articlePassages.prefix(8)
        for person in analysis.persons where head.contains(Int(analysis.passageOfToken[person.tokens.lowerBound])) {
            guard let role = person.role.map({ analysis.roles[$0] }), let number = role.organisation,
                !analysis.organisations[number].isOutlet
            else { continue }
            return sides.side(ofOrganisation: number, tokens: person.tokens)
        }
        return nil
    }

    /// The company that the headline or the lead names first.
    func mainCompany() -> Side? {
        if let told = interviewed() { return told }
        guard !isDigest else { return nil }
        var seen = 0
        for (number, isFurniture) in analysis.isFurniture.enumerated() where !isFurniture {
            if let side = companies(in: number).first { return side }
            seen += 1
            if seen > 6 { break }
        }
        return nil
    }

    private var isDigest: Bool { analysis.topics.count >= 3 || !analysis.sections.isEmpty }

    /// The company told first behind a passage, in its paragraph.
    func company(behind number: Int) -> Side? {
        let line = analysis.text.passages[number].line
        var next = number + 1
        while next < analysis.text.passages.count, analysis.text.passages[next].line == line {
            if let side = companies(in: next).first { return side }
            next += 1
        }
        return nil
    }

    /// "В управлении инвестиций признают: …", "The Growers' Union says …": who only speaks is no side.
    func isSpeaker(_ side: Side, of status: Range<Int>, in clause: Range<Int>) -> Bool {
        guard !side.isPlace, side.source == .organisation,
            analysis.data.tag == .english || analysis.data.tag == .russian
        else { return false }
        let segment = analysis.segment(around: side.tokens.lowerBound, in: clause)
        guard !segment.overlaps(status),
            analysis.tags(in: segment).contains(where: { $0.lexeme == .speech || $0.lexeme == .outlet })
        else { return false }
        return !analysis.tags(in: segment).contains { [.sign, .agreed, .invest, .build, .paper].contains($0.lexeme) }
    }

    private func companies(in number: Int) -> [Side] {
        sides.organisations(in: analysis.text.passages[number].tokens).filter { side in
            guard case .organisation(let entity) = side.party else { return false }
            return !isBank(side) && analysis.organisations.first { $0.entity == entity }?.isInstitution == false
        }
    }

    func isInstitution(_ side: Side) -> Bool {
        guard case .organisation(let entity) = side.party else { return false }
        return analysis.organisations.first { $0.entity == entity }?.isInstitution ?? false
    }

    /// Whether an organisation is a bank by its name.
    func isBank(_ side: Side) -> Bool {
        guard !side.isPlace else { return false }
        if analysis.data.tag.isUzbek, analysis.tag(at: side.tokens.lowerBound, .organisationHead)?.value == "lender" {
            return true
        }
        let name = side.name.lowercased()
        return ["bank", "банк", "银行"].contains { name.contains($0) }
    }

    /// Whether a side is named as the other side of somebody: "with X", "с компанией X".
    func isComitative(_ side: Side, in clause: Range<Int>) -> Bool {
        guard clause.contains(side.tokens.lowerBound), !hasStrangeName(beside: side, in: clause) else { return false }
        let words: Set<String>
        switch analysis.data.tag {
        case .russian: words = ["с", "со"]
        case .english: words = ["with"]
        default: return false
        }
        let opening = analysis.passage(of: side.tokens.lowerBound).tokens.lowerBound
        return (max(opening, side.tokens.lowerBound - 4)..<side.tokens.lowerBound).contains { index in
            words.contains(analysis.text.key(index))
                && !(index..<side.tokens.lowerBound).contains {
                    analysis.text.tokens[$0].kind == .sign && !analysis.text.tokens[$0].isSign("«")
                        && !analysis.text.tokens[$0].isSign("-") && !analysis.text.tokens[$0].isSign("“")
                        && !analysis.text.tokens[$0].isSign("\"")
                }
        }
    }

    /// A name in quotes that no rule knows may well be the other side.
    private func hasStrangeName(beside side: Side, in clause: Range<Int>) -> Bool {
        clause.contains { index in
            analysis.text.tokens[index].isSign("«")
                && !(index...min(clause.upperBound, index + 2)).contains { analysis.isOrganisation($0) }
        }
    }

    /// Whether one company is what the text is about: named at its head, and as often as all the others.
    func dominantCompany() -> Side? {
        if let told = interviewed() { return told }
        guard let main = mainCompany(), case .organisation(let entity) = main.party else { return nil }
        let companies = analysis.organisations.filter { !$0.isOutlet && !$0.isInstitution }
        return companies.count { $0.entity == entity } * 2 >= companies.count ? main : nil
    }

    /// "соглашение с АО «…»", "a contract with X": a paper said to stand between sides is signed.
    func paperWithSide(_ papers: [Tag], in clause: Range<Int>) -> Tag? {
        let words: Set<String>
        switch analysis.data.tag {
        case .russian: words = ["с", "со", "между"]
        case .english: words = ["with", "between"]
        case .chinese, .uzbekLatin, .uzbekCyrillic:
            // "X与Y的贸易合同，总价…": both stand before the paper, and there is a sum.
            guard !analysis.money(in: clause).isEmpty else { return nil }
            return papers.first { paper in
                guard paper.value != "unspecified" else { return false }
                let ahead =
                    analysis.segment(around: paper.tokens.lowerBound, in: clause).lowerBound..<paper.tokens.lowerBound
                guard
                    ahead.contains(where: { ["与", "同", "和", "bilan", "o'rtasidagi"].contains(analysis.text.key($0)) })
                else { return false }
                return sides.sides(in: ahead).count >= 2
            }
        }
        return papers.first { paper in
            guard paper.value != "unspecified" else { return false }
            let behind = paper.tokens.upperBound..<min(clause.upperBound, paper.tokens.upperBound + 2)
            guard let with = behind.first(where: { words.contains(analysis.text.key($0)) }) else { return false }
            return !sides.sides(in: (with + 1)..<min(clause.upperBound, with + 7)).isEmpty
        }
    }

    /// Whether a clause tells of a loan itself: its paper is a loan agreement, or a lender gives.
    func isLoan(in clause: Range<Int>, papers: [Tag], isFinancing: Bool) -> Bool {
        let loans = analysis.all(.loan, in: clause)
        guard let loan = loans.first else {
            return isFinancing && sides.organisations(in: clause).contains { isBank($0) }
        }
        if isFinancing || papers.isEmpty { return true }
        return papers.contains { paper in
            loans.contains { $0.tokens.overlaps(paper.tokens) || between($0.tokens, paper.tokens).count <= 1 }
        } && !loan.tokens.isEmpty
    }

    /// "оплатят из кредита X Bank", "financed by a loan from X": who lends for a deal is no side of it.
    func isLender(_ side: Side, in clause: Range<Int>) -> Bool {
        guard !side.isPlace else { return false }
        let before = max(clause.lowerBound, side.tokens.lowerBound - 4)..<side.tokens.lowerBound
        return analysis.has(.loan, in: before) || isBank(side) && !analysis.has(.sign, in: clause)
    }
}

extension SideRules {
    /// Whether a place only tells where a company comes from: "Denizli-based X", "Korea's X", "X of Istanbul", "из Коньи",
    /// "the Tashkent glove maker X".
    func isSeat(_ mention: PlaceMention, in clause: Range<Int>) -> Bool {
        let tokens = analysis.text.tokens
        let before = mention.tokens.lowerBound - 1
        let after = mention.tokens.upperBound
        switch analysis.data.tag {
        case .russian:
            guard before >= clause.lowerBound else { return false }
            if analysis.text.key(before) == "из" { return true }
            return tokens[before].isSign("(") && after < clause.upperBound && tokens[after].isSign(")") && before > 0
                && (max(clause.lowerBound, before - 2)..<before).contains { analysis.isOrganisation($0) }
        case .english:
            if before >= clause.lowerBound {
                let word = analysis.text.key(before)
                if word == "from" { return true }
                if word == "in", before > clause.lowerBound,
                    ["based", "headquartered", "registered"].contains(analysis.text.key(before - 1))
                {
                    return true
                }
                if word == "of", before > clause.lowerBound, analysis.isOrganisation(before - 1) { return true }
            }
            if after + 1 < clause.upperBound, tokens[after].isSign("-"),
                ["based", "registered", "headquartered"].contains(analysis.text.key(after + 1))
            {
                return true
            }
            return leadsToCompany(after, clause)
        case .chinese:
            guard after < clause.upperBound else { return false }
            return analysis.isOrganisation(after)
                || after + 1 < clause.upperBound && tokens[after].isSign("“") && analysis.isOrganisation(after + 1)
        case .uzbekLatin, .uzbekCyrillic:
            guard analysis.text.key(after - 1).hasSuffix("ning") else { return false }
            return (after..<min(clause.upperBound, after + 2)).contains { analysis.isOrganisation($0) }
        }
    }

    /// Whether up to four words without a verb or preposition lead from a token to a company's name.
    private func leadsToCompany(_ start: Int, _ clause: Range<Int>) -> Bool {
        for index in start..<min(clause.upperBound, start + 6) {
            if analysis.isOrganisation(index) { return true }
            let token = analysis.text.tokens[index]
            let key = analysis.text.key(index)
            if ["'s", "s", "'", "’"].contains(key) { continue }
            guard token.kind == .word || token.isSign("-") else { return false }
            if Self.englishBreaks.contains(key) { return false }
            if analysis.isCovered(index, by: [.sign, .stage, .meet, .travel, .announce, .build, .project]) {
                return false
            }
        }
        return false
    }

    private static let englishBreaks: Set<String> = [
        "in", "at", "to", "for", "of", "on", "by", "with", "and", "is", "was", "has", "have", "had", "will", "which",
        "that", "under", "from", "said", "regional", "region", "district", "city",
    ]

    /// "Canada's X": a country or region before the name of a company of its own is no side.
    func isPossessive(_ mention: PlaceMention) -> Bool {
        guard analysis.data.tag == .english else { return false }
        if analysis.text.key(mention.tokens.upperBound - 1).hasSuffix("'s") { return true }
        guard mention.tokens.upperBound < analysis.text.tokens.count else { return false }
        return ["'s", "s", "'", "’"].contains(analysis.text.key(mention.tokens.upperBound))
    }
}
