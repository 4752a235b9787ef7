internal import Languages
internal import SourceText

/// Tells the article from the furniture around it: menus, share lines, related headlines, adverts, counters.
struct Furniture {
    let analysis: Analysis

    /// For each passage whether it is furniture.
    func marks() -> [Bool] {
        let passages = analysis.text.passages
        var marks = [Bool](repeating: false, count: passages.count)
        var number = 0
        var listFollows = false
        while number < passages.count {
            var last = number
            while last + 1 < passages.count, passages[last + 1].line == passages[number].line { last += 1 }
            let line = passages[number].tokens.lowerBound..<passages[last].tokens.upperBound
            let opens = opensFurniture(line)
            let isShort = line.count <= 3 && !passages[number].isListItem && passages[last].isUnclosed
            let closed = !passages[last].isUnclosed
            // Behind a furniture heading that stands alone, unclosed lines go on being furniture.
            let continues = listFollows && !closed
            let mark = opens || isShort && number > 0 || continues || isNoise(line) || isFileName(line)
            if mark { for passage in number...last { marks[passage] = true } }
            if opens, line.count <= 5 { listFollows = true } else if !continues && !opens { listFollows = false }
            number = last + 1
        }
        return marks
    }

    private func opensFurniture(_ line: Range<Int>) -> Bool {
        var start = line.lowerBound
        while start < line.upperBound, analysis.text.tokens[start].kind == .sign { start += 1 }
        guard start < line.upperBound, let tag = analysis.tag(at: start, .furniture) else { return false }
        // A line of many words with a closing stop is a sentence that happens to begin so.
        let rest = line.upperBound - tag.tokens.upperBound
        return rest <= 25
    }

    /// Lines of few letters: counters, rows of icons, addresses.
    private func isNoise(_ line: Range<Int>) -> Bool {
        let words = line.filter { analysis.text.tokens[$0].kind == .word }
        if words.isEmpty { return true }
        let bars = line.count(where: {
            analysis.text.tokens[$0].isSign("|") || analysis.text.tokens[$0].isSign("·")
                || analysis.text.tokens[$0].isSign("›") || analysis.text.tokens[$0].isSign(">")
        })
        return bars >= 2 && words.count <= bars * 4
    }

    /// photo_2024-01-17_09-55-33.jpg
    private func isFileName(_ line: Range<Int>) -> Bool {
        guard line.count >= 3, line.count <= 24 else { return false }
        let last = analysis.text.key(line.upperBound - 1)
        return ["jpg", "jpeg", "png", "webp", "gif", "mp4"].contains(last)
            && analysis.text.tokens[line.upperBound - 2].isSign(".")
    }
}
