internal import Languages
internal import SourceText

/// Places that the tables do not have: "X district", "the X free economic zone", a town behind "in".
struct EnglishPlaces {
    let analysis: Analysis

    private var tokens: [Token] { analysis.text.tokens }

    func unlisted(at token: Int) -> PlaceMention? {
        guard tokens[token].isCapitalised, tokens[token].traits.contains(.latin), isPlain(token) else { return nil }
        if token > 0, tokens[token].traits.contains(.spaceBefore), !tokens[token].traits.contains(.lineBefore),
            tokens[token - 1].isCapitalised, isPlain(token - 1), !hasPossessive(token - 1)
        {
            return nil
        }
        return typed(at: token) ?? kindBefore(token) ?? leveled(at: token) ?? town(at: token) ?? site(at: token)
    }

    private func hasPossessive(_ token: Int) -> Bool { analysis.text.key(token).hasSuffix("'s") }

    /// No role, head, legal form, adjective or common word.
    private func isPlain(_ token: Int) -> Bool {
        guard analysis.data.gazetteer.adjective(in: analysis.text, at: token) == nil else { return false }
        return !analysis.tags(in: token..<(token + 1)).contains {
            $0.lexeme != .givenName && $0.lexeme != .currency && !($0.lexeme == .notName && $0.value == "part")
        }
    }

    private func typed(at token: Int) -> PlaceMention? {
        var end = token + 1
        while end < tokens.count, end - token < 5, !tokens[end].traits.contains(.lineBefore), !hasPossessive(end - 1) {
            if let type = analysis.tag(at: end, .placeType), type.tokens.count > 0 {
                guard
                    ["district", "region", "zone"].contains(type.value)
                        || type.value == "city" && type.tokens.count == 1 && tokens[end].isCapitalised
                            && analysis.text.key(end) != "capital",
                    let kind = Place.Kind(typeWord: type.value),
                    analysis.text.key(type.tokens.upperBound - 1) != "of"
                else { return nil }
                // "state", "territory" and "department" are too common to make a place.
                if ["state", "states", "territory", "territories"].contains(analysis.text.key(end)),
                    !tokens[end].isCapitalised
                        || end + 1 < tokens.count && tokens[end + 1].isCapitalised
                            && !tokens[end + 1].traits.contains(.lineBefore)
                        || tokens[token].traits.contains(.allCapitals)
                        || analysis.opensPassage(token)
                {
                    return nil
                }
                // "the Flemish province of Limburg" is called Limburg.
                let behind = type.tokens.upperBound
                if behind + 1 < tokens.count, analysis.text.key(behind) == "of", tokens[behind + 1].isCapitalised,
                    ["ish", "ese", "ian", "ean"].contains(where: { analysis.text.key(end - 1).hasSuffix($0) })
                {
                    return nil
                }
                if type.value == "zone", type.tokens.count == 1 { return nil }
                if isCommon(token) { return nil }
                let range = token..<type.tokens.upperBound
                return PlaceMention(tokens: range, name: name(range), id: nil, kind: kind)
            }
            if tokens[end].isSign("-"), !tokens[end].traits.contains(.spaceBefore), end + 1 < tokens.count,
                tokens[end + 1].isCapitalised
            {
                end += 2
            } else if tokens[end].isCapitalised, tokens[end].traits.contains(.latin) {
                end += 1
            } else {
                return nil
            }
        }
        return nil
    }

    /// "the municipality of Mbeya", "the Greek town of Elefsina", "the county of Rogaland": the kind of place and "of".
    private func kindBefore(_ token: Int) -> PlaceMention? {
        guard token > 1, analysis.text.key(token - 1) == "of", !hasPossessive(token - 1),
            !tokens[token].traits.contains(.lineBefore)
        else { return nil }
        let kind: Place.Kind
        if let type = analysis.tag(endingAt: token - 1, .placeType),
            !["state", "states", "territory", "area", "department", "department"].contains(
                analysis.text.key(token - 2)),
            let found = Place.Kind(typeWord: type.value), found.isLocal
        {
            kind = found
        } else if Self.kindWords.contains(analysis.text.key(token - 2)) {
            kind = .city
        } else {
            return nil
        }
        // "the governor of the province of …" too; but not "the city of tomorrow", which has no capital.
        var end = token + 1
        while end < tokens.count, end - token < 3, !hasPossessive(end - 1), tokens[end].isCapitalised,
            tokens[end].traits.contains(.latin), !tokens[end].traits.contains(.lineBefore), isPlain(end),
            tokens[end].traits.contains(.spaceBefore), tokens[end].kind == .word
        { end += 1 }
        return PlaceMention(tokens: token..<end, name: name(token..<end), id: nil, kind: kind)
    }

    private static let kindWords: Set<String> = [
        "town", "city", "village", "port", "municipality", "township", "borough", "hamlet", "settlement", "suburb",
        "seaport", "resort", "commune", "outskirts",
    ]

