internal import Languages
internal import SourceText

/// Ministries, agencies, unions, universities, banks: names that a head noun opens ("Ministry of Investment, Industry
/// and Trade") or closes ("Zhetisu Reserve Bank", "Samarkand regional health department").
struct EnglishInstitutions {
    let words: EnglishWords

    private var analysis: Analysis { words.analysis }
    private var tokens: [Token] { words.tokens }

    func mentions() -> [OrganisationMention] {
        var found: [OrganisationMention] = []
        for tag in analysis.tags where tag.lexeme == .organisationHead && isOpening(tag) {
            // "Chairman of the Board of X": the board is the office's.
            if analysis.tags(in: max(0, tag.tokens.lowerBound - 6)..<tag.tokens.upperBound).contains(where: {
                $0.lexeme == .role && $0.tokens.lowerBound < tag.tokens.lowerBound && $0.tokens.overlaps(tag.tokens)
            }) {
                continue
            }
            guard tag.tokens.lowerBound >= found.last?.tokens.upperBound ?? 0, let mention = capitalised(tag) else {
                continue
            }
            found.append(mention)
        }
        for index in tokens.indices
        where Self.lowerHeads.contains(words.base(index)) && !tokens[index].traits.contains(.capital) {
            if let mention = lowerCase(index), !found.contains(where: { $0.tokens.overlaps(mention.tokens) }) {
                found.append(mention)
            }
        }
        return found.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    /// Heads that can open a name or close one; those of companies only close, apart from "Bank of".
    private func isOpening(_ tag: Tag) -> Bool {
        if tag.value == "institution" { return true }
        guard tag.value == "company" else { return false }
        return lastKey(tag) == "of" || tag.tokens.count > 1 && words.base(tag.tokens.upperBound - 1) == "bank"
            || tokens[tag.tokens.lowerBound].traits.contains(.allCapitals)
    }

    private func lastKey(_ tag: Tag) -> String { words.key(tag.tokens.upperBound - 1) }

    private static let prepositions: Set<String> = ["of", "for", "on"]

    private func capitalised(_ head: Tag) -> OrganisationMention? {
        let first = head.tokens.lowerBound
        if analysis.tag(at: first, .placeType)?.value == "zone" { return nil }
        if first > 0, words.isGlued(first),
            tokens[first - 1].isSign("@") || tokens[first - 1].isSign(".") || tokens[first - 1].isSign("/")
        {
            return nil
        }
        let start = leftEdge(first)
        var end = head.tokens.upperBound
        var hasComplement = false
        if Self.prepositions.contains(lastKey(head)) {
            guard let after = complement(at: end) else { return nil }
            end = after
            hasComplement = true
        } else {
            // "Union Bank", "Institute Masdar": more capitals behind the head.
            while end < tokens.count, !words.isPossessive(end - 1), words.isNameWord(end),
                !tokens[end].traits.contains(.lineBefore),
                tokens[end].traits.contains(.spaceBefore),
                words.isHeadWord(end) || words.isOrdinary(end) && !words.isThing(end), !words.isPlace(end)
            { end += 1 }
            // "International Investment Forum": the thing is named, not the body.
            if words.isThing(end), tokens[end].traits.contains(.spaceBefore), !tokens[end].traits.contains(.lineBefore)
            {
                return nil
            }
        }
        while end + 1 < tokens.count, !words.isPossessive(end - 1), Self.prepositions.contains(words.key(end)),
            !tokens[end].traits.contains(.lineBefore),
            let after = complement(at: end + 1)
        {
            end = after
            hasComplement = true
        }
        let isAcronym =
            head.tokens.count == 1 && analysis.text.surface(first).count(where: \.isUppercase) > 1
            && tokens[first].end - tokens[first].start <= 7
        let isWhole =
            head.tokens.count > 1 && !hasComplement
            && Self.wholeNames.contains { words.keys(head.tokens).starts(with: $0) }
        let hasName = start < first || end > head.tokens.upperBound || hasComplement
        guard
            hasName || isAcronym && !words.isTitle(at: first) || isWhole
                || head.tokens.count > 2 && !Self.prepositions.contains(lastKey(head))
        else {
            // "the Central Bank", "the Development Fund": a whole name that only its article shows.
            guard head.tokens.count == 2, start == first, first > 0, words.key(first - 1) == "the",
                tokens[head.tokens.upperBound - 1].traits.contains(.capital)
            else { return nil }
            return mention(start..<end)
        }
        // Between capitals everywhere a head noun shows little.
        if words.isTitle(at: first), !hasComplement,
            !(start..<first).contains(where: { words.isUnknown($0) || words.isPlace($0) }), !isWhole
        {
            return nil
        }
        if isAdministration(start..<end, head) { return nil }
        return mention(start..<end)
    }

    private static let wholeNames: [[String]] = [
        ["world", "bank"], ["united", "nations"], ["european", "union"], ["european", "commission"],
        ["oliy", "majlis"],
        ["jogorku", "kenesh"], ["kazakh", "invest"], ["cabinet", "of", "ministers"], ["council", "of", "ministers"],
    ]

    private func mention(_ range: Range<Int>) -> OrganisationMention {
        OrganisationMention(tokens: range, name: words.name(range), isInstitution: true, isOutlet: false)
    }

    /// The first word of the name: capitals before the head, with "&", hyphens and a plural possessive among them.
    private func leftEdge(_ first: Int) -> Int {
        var start = first
        while start > 0, !tokens[start].traits.contains(.lineBefore) {
            let before = start - 1
            if tokens[before].kind == .word, words.isNameWord(before), !words.isPossessive(before),
                tokens[start].traits.contains(.spaceBefore)
            {
                // "Uzbekistan Ministry of Energy" keeps its country; a given name belongs to a person.
                if analysis.tag(at: before, .givenName) != nil, analysis.tag(at: before, .givenName)?.value != "s" {
                    break
                }
                // "in Central Asia Honorary Consulate": the place stands on its own.
                if let place = words.place(at: before),
                    ["in", "from", "near"].contains(words.key(place.tokens.lowerBound - 1))
                {
                    break
                }
                start = before
            } else if tokens[before].isSign("'") || tokens[before].isSign("\u{2019}"), words.isGlued(before),
                words.isNameWord(before - 1)
            {
                start = before - 1
            } else if tokens[before].isSign("&") || tokens[before].isSign("-") && words.isGlued(before),
                words.isNameWord(before - 1)
            {
                start = before - 1
            } else if words.key(before) == "and", isField(start), isField(before - 1), words.isNameWord(before - 1) {
                start = before - 1
            } else {
                break
            }
        }
        // At the head of a sentence an ordinary word may only open it ("Solar Academy" stays, "Cotton" does too).
        return start
    }

    /// A field of work as ministries have in their names.
    private func isField(_ token: Int) -> Bool {
        guard token >= 0, token < tokens.count, tokens[token].isCapitalised else { return false }
        return analysis.tags(in: token..<(token + 1)).contains {
            $0.lexeme == .sector || $0.lexeme == .project || $0.lexeme == .invest || $0.lexeme == .build
                || $0.lexeme == .organisationHead && $0.value == "company"
                || $0.lexeme == .notName && $0.value == "part"
        }
    }

    /// Tokens of a minister's field: "Natural Resources, Ecology and Technical Supervision" names nobody.
    func fields() -> [Range<Int>] {
        analysis.tags.compactMap { tag in
            guard tag.lexeme == .role, tag.value == "ministry" || tag.value == "country" else { return nil }
            let end = tag.tokens.upperBound
            let start =
                Self.prepositions.contains(lastKey(tag))
                ? end : Self.prepositions.contains(words.key(end)) ? end + 1 : end
            guard start < tokens.count, !words.isPlace(start),
                start > end || Self.prepositions.contains(lastKey(tag))
                    || tag.tokens.count > 1 && words.key(end - 2) == "of"
            else { return nil }
            // "minister of energy" may be one phrase of the lexicon: the list goes on behind it.
            if start == end, !Self.prepositions.contains(lastKey(tag)) {
                guard tokens[end].isSign(",") || words.key(end) == "and", let after = complement(at: end - 1),
                    after > end
                else { return nil }
                return end..<after
            }
            return complement(at: start).map { start..<$0 }
        }
    }

    /// The token after "Investment, Industry and Trade", "the Republic of Uzbekistan", "Jetisay", behind "of" or "for".
    private func complement(at start: Int) -> Int? {
        var at = start
        guard at < tokens.count, !tokens[at].traits.contains(.lineBefore) else { return nil }
        if words.key(at) == "the" { at += 1 }
        if let place = words.place(at: at), place.tokens.lowerBound == at { return placeEnd(place) }
        if let type = analysis.tag(at: at, .placeType), tokens[at].isCapitalised,
            words.key(type.tokens.upperBound - 1) == "of",
            let place = words.place(at: type.tokens.upperBound)
        {
            return placeEnd(place)
        }
        guard let first = run(at) else { return nil }
        var end = first
        var sawComma = false
        var list = end
        while list + 1 < tokens.count, tokens[list].isSign(","), isField(list + 1), let next = run(list + 1) {
            list = next
            sawComma = true
        }
        if list + 1 < tokens.count, tokens[list].isSign(",") { list += 1 }
        if list + 1 < tokens.count, words.key(list) == "and" || tokens[list].isSign("&"), !words.isPlace(list + 1),
            let last = run(list + 1),
            sawComma || isField(list + 1)
        {
            end = last
            // "Industry and Trade and Tourism" is rare; "Energy and Masdar" never gets here.
        }
        return end
    }

    private func placeEnd(_ place: PlaceMention) -> Int { place.tokens.upperBound }

    /// Capitalised words side by side; nil when there is none.
    private func run(_ start: Int) -> Int? {
        var end = start
        while end < tokens.count, words.isNameWord(end) || isField(end),
            end == start || !tokens[end].traits.contains(.lineBefore)
        {
            if end > start, analysis.tag(at: end, .givenName) != nil, words.isUnknown(end) { break }
            if end > start, words.isUnknown(end),
                isField(end - 1) || analysis.tag(endingAt: end, .organisationHead) != nil,
                analysis.tag(at: end, .organisationHead) == nil, end + 1 < tokens.count, words.isNameWord(end + 1),
                words.isUnknown(end + 1)
            {
                break
            }
            end += 1
            if words.isPossessive(end - 1) { break }
            if end + 2 < tokens.count, tokens[end].isSign("-"), words.isGlued(end), words.isGlued(end + 1) {
                // "Geo-Information", "State-owned Property"
                if words.isNameWord(end + 1) {
                    end += 1
                } else if tokens[end + 1].kind == .word, words.isNameWord(end + 2) {
                    end += 2
                }
            }
        }
        return end > start ? end : nil
    }

    /// Hokimiyats, akimats and regional administrations stand for their places.
    private func isAdministration(_ range: Range<Int>, _ head: Tag) -> Bool {
        if analysis.tags(in: max(0, range.lowerBound - 2)..<range.upperBound).contains(where: {
            $0.lexeme == .administration && $0.tokens.overlaps(range) && $0.tokens.overlaps(head.tokens)
        }) {
            return true
        }
        return words.base(head.tokens.lowerBound) == "administration" && range.contains { words.isPlace($0) }
    }

    // MARK: Lower case

    private static let lowerHeads: Set<String> = [
        "department", "directorate", "agency", "committee", "inspectorate", "university", "institute", "chamber",
        "college",
        "academy", "ministry", "clinic", "bureau",
    ]
    private static let levels: Set<String> = [
        "regional", "provincial", "state", "national", "city", "district", "municipal", "federal",
    ]

    /// "Samarkand regional health department", "Uzbekistan's energy ministry".
    private func lowerCase(_ head: Int) -> OrganisationMention? {
        var start = head
        while start > 0, head - start < 4, tokens[start - 1].kind == .word,
            !tokens[start - 1].traits.contains(.capital), !tokens[start].traits.contains(.lineBefore),
            isLowerPart(start - 1)
        { start -= 1 }
        if words.key(head) == "ministry", words.key(head + 1) == "of" {
            // "ministry of investments and foreign trade"
            var end = head + 2
            while end < tokens.count, !tokens[end].traits.contains(.lineBefore), !tokens[end].traits.contains(.capital),
                tokens[end].kind == .word,
                isLowerPart(end) || words.key(end) == "and" && isLowerPart(end + 1) || words.key(end) == "foreign"
            { end += 1 }
            return end > head + 2 ? mention(head..<end) : nil
        }
        guard start < head || words.isPlace(head - 1) else { return nil }
        if words.base(head) == "ministry" {
            return mention(start..<(head + 1))
        }
        guard start > 0, !words.isPossessive(start - 1), words.isPlace(start - 1),
            let place = words.place(at: start - 1)
        else { return nil }
        guard start == head || (start..<head).contains(where: { !Self.levels.contains(words.key($0)) }) else {
            return nil
        }
        return mention(place.tokens.lowerBound..<(head + 1))
    }

    private func isLowerPart(_ token: Int) -> Bool {
        guard token < tokens.count else { return false }
        let key = words.key(token)
        if Self.levels.contains(key) { return true }
        return analysis.tags(in: token..<(token + 1)).contains {
            $0.lexeme == .sector || $0.lexeme == .invest || $0.lexeme == .otherAmount
                || $0.lexeme == .notName && $0.value == "part" && $0.tokens.count == 1
        } && key.utf8.count > 3
    }
}
