internal import Deals
internal import Languages
internal import SourceText

/// Names in English texts: blocks of capitals told apart by heads, legal forms, roles, possessives, given names and
/// verbs of speech; a name once told is known again when a part of it stands alone.
struct EnglishNames: NameRules {
    func organisations(in analysis: Analysis) -> [OrganisationMention] {
        EnglishNameReader(analysis).names().organisations
    }

    func persons(in analysis: Analysis) -> [PersonMention] {
        EnglishNameReader(analysis).names().persons.filter { !analysis.overlapsOrganisation($0.tokens) }
    }

    func unlistedPlace(at token: Int, in analysis: Analysis) -> PlaceMention? {
        EnglishPlaces(analysis: analysis).unlisted(at: token)
    }
}

/// Puts the rules of English names together.
struct EnglishNameReader {
    private let words: EnglishWords
    private let evidence: EnglishEvidence
    private var organisations: [OrganisationMention] = []
    private var persons: [PersonMention] = []
    private var taken: [Bool]
    /// Keys of names already told, each with its full name.
    private var known = KnownNames()

    init(_ analysis: Analysis) {
        words = EnglishWords(analysis)
        evidence = EnglishEvidence(words: words)
        taken = [Bool](repeating: false, count: analysis.text.tokens.count)
    }

    private var analysis: Analysis { words.analysis }
    private var tokens: [Token] { words.tokens }

