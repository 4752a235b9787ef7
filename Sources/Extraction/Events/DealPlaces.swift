internal import Deals
internal import Languages
internal import SourceText

/// Where the thing of a clause will stand.
extension DealCueRules {
    /// The most specific home place of the clause, nearest to what is built; not where it was signed.
    func place(in clause: Range<Int>, project: Tag?, status: Range<Int>) -> PlaceMention? {
        let topic = analysis.topics[analysis.passage(of: clause.lowerBound).line]?.place
        let here = analysis.places(in: clause).filter { mention in
            let isDistrict =
                mention.kind == .district && topic?.kind == .city && analysis.isLocative(mention) && !verbLast
            if let topic, let outer = topic.id, mention.tokens != topic.tokens, !isDistrict,
                !(mention.id.map { analysis.data.places.lies($0, in: outer) } ?? false)
            {
                return false
            }
            if let topic, mention.tokens == topic.tokens { return sides.isSite(mention) }
            return !mention.isInsideName && mention.kind.isLocal && sides.isSite(mention)
                && !analysis.isDateline(mention)
                && isSaidToBeThere(mention, project, in: clause) && !isOrigin(mention) && !analysis.isContainer(mention)
                && !isSigningPlace(mention, in: clause)
                && (mention.kind != .city || analysis.isLocative(mention) || isBeside(mention, project)
                    || !analysis.has(.travel, in: clause)
                        && analysis.text.passages[Int(analysis.passageOfToken[mention.tokens.lowerBound])].isUnclosed)
        }
        if here.isEmpty, let there = placeTold(in: clause) { return there }
        let anchor = project?.tokens ?? status
        if here.isEmpty, let project, analysis.data.tag == .english || analysis.data.tag == .russian,
            !analysis.has(.sign, in: clause) || analysis.all(.build, in: clause).contains(where: { $0.value == "make" })
                || !analysis.has(.travel, in: clause)
        {
            // A thing built abroad: the place stands right behind it.
            return analysis.places(in: clause).first { mention in
                !mention.isInsideName && mention.kind.isLocal && analysis.isLocative(mention)
                    && !analysis.isContainer(mention) && !sides.isSeat(mention, in: clause)
                    && !isSigningPlace(mention, in: clause) && mention.tokens.lowerBound >= project.tokens.upperBound
                    && mention.tokens.lowerBound - project.tokens.upperBound <= 3
            }
        }
        return here.max { a, b in
            (a.kind.specificity, analysis.isLocative(a) ? 1 : 0, -distance(a.tokens, anchor)) < (
                b.kind.specificity, analysis.isLocative(b) ? 1 : 0, -distance(b.tokens, anchor)
            )
        }
    }

    /// 在该州建设…: the region that acts in the clause, or was told last.
    private func placeTold(in clause: Range<Int>) -> PlaceMention? {
        guard analysis.data.tag == .chinese else { return nil }
        let type = clause.dropFirst().first { token in
            Hanzi.set("州省市县区縣區").contains(analysis.han(token)) && Hanzi.set("该該").contains(analysis.han(token - 1))
                && !analysis.isOrganisation(token)
        }
        return type.flatMap { sides.chineseUnit(at: $0) }
    }

    /// English names the place of a thing with a preposition or right before it; a company's seat is none, and a region
    /// that signs is only the second choice.
    private func isSaidToBeThere(_ mention: PlaceMention, _ project: Tag?, in clause: Range<Int>) -> Bool {
        switch analysis.data.tag {
        case .english:
            if sides.isSeat(mention, in: clause) { return false }
            let passage = analysis.passage(of: mention.tokens.lowerBound)
            if passage.isUnclosed || passage.isListItem { return true }
            if let project, mention.tokens.upperBound <= project.tokens.lowerBound,
                project.tokens.lowerBound - mention.tokens.upperBound <= 4
            {
                return true
            }
            var before = mention.tokens.lowerBound - 1
            while before > passage.tokens.lowerBound,
                Self.englishFillers.contains(analysis.text.key(before)) || analysis.isPlace(before)
                    || ["'s", "s", "'", ","].contains(analysis.text.key(before))
            { before -= 1 }
            return before >= passage.tokens.lowerBound
                && [
                    "in", "at", "near", "for", "to", "outside", "around", "across", "within", "into", "beside", "on",
                    "of", "under",
                ].contains(analysis.text.key(before))
        case .russian:
            if sides.isSeat(mention, in: clause) { return false }
            return !(mention.kind == .region && !analysis.isLocative(mention) && sides.actsItself(mention, in: clause))
        case .uzbekLatin, .uzbekCyrillic, .chinese:
            if sides.isSeat(mention, in: clause) { return false }
            if analysis.data.tag.isUzbek, mention.kind == .city, analysis.uzbekSuffix(mention).hasSuffix("dan") {
                return false
            }
            return !(mention.kind == .region && !analysis.isLocative(mention) && sides.actsItself(mention, in: clause))
        }
    }

