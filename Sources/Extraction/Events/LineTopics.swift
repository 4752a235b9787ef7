internal import Languages
internal import SourceText

/// What a line opens with before it tells about it: a place ("ҚАРШИ. …", "1. Angren. …", "Ташкент: …") or a thing
/// ("陶瓷厂：…", "Кирпичный завод: …").
struct LineTopic {
    let tokens: Range<Int>
    let place: PlaceMention?
    let project: Tag?
}

extension Analysis {
    /// Topics by the number of their line.
    func findTopics() -> [Int: LineTopic] {
        var topics: [Int: LineTopic] = [:]
        let first = articlePassages.first.map { text.passages[$0].line }
        var number = 0
        while number < text.passages.count {
            var last = number
            let line = text.passages[number].line
            while last + 1 < text.passages.count, text.passages[last + 1].line == line { last += 1 }
            if line != first, !isFurniture[number] {
                topics[line] = topic(
                    in: text.passages[number].tokens.lowerBound..<text.passages[last].tokens.upperBound)
            }
            number = last + 1
        }
        return topics
    }

    private func topic(in line: Range<Int>) -> LineTopic? {
        var start = line.lowerBound
        while start < line.upperBound, text.tokens[start].kind != .word { start += 1 }
        let reach = data.tag == .chinese ? 12 : 6
        guard let end = (start..<min(line.upperBound, start + reach)).first(where: { closesTopic($0) }),
            line.upperBound - end > 5
        else { return nil }
        let opening = start..<end
        guard !opening.isEmpty, money(in: opening).isEmpty, dates(in: opening).isEmpty,
            !tags(in: opening).contains(where: { Self.telling.contains($0.lexeme) })
        else { return nil }
        let named = places(in: opening).filter { !$0.isInsideName && $0.kind.isLocal }
        if named.count == 1, !isDateline(named[named.startIndex]),
            opening.allSatisfy({
                named[named.startIndex].tokens.contains($0) || isCovered($0, by: [.placeType])
                    || text.tokens[$0].kind == .sign
            })
        {
            return LineTopic(tokens: opening, place: named[named.startIndex], project: nil)
        }
        let colon = text.tokens[end].isSign(":") || text.tokens[end].isSign("：")
        let project = all(.project, in: opening).last
        guard colon, let project, project.value != "other", project.tokens.upperBound == end,
            organisations(in: opening).isEmpty
        else { return nil }
        return LineTopic(tokens: opening, place: nil, project: project)
    }

    private func closesTopic(_ index: Int) -> Bool {
        let token = text.tokens[index]
        return token.isSign(".") || token.isSign(":") || token.isSign("：") || token.isSign("。")
    }

    private static let telling: LexemeSet = [
        .sign, .agreed, .stage, .invest, .announce, .speech, .meet, .receive, .travel, .paper, .future, .negation,
        .outlet, .furniture,
    ]

    /// "— Биз тайёрмиз, — деди ҳоким.": a dash that opens speech.
    private func isQuoted(_ passage: Passage) -> Bool {
        let first = firstToken(ofLine: passage)
        let token = text.tokens[first]
        guard token.isSign("—") || token.isSign("–") || token.isSign("-") else { return false }
        var last = passage.tokens.upperBound
        while last < text.tokens.count, last - first < 80,
            text.passages[Int(passageOfToken[last])].line == passage.line
        { last += 1 }
        return has(.speech, in: first..<last)
    }

    private func opensWithDash(_ passage: Passage) -> Bool {
        let first = text.tokens[firstToken(ofLine: passage)]
        return first.isSign("—") || first.isSign("–")
    }

    private func firstToken(ofLine passage: Passage) -> Int {
        var first = passage.tokens.lowerBound
        while first > 0, !text.tokens[first].traits.contains(.lineBefore), passage.tokens.lowerBound - first < 80 {
            first -= 1
        }
        return first
    }

    /// An interview: several lines open with a dash, and some of them ask.
    func findDialogue() -> Bool {
        var asks = 0
        for (number, passage) in text.passages.enumerated()
        where !isFurniture[number] && passage.isListItem && opensWithDash(passage) {
            var last = number
            while last + 1 < text.passages.count, text.passages[last + 1].line == passage.line { last += 1 }
            let end = text.passages[last].tokens.upperBound - 1
            if text.tokens[end].isSign("?") || text.tokens[end].isSign("？") { asks += 1 }
        }
        return asks >= 2
    }

    /// Whether a line is an item of a list: by its bullet, or because several lines open with topics of their own.
    func isItem(_ passage: Passage) -> Bool {
        passage.isListItem && !isQuoted(passage) && !(isDialogue && opensWithDash(passage))
            || topics.count >= 2 && topics[passage.line] != nil
    }
}
