internal import Languages
internal import SourceText

/// What the words around a block of capitals say for a person and for a company.
struct EnglishEvidence {
    let words: EnglishWords

    var analysis: Analysis { words.analysis }
    var tokens: [Token] { words.tokens }

    struct Score {
        var person = 0
        var company = 0
        var isInstitution = false
        var isOutlet = false
    }

    func score(_ block: NameBlock) -> Score {
        var score = Score()
        inside(block, &score)
        before(block, &score)
        behind(block, &score)
        return score
    }

    // MARK: The block's own words

    private func inside(_ block: NameBlock, _ score: inout Score) {
        if block.hasLegalForm { score.company += 6 }
        let count = block.words.count
        let last = block.words[count - 1]
        if count >= 2, let head = heads(last).first {
            score.company += 4
            if head.value == "outlet" {
                score.isOutlet = isReporting(block)
                // "Post", "Star" and "Today" close other names too.
                if !score.isOutlet { score.company -= 2 }
            }
        } else if count >= 3, block.words.dropFirst().contains(where: { !heads($0).isEmpty }) {
            score.company += 2
        } else if count >= 2, heads(block.words[0]).contains(where: { $0.value == "company" }) {
            // "Pastificio Bellavita", "Aguas del Ebro": the kind stands first in Romance and Malay names.
            score.company += 2
        }
        if block.tokens.contains(where: { tokens[$0].isSign("&") || tokens[$0].isSign("+") }) {
            score.company += words.isTitle(at: last) || isAlone(block) ? 1 : 3
        }
        if Self.hasCompanySuffix(words.base(last)) { score.company += words.base(last).hasSuffix("bank") ? 4 : 2 }
        if count >= 4 { score.company += 2 }
        if count == 1, tokens[last].traits.contains(.allCapitals),
            (3...8).contains(tokens[last].end - tokens[last].start), !words.isTitle(at: last), words.isUnknown(last)
        {
            score.company += 2
        }
        if count == 1, isCamel(last) { score.company += 2 }
        let ordinary = block.words.count(where: { words.isOrdinary($0) })
        if count >= 2, ordinary > 0 { score.company += 1 }
        if count >= 2, block.words.dropLast().contains(where: { words.isPlace($0) }),
            analysis.tag(at: block.words[0], .givenName) == nil
        {
            score.company += 1
        }
        guard (2...5).contains(count), ordinary == 0 || ordinary == 1 && count > 2, heads(last).isEmpty else { return }
        let first = analysis.tag(at: block.words[0], .givenName)
        if let first, first.value != "s" { score.person += 3 }
        if first?.value == "s", count == 2 || count == 3, words.isUnknown(block.words[1]) { score.person += 2 }
        if count > 2, first == nil,
            block.words.dropFirst().dropLast().contains(where: {
                analysis.tag(at: $0, .givenName).map { $0.value != "s" } ?? false
            })
        {
            score.person += 2
        }
        if Self.isSurname(words.base(last)) { score.person += 2 }
        if block.tokens.contains(where: { isInitial($0) }) { score.person += 2 }
        if block.tokens.contains(where: { tokens[$0].kind == .word && !tokens[$0].traits.contains(.capital) }) {
            score.person += 1
        }
    }

    /// "TotalEnergies", "UzAuto": a capital inside the word, other than that of "McDonald".
    private func isCamel(_ token: Int) -> Bool {
        let surface = analysis.text.surface(token)
        return !tokens[token].traits.contains(.allCapitals) && surface.count > 3
            && surface.dropFirst(2).dropLast().contains(where: \.isUppercase)
            && !["Mc", "Ma", "De", "La", "Al", "Di", "O'"].contains(String(surface.prefix(2)))
    }

    /// The whole line is capitals, as a section's title is.
    private func isAlone(_ block: NameBlock) -> Bool {
        analysis.passage(of: block.tokens.lowerBound).tokens.count == block.tokens.count
    }

    func heads(_ token: Int) -> [Tag] {
        let found = analysis.tags(in: max(0, token - 3)..<(token + 1)).filter {
            $0.lexeme == .organisationHead && $0.tokens.upperBound == token + 1
        }
        // A longer phrase of the lexicon ("steel works") may hide the head of "Orient Steel Works".
        guard found.isEmpty, words.isHeadWord(token),
            analysis.isCovered(token, by: [.project, .sector, .companyWord])
        else { return Array(found) }
        return [Tag(lexeme: .organisationHead, value: "company", entry: 0, tokens: token..<(token + 1))]
    }

    private func isInitial(_ token: Int) -> Bool {
        tokens[token].kind == .word && tokens[token].end - tokens[token].start == 1 && token + 1 < tokens.count
            && tokens[token + 1].isSign(".")
    }

    /// "Entwicklungsbank", "Uztransgaz", "Qishloqqurilish": firms whose kind is grown into their name.
    static func hasCompanySuffix(_ key: String) -> Bool {
        guard key.utf8.count >= 7 else { return false }
        return [
            "bank", "gaz", "neft", "energo", "stroy", "prom", "sanoat", "qurilish", "trans", "invest", "export", "teks",
            "tekstil", "telecom", "kimyo", "metall", "mash", "avto", "agro", "pharm", "farm", "cement", "tech", "tex",
            "trade", "servis",
        ]
        .contains { key.hasSuffix($0) }
    }

    static func isSurname(_ key: String) -> Bool {
        guard key.utf8.count >= 5 else { return false }
        return [
            "ov", "ev", "ova", "eva", "yev", "yeva", "uly", "kyzy", "zoda", "zade", "enko", "shvili", "adze", "idze",
            "yan", "ski", "sky", "skiy",
            "skaya", "ovich", "evich", "oğlu", "oglu", "sson", "sen", "stein", "mann", "berg",
        ].contains { key.hasSuffix($0) }
    }

    /// Words of reporting beside a newspaper's name.
    private func isReporting(_ block: NameBlock) -> Bool {
        let before = max(0, block.tokens.lowerBound - 4)..<block.tokens.lowerBound
        let behind = block.tokens.upperBound..<min(tokens.count, block.tokens.upperBound + 3)
        return analysis.has(.outlet, in: before) || analysis.has(.outlet, in: behind)
            || analysis.has(.speech, in: before) || analysis.has(.speech, in: behind)
            || block.tokens.lowerBound > 0 && tokens[block.tokens.lowerBound - 1].isSign("(")
    }

    // MARK: Before it

    static let titles: Set<String> = [
        "mr", "mrs", "ms", "dr", "prof", "professor", "sir", "madam", "messrs", "mister", "mme", "herr", "comrade",
    ]
}