    private static let englishFillers: Set<String> = [
        "the", "nearby", "central", "southern", "northern", "eastern", "western", "neighbouring", "city", "town",
        "village", "district", "region", "province", "of", "outskirts", "edge", "old",
    ]

    /// "подписано в Карши", "signed in Munich", "在塔什干签署": a city where papers are signed or people meet.
    private func isSigningPlace(_ mention: PlaceMention, in clause: Range<Int>) -> Bool {
        guard mention.kind == .city, analysis.isLocative(mention) else { return false }
        let acts: LexemeSet = [.sign, .meet, .receive, .build, .project, .stage]
        let segment = analysis.segment(around: mention.tokens.lowerBound, in: clause)
        if analysis.data.tag == .chinese {
            // 在X举行 of talks, and not of what is built there.
            let held = ["举行", "举办", "召开", "舉行", "舉辦"].contains {
                analysis.stands(Hanzi.scalars($0), at: mention.tokens.upperBound)
            }
            if held { return !analysis.has(.stage, in: segment) }
            // 在X stands before what is done there.
            let end = max(mention.tokens.upperBound, clause.upperBound)
            let after = analysis.tags(in: mention.tokens.upperBound..<end)
                .first { acts.contains($0.lexeme) && !analysis.isOrganisation($0.tokens.lowerBound) }
            return after.map { [.sign, .meet, .receive].contains($0.lexeme) } ?? false
        }
        let before = analysis.tags(in: segment.lowerBound..<max(segment.lowerBound, mention.tokens.lowerBound)).last {
            acts.contains($0.lexeme) && !(analysis.data.tag.isUzbek && $0.value == "ref")
        }
        if let before, mention.tokens.lowerBound - before.tokens.upperBound <= 6 {
            return [.sign, .meet, .receive].contains(before.lexeme)
        }
        let after = analysis.tags(in: mention.tokens.upperBound..<max(mention.tokens.upperBound, segment.upperBound))
            .first { acts.contains($0.lexeme) }
        if let after { return [.sign, .meet, .receive].contains(after.lexeme) }
        // "met the governor, …, in Tashkent": a part of its own goes with the verb before it.
        guard before == nil, analysis.data.tag == .english || analysis.data.tag == .russian else { return false }
        let told = analysis.tags(in: clause.lowerBound..<max(clause.lowerBound, mention.tokens.lowerBound)).last {
            acts.contains($0.lexeme)
        }
        return told.map { [.sign, .meet, .receive].contains($0.lexeme) } ?? false
    }

    /// "завод Зарафшана", "Samarkand hospital": right beside what is built.
    private func isBeside(_ mention: PlaceMention, _ project: Tag?) -> Bool {
        guard let project else { return true }
        return distance(mention.tokens, project.tokens) <= 3
    }

    /// Inside "делегация X района" or "хоким X" a place names who acts, not where it is built.
    private func isOrigin(_ mention: PlaceMention) -> Bool {
        analysis.roles.contains { $0.tokens.contains(mention.tokens.lowerBound) }
            || analysis.tag(endingAt: mention.tokens.lowerBound, .delegation) != nil
            || analysis.tag(at: mention.tokens.upperBound, .delegation) != nil
            || analysis.has(
                .administration,
                in: mention.tokens.upperBound..<min(analysis.text.tokens.count, mention.tokens.upperBound + 2))
    }
}