    /// "the Gia Lai provincial People's Committee", "Mwanza regional commissioner": capitals before the adjective of a kind.
    private func leveled(at token: Int) -> PlaceMention? {
        var end = token + 1
        while end < tokens.count, end - token < 3, tokens[end].isCapitalised, tokens[end].traits.contains(.latin),
            tokens[end].kind == .word, !tokens[end].traits.contains(.lineBefore), isPlain(end),
            analysis.tag(at: end, .givenName)?.value ?? "s" == "s"
        { end += 1 }
        guard end < tokens.count, let kind = Self.levels[String(analysis.text.key(end))], !tokens[end].isCapitalised,
            !hasPossessive(end - 1), analysis.tag(at: token, .givenName)?.value ?? "s" == "s", !isCommon(token),
            analysis.tag(at: token, .notName) == nil
        else { return nil }
        return PlaceMention(tokens: token..<end, name: name(token..<end), id: nil, kind: kind)
    }

    private static let levels: [String: Place.Kind] = [
        "provincial": .region, "regional": .region, "prefectural": .region, "municipal": .city,
    ]

    /// Where an unlisted place of the text stands again without the word for its kind: "Gyeongbuk" of "Gyeongbuk province".
    func repeats(of found: [PlaceMention]) -> [PlaceMention] {
        let unlisted = found.contains { $0.id == nil && $0.kind != .zone }
        guard unlisted else { return [] }
        let capitals = Dictionary(grouping: tokens.indices.filter { tokens[$0].isCapitalised }) { index in
            let key = String(analysis.text.key(index))
            return key.hasSuffix("'s") ? String(key.dropLast(2)) : key
        }
        var more: [PlaceMention] = []
        var seen: Set<String> = []
        for place in found where place.id == nil && place.kind != .zone && more.count < 200 {
            let key = analysis.placeKey(place)
            let words = key.split(separator: " ").map { String(analysis.data.folding(String($0))) }
            guard key.count >= 4, seen.insert(key).inserted, !words.isEmpty, words.count <= 3 else { continue }
            for index in capitals[words[0], default: []] where isName(words, at: index) {
                let range = index..<(index + words.count)
                if found.contains(where: { $0.tokens.overlaps(range) }) { continue }
                more.append(PlaceMention(tokens: range, name: place.name, id: nil, kind: place.kind))
            }
        }
        return more
    }

    /// Whether the words stand here by themselves, no part of a longer name.
    private func isName(_ words: [String], at index: Int) -> Bool {
        guard index + words.count <= tokens.count else { return false }
        for (offset, word) in words.enumerated() {
            let key = String(analysis.text.key(index + offset))
            let isLast = offset == words.count - 1
            guard tokens[index + offset].isCapitalised, key == word || isLast && key == word + "'s" else {
                return false
            }
        }
        let end = index + words.count
        if index > 0, tokens[index - 1].isCapitalised, tokens[index - 1].kind == .word,
            !tokens[index].traits.contains(.lineBefore), !hasPossessive(index - 1), !analysis.opensPassage(index - 1)
        {
            return false
        }
        if end < tokens.count, tokens[end].isCapitalised, tokens[end].kind == .word, !hasPossessive(end - 1),
            !tokens[end].traits.contains(.lineBefore), analysis.tag(at: end, .role) == nil
        {
            return false
        }
        return !(end + 1 < tokens.count && tokens[end].isSign("-") && !tokens[end].traits.contains(.spaceBefore))
    }

    private func isCommon(_ token: Int) -> Bool {
        analysis.tag(at: token, .notName) != nil && analysis.opensPassage(token)
    }

    private func name(_ range: Range<Int>) -> String {
        let name = analysis.words(range).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return hasPossessive(range.upperBound - 1) ? String(name.dropLast(2)) : name
    }

    /// "in Thika", "a button maker from Prato": one unknown word, not part of a longer name here or elsewhere.
    private func town(at token: Int) -> PlaceMention? {
        guard token > 0, !tokens[token].traits.contains(.lineBefore), !tokens[token].traits.contains(.allCapitals),
            tokens[token].end - tokens[token].start > 2, !hasPossessive(token),
            analysis.tags(in: token..<(token + 1)).allSatisfy({ $0.lexeme == .currency })
        else { return nil }
        let before = analysis.text.key(token - 1)
        guard
            before == "in" && !isStake(token) || ["near", "outside"].contains(before)
                || before == "at" && !isEmployer(token) || before == "from" && isOrigin(token)
                || before == "to" && isTravel(token)
        else { return nil }
        var end = token + 1
        if end + 1 < tokens.count, tokens[end].isSign("-"), !tokens[end].traits.contains(.spaceBefore),
            tokens[end + 1].isCapitalised, !tokens[end + 1].traits.contains(.spaceBefore)
        {
            end += 2
        }
        if end < tokens.count, tokens[end].isCapitalised, !tokens[end].traits.contains(.lineBefore),
            before == "in" && isTwin(end) || Self.features.contains(analysis.text.key(end))
                || isTwin(end) && before != "at"
        {
            end += 1
        }
        if end < tokens.count, tokens[end].isCapitalised, !tokens[end].traits.contains(.lineBefore) { return nil }
        if end < tokens.count, tokens[end].isSign("-") || tokens[end].isSign("&") || tokens[end].isSign("'"),
            !tokens[end].traits.contains(.spaceBefore)
        {
            return nil
        }
        guard !isPartOfName(analysis.text.key(token), except: token) else { return nil }
        let range = token..<end
        return PlaceMention(tokens: range, name: name(range), id: nil, kind: .city)
    }

