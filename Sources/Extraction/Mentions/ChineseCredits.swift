internal import Languages
internal import SourceText

/// Those who wrote, edited or took pictures.
extension ChinesePersons {
    /// Names on a line of credits: "记者 沈若溪", "编辑：阿沅", "摄影：赛里克", "文/张三".
    func credited(at token: Int) -> [Found] {
        let closed = creditedBefore(token)
        if !closed.isEmpty { return closed }
        guard let length = creditLength(at: token) else { return [] }
        var at = token + length
        guard at < count, !analysis.text.tokens[at].traits.contains(.lineBefore) else { return [] }
        let isLabel = analysis.isSign(at, in: Self.labelSigns)
        if length == 1, !isLabel { return [] }
        if isLabel {
            at += 1
        } else if analysis.isGlued(at) {
            // 记者徐剑梅李斌
            var end = at
            while end < count, end - at < 7, analysis.han(end) != 0, analysis.isGlued(end) { end += 1 }
            if let length = analysis.endsWith(Self.closings, before: end) { end -= length }
            return closes(end) && end - at >= 4 ? joined(at..<end) ?? [] : []
        }
        // 文/图 古丽加玛丽: two kinds of work by the same people.
        while isLabel, let next = creditLength(at: at), at + next < count,
            !analysis.text.tokens[at + next].traits.contains(.lineBefore)
        {
            at += next
            if analysis.isSign(at, in: Self.labelSigns) { at += 1 }
        }
        var found: [Found] = []
        while at < count, !analysis.text.tokens[at].traits.contains(.lineBefore) {
            var end = at
            while end < count, analysis.han(end) != 0, end == at || analysis.isGlued(end) { end += 1 }
            // 李 坤: a surname and a given character set apart.
            if end == at + 1, surnameLength(at: at, in: at..<(at + 2)) != nil, analysis.han(end) != 0, closes(end + 1),
                !analysis.text.tokens[end].traits.contains(.lineBefore), isLabel
            {
                found.append(
                    Found(
                        tokens: at..<(end + 1), name: analysis.words(at..<(at + 1)) + analysis.words(end..<(end + 1)),
                        last: nil))
                at = end + 1
                continue
            }
            let run = at..<end
            if run.count > 4, run.count <= 7, !isTranscribed(run), let both = joined(run) {
                found += both
                at = end
                continue
            }
            let isFull = closes(end) && !analysis.isSign(end, in: Hanzi.nameDots)
            guard isFull, run.count >= 2, run.count <= (isTranscribed(run) ? 8 : 4), !isCommonWord(run) else { break }
            let isChinese = surnameLength(at: at, in: run) != nil && run.count <= 4
            // "记者 普加良" alone on its line: no other word can stand there.
            let isAlone =
                run.count <= 3
                && (end >= count || analysis.text.tokens[end].traits.contains(.lineBefore)
                    || analysis.isSign(end, in: Hanzi.closeBrackets) || creditLength(at: end) != nil)
            guard isChinese || isAlone || isTranscribed(run) && run.count >= 3 || isLabel && run.count <= 3 else {
                break
            }
            found.append(Found(tokens: run, name: analysis.words(run), last: nil))
            at = end
            if analysis.isSign(at, in: Hanzi.set("、，,")) { at += 1 } else if at < count, analysis.isGlued(at) { break }
            if creditLength(at: at) != nil { break }
        }
        return found
    }

    /// （刘兵 李子路 报道）: names set apart, before the word for what they did.
    func creditedBefore(_ token: Int) -> [Found] {
        guard let length = Self.closings.first(where: { analysis.stands($0, at: token) })?.count,
            closes(token + length), !analysis.isGlued(token), token > 1
        else { return [] }
        var found: [Found] = []
        var end = token
        while end >= 2, !analysis.text.tokens[end].traits.contains(.lineBefore) {
            var start = end
            while start > 0, end - start < 4, analysis.han(start - 1) != 0 {
                start -= 1
                if !analysis.isGlued(start) { break }
            }
            let run = start..<end
            guard (2...3).contains(run.count), surnameLength(at: start, in: run) != nil, !isCommonWord(run),
                !analysis.isGlued(start) || analysis.text.tokens[start - 1].kind == .sign
            else { break }
            found.append(Found(tokens: run, name: analysis.words(run), last: nil))
            end = start
            if analysis.isGlued(start) { break }
        }
        return found
    }

    /// 徐剑梅李斌: two names run together.
    func joined(_ run: Range<Int>) -> [Found]? {
        guard analysis.tags(in: run).allSatisfy({ $0.tokens.count == 1 || $0.lexeme == .givenName }) else { return nil }
        for middle in [run.lowerBound + 3, run.lowerBound + 2]
        where run.upperBound - middle >= 2 && run.upperBound - middle <= 3 {
            let halves = [run.lowerBound..<middle, middle..<run.upperBound]
            if halves.allSatisfy({ surnameLength(at: $0.lowerBound, in: $0) != nil }) {
                return halves.map { Found(tokens: $0, name: analysis.words($0), last: nil) }
            }
        }
        return nil
    }

    func creditLength(at token: Int) -> Int? {
        Self.credits.first { analysis.stands($0, at: token) }?.count
    }

    func isTranscribed(_ run: Range<Int>) -> Bool { run.allSatisfy(isTranscription) }

    /// Whether a word of the lexicon that is no name covers the run, or a head or outlet ends it.
    func isCommonWord(_ run: Range<Int>) -> Bool {
        if analysis.overlapsOrganisation(run) || analysis.places.contains(where: { $0.tokens == run }) { return true }
        return analysis.tags(in: run).contains { tag in
            tag.lexeme != .givenName && tag.tokens == run
                || (tag.lexeme == .organisationHead || tag.lexeme == .furniture || tag.lexeme == .role)
                    && tag.tokens.upperBound == run.upperBound && tag.tokens.count >= 2
        }
    }
}