    func names() -> (organisations: [OrganisationMention], persons: [PersonMention]) {
        var copy = self
        copy.read()
        return (
            copy.organisations.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound },
            copy.persons.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
        )
    }

    private mutating func read() {
        for mention in EnglishOutlets(words: words).mentions() { add(mention) }
        for mention in EnglishInstitutions(words: words).mentions() { add(mention) }
        for field in EnglishInstitutions(words: words).fields() {
            for token in field where !words.isPlace(token) { taken[token] = true }
        }
        var open: [NameBlock] = []
        for block in EnglishBlocks(words: words).blocks(taken: taken) {
            if !decide(block, isLast: false) { open.append(block) }
        }
        neighbours(open)
        abbreviations()
        recall()
        for block in open where !block.tokens.contains(where: { taken[$0] }) { decide(block, isLast: true) }
        recall()
    }

    private mutating func add(_ mention: OrganisationMention) {
        guard !mention.tokens.contains(where: { taken[$0] }) else { return }
        organisations.append(mention)
        for token in mention.tokens { taken[token] = true }
        known.add(organisation: mention, words: words)
    }

    private mutating func add(_ person: PersonMention) {
        guard !person.tokens.contains(where: { taken[$0] }) else { return }
        persons.append(person)
        for token in person.tokens { taken[token] = true }
        known.add(person: person, words: words)
    }

    /// Decides for a block whose evidence is clear; the last time, for any that has some.
    @discardableResult
    private mutating func decide(_ block: NameBlock, isLast: Bool) -> Bool {
        let block = opened(block)
        guard !block.words.isEmpty else { return true }
        if !block.hasLegalForm, block.words.contains(where: { analysis.tag(at: $0, .delegation) != nil }) {
            return true
        }
        if let cut = holder(in: block) {
            let firm = block.tokens.lowerBound..<cut
            add(OrganisationMention(tokens: firm, name: words.name(firm), isInstitution: false, isOutlet: false))
            add(PersonMention(tokens: cut..<block.tokens.upperBound, name: words.name(cut..<block.tokens.upperBound)))
            return true
        }
        let score = evidence.score(block)
        let isSingle = block.words.count == 1
        let isFurniture = analysis.isFurniture[Int(analysis.passageOfToken[block.tokens.lowerBound])]
        let onlyOrdinary = block.words.allSatisfy { words.isOrdinary($0) || words.isPlace($0) || isHead($0) }
        let ordinary = block.words.count(where: { words.isOrdinary($0) && analysis.tag(at: $0, .givenName) == nil })
        if score.person >= (ordinary > 0 ? 8 : 3), score.person > score.company, !isTown(block),
            (!isSingle || score.person >= 5), !onlyOrdinary,
            isPersonal(block)
        {
            add(PersonMention(tokens: block.tokens, name: words.name(block.tokens)))
            return true
        }
        if onlyOrdinary, !block.hasLegalForm, evidence.heads(block.words[block.words.count - 1]).isEmpty {
            return false
        }
        let needed = onlyOrdinary ? 5 : isFurniture ? 4 : 3
        if score.company >= needed, score.company >= score.person, !(isSingle && words.isOrdinary(block.words[0])),
            !(isSingle && words.isPlace(block.words[0]))
        {
            add(
                OrganisationMention(
                    tokens: block.tokens, name: words.name(block.tokens), isInstitution: false, isOutlet: score.isOutlet
                ))
            return true
        }
        if isLast, isSingle, score.company >= 2, score.person == 0, words.isUnknown(block.words[0]),
            words.base(block.words[0]).utf8.count > 3, !words.isTitle(at: block.tokens.lowerBound),
            evidence.isDealPartner(block, block.tokens.lowerBound - 1)
        {
            add(
                OrganisationMention(
                    tokens: block.tokens, name: words.name(block.tokens), isInstitution: false, isOutlet: false))
            return true
        }
        guard isLast, !isSingle, !onlyOrdinary, !isFurniture, !words.isTitle(at: block.tokens.lowerBound) else {
            return false
        }
        let areUnknown = block.words.allSatisfy { words.isUnknown($0) }
        // A strange name of several words that acts as firms do and has nothing of a person.
        let isStrange =
            score.company >= 1 && score.person == 0 && block.words.contains { words.isUnknown($0) }
            && block.words.allSatisfy { words.isUnknown($0) || words.isPlace($0) || isHead($0) } && !isTown(block)
        if score.person >= 2, score.person > score.company, ordinary == 0, !isTown(block), isPersonal(block) {
            add(PersonMention(tokens: block.tokens, name: words.name(block.tokens)))
        } else if score.company >= 2 && score.company > score.person && (areUnknown || score.company >= 3) || isStrange
        {
            add(
                OrganisationMention(
                    tokens: block.tokens, name: words.name(block.tokens), isInstitution: false, isOutlet: false))
        }
        return false
    }

    /// "CEO of Voltalia Sebastien Clerc": where the firm ends and the holder of its office begins.
    private func holder(in block: NameBlock) -> Int? {
        var at = block.tokens.lowerBound - 1
        while at > 1, words.key(at) == "the" || analysis.data.gazetteer.adjective(in: analysis.text, at: at) != nil {
            at -= 1
        }
        guard block.words.count >= 3, !block.hasLegalForm, ["of", "at"].contains(words.key(at)),
            words.isSamePassage(at, block.tokens.lowerBound), evidence.heads(block.words[block.words.count - 1]).isEmpty
        else { return nil }
        let own = evidence.role(endingAt: at) ?? evidence.role(endingAt: at + 1)
        guard let role = own ?? evidence.distantRole(at + 1), ["company", "body", "none"].contains(role.value) else {
            return nil
        }
        for number in 1..<(block.words.count - 1) where block.words.count - number <= 3 {
            if let given = analysis.tag(at: block.words[number], .givenName),
                given.value != "s" || block.words.count - number == 2
            {
                return block.words[number]
            }
        }
        let last = block.words.suffix(2)
        guard last.allSatisfy({ words.isUnknown($0) && !words.isPlace($0) }),
            analysis.tag(at: block.words[0], .givenName) == nil
        else { return nil }
        let before = block.words[block.words.count - 3]
        return block.words.count == 3 || !words.isUnknown(before) ? last.first : nil
    }

    /// "Traxys, Valmont Industries and Oppenheimer": what stands in one list with a firm is a firm, and so for persons.
    private mutating func neighbours(_ open: [NameBlock]) {
        for pass in 0..<2 {
            for block in pass == 0 ? open : open.reversed() where !block.tokens.contains(where: { taken[$0] }) {
                let unknown = block.words.count(where: { words.isUnknown($0) })
                guard unknown > 0, block.words.count <= 4, !words.isTitle(at: block.tokens.lowerBound),
                    !analysis.isFurniture[Int(analysis.passageOfToken[block.tokens.lowerBound])]
                else { continue }
                let score = evidence.score(block)
                let near = [listed(before: block), listed(behind: block)].compactMap { $0 }
                if score.person < 2,
                    near.contains(where: { index in organisations.contains { !$0.isOutlet && $0.tokens.contains(index) }
                    }),
                    block.words.count > 1 || !words.isPlace(block.words[0]) && words.base(block.words[0]).utf8.count > 2
                {
                    add(
                        OrganisationMention(
                            tokens: block.tokens, name: words.name(block.tokens), isInstitution: false, isOutlet: false)
                    )
                } else if (2...3).contains(block.words.count), unknown == block.words.count, score.company < 2,
                    near.contains(where: { index in persons.contains { $0.tokens.contains(index) } })
                {
                    add(PersonMention(tokens: block.tokens, name: words.name(block.tokens)))
                }
            }
        }
    }

    /// The last token of what stands before a block with "and" or a comma between.
    private func listed(before block: NameBlock) -> Int? {
        var at = block.tokens.lowerBound - 1
        guard at > 0, words.isSamePassage(at, block.tokens.lowerBound),
            tokens[at].isSign(",") || ["and", "or"].contains(words.key(at))
        else { return nil }
        at -= 1
        if tokens[at].isSign(","), at > 0 { at -= 1 }
        if tokens[at].isSign(")") {
            guard let open = (max(0, at - 5)..<at).last(where: { tokens[$0].isSign("(") }), open > 0 else { return nil }
            at = open - 1
        }
        return at
    }

    private func listed(behind block: NameBlock) -> Int? {
        var at = block.tokens.upperBound
        guard !block.isPossessive, at + 1 < tokens.count, words.isSamePassage(at, block.tokens.lowerBound) else {
            return nil
        }
        let isComma = tokens[at].isSign(",")
        guard isComma || words.key(at) == "and" else { return nil }
        at += 1
        if isComma, words.key(at) == "and", at + 1 < tokens.count { at += 1 }
        // "X, Masdar said": a comma alone ties nothing at a sentence's head.
        if isComma, analysis.opensPassage(block.tokens.lowerBound) { return nil }
        return at
    }

    /// "Quezon City": the last word is a kind of place.
    private func isTown(_ block: NameBlock) -> Bool {
        block.words.last.map { analysis.tag(at: $0, .placeType) != nil } ?? false
    }

    private func isHead(_ token: Int) -> Bool { analysis.tag(at: token, .organisationHead) != nil }

    /// A block without the ordinary words that only open its sentence, or that belong to the role before it.
    private func opened(_ block: NameBlock) -> NameBlock {
        var block = block
        // "the President of the Republic of Uzbekistan Shavkat Mirziyoyev": the place is the president's.
        if let place = words.place(at: block.words[0]), !block.hasLegalForm,
            ["of", "to", "in", "for", "the"].contains(words.key(place.tokens.lowerBound - 1))
        {
            let rest = block.words.filter { $0 >= place.tokens.upperBound }
            if rest.count >= 2, rest.allSatisfy({ words.isUnknown($0) || analysis.tag(at: $0, .givenName) != nil }) {
                var cut = block
                cut.words = rest
                cut.tokens = rest[0]..<block.tokens.upperBound
                if evidence.score(cut).person >= 3 { block = cut }
            }
        }
        // "Minister of Investment, Industry and Trade Laziz Kudratov": the field is the minister's.
        while block.words.count > 2, let first = block.words.first, words.isOrdinary(first),
            block.words[1...].prefix(2).allSatisfy({ words.isUnknown($0) || analysis.tag(at: $0, .givenName) != nil }),
            !block.hasLegalForm, analysis.tag(at: block.words[1], .givenName) != nil || words.isUnknown(block.words[1]),
            ["of", "and", "for"].contains(words.key(first - 1)) || analysis.opensPassage(first)
        {
            if analysis.opensPassage(first), analysis.tag(at: block.words[1], .givenName) == nil { break }
            block.words.removeFirst()
            block.tokens = block.words[0]..<block.tokens.upperBound
        }
        return block
    }

    private func isPersonal(_ block: NameBlock) -> Bool {
        block.words.count <= 5 && !block.hasLegalForm
            && block.words.allSatisfy {
                tokens[$0].end - tokens[$0].start > 1 || tokens[$0 + 1 < tokens.count ? $0 + 1 : $0].isSign(".")
                    || $0 == block.words.last
            }
            && !words.isPlace(block.words[0]) || analysis.tag(at: block.words[0], .givenName) != nil
            || block.words.count <= 2 && !block.hasLegalForm
    }

    /// "Hanbit Medical Group (HMG)": the short form names the same one.
    private mutating func abbreviations() {
        for mention in organisations {
            let open = mention.tokens.upperBound
            guard open + 2 < tokens.count, tokens[open].isSign("("), tokens[open + 1].kind == .word,
                tokens[open + 1].traits.contains(.latin), tokens[open + 1].traits.contains(.capital),
                tokens[open + 2].isSign(")"),
                !words.isPlace(open + 1), analysis.tag(at: open + 1, .currency) == nil
            else { continue }
            let short = words.base(open + 1)
            let initials = words.keys(mention.tokens).compactMap { $0.first.map(String.init) }.joined()
            if let number = organisations.firstIndex(where: { $0.tokens == (open + 1)..<(open + 2) }) {
                // The lexicon knows the short form too.
                for index in organisations.indices
                where organisations[index].name == organisations[number].name && index != number {
                    organisations[index].name = mention.name
                }
                organisations[number].name = mention.name
                continue
            }
            let isAcronym = tokens[open + 1].traits.contains(.allCapitals)
            guard !taken[open + 1], isAcronym || initials.hasPrefix(short) else { continue }
            known.add(short: [short], of: mention)
            for index in organisations.indices
            where organisations[index].tokens.count == 1 && words.base(organisations[index].tokens.lowerBound) == short
            {
                organisations[index].name = mention.name
            }
            add(
                OrganisationMention(
                    tokens: (open + 1)..<(open + 2), name: mention.name, isInstitution: mention.isInstitution,
                    isOutlet: mention.isOutlet))
        }
    }

    /// Finds names already told, or parts of them, where they stand again.
    private mutating func recall() {
        var token = 0
        while token < tokens.count {
            guard !taken[token], tokens[token].isCapitalised,
                let hit = known.match(at: token, words: words, taken: taken)
            else {
                token += 1
                continue
            }
            let range = token..<hit.end
            switch hit.name {
            case .organisation(let name, let isInstitution, let isOutlet):
                let shown = hit.isAlias ? name : words.name(range)
                organisations.append(
                    OrganisationMention(tokens: range, name: shown, isInstitution: isInstitution, isOutlet: isOutlet))
            case .person(let name):
                persons.append(PersonMention(tokens: range, name: hit.isAlias ? name : words.name(range)))
            }
            for index in range { taken[index] = true }
            token = hit.end
        }
    }
}
