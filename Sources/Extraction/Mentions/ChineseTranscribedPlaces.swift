internal import Languages
internal import SourceText

/// Places abroad that no table lists and that carry no type word: 在姆万扎建设, 尼泊尔博卡拉污水处理厂. Their characters are
/// those of transcriptions; a word of place or a country stands before them and what is done or built there behind.
struct ChineseTranscribedPlaces {
    let analysis: Analysis

    /// Words behind which a place is named.
    static let standing = Hanzi.phrases(
        """
        中标 承建 修建 建设 援建 承包 开发 收购 收購 位于 落户 选址 设在 地处 坐落 坐落于 座落于 抵达 访问 到访 走访 前往 途经 飞抵 定址 投资 落地 走进 进驻 来到 运抵 发自 远赴 定居 \
        位於 落戶 選址 設在 地處 坐落於 抵達 訪問 到訪 前往 途經 飛抵 定址 投資 走進 進駐 來到 運抵 發自 遠赴
        """)
    private static let prepositions = Hanzi.set("在于於")
    /// Characters that open what follows a place's name.
    private static let openers = Hanzi.set(
        "的了和与與同向从從举舉设設投经經生建开開签簽会會注运運市近郊附当當成有共合新创創年第承首拥擁自落地两三一二五几办辦启啟扩擴施完竣奠分销銷出进進召供租购購获獲中是为為将將已")

    private static let countries: HanPhrases = {
        let places = LanguageData.carried(.chinese).places.all
        return HanPhrases(
            places.filter { $0.kind == .country }.compactMap { $0.name(in: .chinese) }.filter { $0.count >= 2 }
                .joined(separator: " "))
    }()

    static func isBehindCountry(_ token: Int, _ analysis: Analysis) -> Bool {
        analysis.isGlued(token) && analysis.endsWith(countries, before: token) != nil
    }

    /// Whether the name of a country stands at a token: what follows is a place of its own.
    static func isCountry(_ token: Int, _ analysis: Analysis) -> Bool {
        countries.contains { analysis.stands($0, at: token) }
    }

    func place(at token: Int) -> PlaceMention? {
        guard Hanzi.placeTranscription.contains(analysis.han(token)), analysis.isGlued(token) else { return nil }
        let isBehindWord =
            Self.prepositions.contains(analysis.han(token - 1))
            || analysis.endsWith(Self.standing, before: token) != nil
        let isBehindCountry = !isBehindWord && Self.isBehindCountry(token, analysis)
        guard isBehindWord || isBehindCountry, !analysis.isInsideWord(token) else { return nil }
        var end = token
        while end - token < 8, end == token || analysis.isGlued(end),
            Hanzi.placeTranscription.contains(analysis.han(end)), end < token + 2 || !opensWord(end)
        { end += 1 }
        let isShort = end - token == 2 && isBehindCountry && opensThing(end)
        guard end - token >= 3 || isShort, end - token <= 7, !analysis.isSign(end, in: Hanzi.nameDots),
            !Hanzi.surnameEnds.contains(analysis.han(end - 1)), !startsWithWord(token..<end),
            !Hanzi.set("省州县区府邦郡縣區").contains(analysis.han(end))
        else { return nil }
        guard isBehindCountry ? opensWord(end) || opensThing(end) : opensWord(end) || opensThing(end) || follows(end)
        else { return nil }
        // A listed name inside is read as that.
        for length in 2..<(end - token) {
            let part = analysis.words(token..<(token + length))
            if !analysis.data.gazetteer.places(named: part).isEmpty { return nil }
        }
        return PlaceMention(tokens: token..<end, name: analysis.words(token..<end), id: nil, kind: .city)
    }

    /// The further mentions of such names, where nothing stands before them.
    func repeats(of found: [PlaceMention]) -> [PlaceMention] {
        var taken = Set(found.flatMap { Array($0.tokens) })
        var more: [PlaceMention] = []
        for place in found where place.id == nil && place.kind == .city && place.tokens.count >= 3 {
            guard place.tokens.allSatisfy({ Hanzi.placeTranscription.contains(analysis.han($0)) }) else { continue }
            for start in analysis.likes(of: place.tokens.lowerBound) where !taken.contains(start) {
                let range = start..<(start + place.tokens.count)
                guard range.upperBound <= analysis.text.tokens.count, taken.isDisjoint(with: range),
                    zip(range, place.tokens).allSatisfy({
                        analysis.key($0) == analysis.key($1) && ($0 == start || analysis.isGlued($0))
                    }), !analysis.isSign(range.upperBound, in: Hanzi.nameDots),
                    !analysis.isSign(start - 1, in: Hanzi.nameDots)
                else { continue }
                more.append(PlaceMention(tokens: range, name: place.name, id: nil, kind: place.kind))
                taken.formUnion(range)
            }
        }
        return more
    }

    private func opensWord(_ token: Int) -> Bool {
        analysis.tags(in: token..<(token + 1)).contains {
            $0.tokens.count >= 2 && $0.lexeme != .givenName && $0.lexeme != .notName
        }
    }

    /// A number, or a word of what is built.
    private func opensThing(_ token: Int) -> Bool {
        guard token < analysis.text.tokens.count else { return false }
        return analysis.isGlued(token) && analysis.text.tokens[token].kind == .number
            || analysis.tags(in: token..<(token + 1)).contains { [.project, .sector].contains($0.lexeme) }
    }

    private func follows(_ token: Int) -> Bool {
        guard token < analysis.text.tokens.count, analysis.isGlued(token) else { return true }
        return analysis.text.tokens[token].kind == .sign || Self.openers.contains(analysis.han(token))
    }

    private func startsWithWord(_ range: Range<Int>) -> Bool {
        analysis.tags(in: range).contains { tag in
            tag.tokens.count >= 2 && tag.lexeme != .givenName && tag.tokens.upperBound <= range.upperBound
        }
    }
}