    /// Words that close the names of towns: "Walvis Bay", "Bowling Green".
    private static let features: Set<String> = [
        "bay", "beach", "springs", "falls", "harbour", "harbor", "island", "islands", "hills", "valley", "green",
        "creek",
        "lake", "river", "rock", "point", "cove", "heights", "junction", "crossing", "grove", "ridge", "port", "town",
        "city", "fjord", "bank", "head", "ferry", "mills", "park", "field", "forest", "oasis",
    ]

    /// The second word of a town's name: unknown, and no name's part elsewhere.
    private func isTwin(_ token: Int) -> Bool {
        !hasPossessive(token) && !hasPossessive(token - 1) && analysis.tags(in: token..<(token + 1)).isEmpty
            && analysis.tag(at: token - 1, .givenName) == nil
            && !isPartOfName(analysis.text.key(token), except: token)
    }

    /// "a stake in X", "invested in X": X is a firm.
    private func isStake(_ token: Int) -> Bool {
        guard token > 1 else { return false }
        return [
            "stake", "stakes", "share", "shares", "interest", "invest", "invests", "invested", "investing", "holding",
            "confidence", "believe", "partner",
        ].contains(analysis.text.key(token - 2))
    }

    /// "an engineer at X".
    private func isEmployer(_ token: Int) -> Bool {
        analysis.tags(in: max(0, token - 5)..<(token - 1)).contains { $0.lexeme == .role }
            || !analysis.tags(in: max(0, token - 7)..<(token - 1)).contains {
                [.project, .build, .stage].contains($0.lexeme)
            }
    }

    /// "the Zarnisor lead-zinc tailings project": a mine or deposit names its place.
    private func site(at token: Int) -> PlaceMention? {
        guard token > 0, ["the", "its"].contains(analysis.text.key(token - 1)), !hasPossessive(token),
            analysis.tags(in: token..<(token + 1)).isEmpty
        else { return nil }
        var end = token + 1
        if end + 1 < tokens.count, tokens[end].isSign("-"), !tokens[end].traits.contains(.spaceBefore),
            tokens[end + 1].isCapitalised
        {
            end += 2
        }
        guard end < tokens.count, !tokens[end].isCapitalised, !isPartOfName(analysis.text.key(token), except: token)
        else { return nil }
        let window = end..<min(tokens.count, end + 4)
        guard let mine = analysis.tags(in: window).first(where: { $0.lexeme == .project && $0.value == "mining" }),
            (end..<mine.tokens.lowerBound).allSatisfy({
                tokens[$0].kind == .word && !tokens[$0].isCapitalised || tokens[$0].isSign("-")
            })
        else { return nil }
        return PlaceMention(tokens: token..<end, name: name(token..<end), id: nil, kind: .city)
    }

    private func isOrigin(_ token: Int) -> Bool {
        let near = max(0, token - 6)..<(token - 1)
        return analysis.tags(in: near).contains { [.companyWord, .delegation, .travel, .project].contains($0.lexeme) }
            || near.contains { analysis.text.key($0) == "road" }
    }

    private func isTravel(_ token: Int) -> Bool {
        analysis.tags(in: max(0, token - 4)..<(token - 1)).contains { $0.lexeme == .travel }
            || token > 3 && analysis.text.key(token - 3) == "from"
    }

    /// Whether the word stands elsewhere beside another capital, with a possessive before a role, or speaks.
    private func isPartOfName(_ key: String, except token: Int) -> Bool {
        for other in tokens.indices
        where other != token && tokens[other].isCapitalised && tokens[other].end - tokens[other].start >= key.utf8.count
        {
            guard analysis.text.key(other) == key else { continue }
            if analysis.tag(at: other + 1, .speech) != nil { return true }
            if other > 0, tokens[other - 1].isCapitalised, !tokens[other].traits.contains(.lineBefore),
                isPlain(other - 1), !hasPossessive(other - 1), tokens[other].traits.contains(.spaceBefore)
            {
                return true
            }
            if other + 1 < tokens.count, tokens[other + 1].isCapitalised,
                !tokens[other + 1].traits.contains(.lineBefore)
            {
                return true
            }
        }
        return false
    }
}
