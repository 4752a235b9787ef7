internal import Deals
internal import Languages
internal import SourceText

/// What is built, made or supplied, its sector and its sum.
extension DealCueRules {
    /// What the clause says is built; a pronoun ("Уни … қуради", "她将建设该厂") means what the sentence before told.
    func projects(in clause: Range<Int>) -> [Tag] {
        let things = analysis.all(.project, in: clause).filter {
            !isKindOfCompany($0) && !isInsideInstitution($0) && !isInsideOffice($0) && !isInsideName($0)
        }
        let here = things.filter { !isKindBeforeName($0, in: clause, besides: things) }
        let number = Int(analysis.passageOfToken[clause.lowerBound])
        guard here.isEmpty, opensWithPronoun(clause) || namesThingAgain(clause, number) else { return here }
        guard number > 0,
            analysis.text.passages[number - 1].line == analysis.text.passages[number].line
                || analysis.data.tag == .russian
        else { return here }
        return analysis.all(.project, in: analysis.text.passages[number - 1].tokens).filter { $0.value != "other" }
            .suffix(1)
    }

    /// "О нём объявили на форуме", "Его стоимость — …": the thing that the sentence before closed with, where it names
    /// nobody whom the pronoun could mean.
    private func namesThingAgain(_ clause: Range<Int>, _ number: Int) -> Bool {
        guard analysis.data.tag == .russian, number > 0, !analysis.isFurniture[number - 1],
            analysis.passage(of: clause.lowerBound).line - analysis.text.passages[number - 1].line <= 1,
            let first = clause.first(where: { analysis.text.tokens[$0].kind == .word })
        else { return false }
        let opening = [analysis.text.key(first), first + 1 < clause.upperBound ? analysis.text.key(first + 1) : ""]
        let isOblique =
            ["о", "об", "в", "на", "для", "к", "по"].contains(opening[0])
            && ["нем", "ней", "него", "нее", "нему"].contains(opening[1])
            || ["его", "ее"].contains(opening[0])
        return isOblique && analysis.persons(in: analysis.text.passages[number - 1].tokens).isEmpty
    }

    /// "«Челны Трейд» савдо уйи", "Sachsen Tierlabor laboratoriyasi": what the company before it is, not what is built.
    private func isKindOfCompany(_ project: Tag) -> Bool {
        guard analysis.data.tag.isUzbek, project.tokens.lowerBound > 1 else { return false }
        let first = project.tokens.lowerBound
        let isClosed = ["”", "»", "\""].contains { analysis.text.tokens[first - 1].isSign($0) }
        let last = isClosed ? first - 2 : first - 1
        guard analysis.isOrganisation(last) else { return false }
        let key = analysis.text.key(project.tokens.upperBound - 1)
        return ["i", "iga", "ini", "ida", "idan", "ining"].contains { key.hasSuffix($0) }
            && (isClosed || !analysis.has(.sign, in: first..<min(analysis.text.tokens.count, first + 6))
                || project.tokens.count == 1)
            && !analysis.has(
                .build, in: project.tokens.upperBound..<min(analysis.text.tokens.count, project.tokens.upperBound + 2))
    }

    /// "Златоустовский вагоностроительный завод", "в Мостах": the word belongs to a company's or a place's name.
    private func isInsideName(_ project: Tag) -> Bool {
        guard analysis.data.tag == .russian else { return false }
        let near = max(0, project.tokens.lowerBound - 3)..<(project.tokens.lowerBound + 1)
        return analysis.isOrganisation(project.tokens.lowerBound)
            || analysis.places(in: near).contains { $0.kind != .zone && $0.tokens.contains(project.tokens.lowerBound) }
            || analysis.persons(in: near).contains { $0.tokens.contains(project.tokens.lowerBound) }
    }

    /// "с заводом Erntewerk", "Агрофирма «Зарафшон» подписала": a kind word right before a company's name says what the
    /// company is, unless something is built or started there.
    private func isKindBeforeName(_ project: Tag, in clause: Range<Int>, besides others: [Tag]) -> Bool {
        guard analysis.data.tag == .russian else { return false }
        var next = project.tokens.upperBound
        while next < clause.upperBound, ["«", "“", "\""].contains(where: { analysis.text.tokens[next].isSign($0) }) {
            next += 1
        }
        guard next < clause.upperBound, analysis.organisations.contains(where: { $0.tokens.lowerBound == next }) else {
            return false
        }
        let before = max(clause.lowerBound, project.tokens.lowerBound - 4)..<project.tokens.lowerBound
        if analysis.tags(in: before).contains(where: { $0.lexeme == .build || $0.lexeme == .stage }) { return false }
        return others.contains { $0.tokens != project.tokens && $0.value != "other" }
            || !analysis.has(.stage, in: clause)
    }

    /// "universitet rektori", "zavod direktori": the word belongs to the office behind it.
    private func isInsideOffice(_ project: Tag) -> Bool {
        analysis.data.tag.isUzbek && analysis.tag(at: project.tokens.upperBound, .role) != nil
            && ["zavod", "fabrika", "universitet", "institut", "klinika", "shifoxona", "kombinat", "markaz", "maktab"]
                .contains(
                    analysis.text.key(project.tokens.upperBound - 1))
    }

    /// "Qarshi davlat texnika universitetida": the word belongs to the institution's name.
    private func isInsideInstitution(_ project: Tag) -> Bool {
        analysis.data.tag.isUzbek
            && analysis.organisations.contains {
                $0.isInstitution && $0.tokens.contains(project.tokens.lowerBound)
                    && $0.tokens.contains(project.tokens.upperBound - 1)
            }
    }

    /// What the line says that it is about.
    func topicProject(in clause: Range<Int>) -> Tag? {
        guard let topic = analysis.topics[analysis.passage(of: clause.lowerBound).line] else { return nil }
        if let project = topic.project { return clause.contains(project.tokens.lowerBound) ? project : nil }
        // "ШАҲРИСАБЗ ТУМАНИ. Тоғ-чанғи мажмуаси.": the thing right behind the place.
        guard topic.tokens.upperBound + 1 < clause.upperBound else { return nil }
        let next = analysis.passage(of: topic.tokens.upperBound + 1).tokens
        guard next.lowerBound > topic.tokens.lowerBound, next.count <= 9, clause.contains(next.lowerBound),
            !analysis.tags(in: next).contains(where: { [.sign, .build, .stage, .agreed].contains($0.lexeme) })
        else { return nil }
        return analysis.all(.project, in: next).last { $0.value != "other" }
    }

    /// Not what is told as a reason or a help ("由于增加了变电站").
    func causeless(_ projects: [Tag], in clause: Range<Int>) -> [Tag] {
        guard analysis.data.tag == .chinese else { return projects }
        let kept = projects.filter { project in
            // 酒庄出口经理: a part of somebody's office.
            if analysis.tag(at: project.tokens.upperBound, .role) != nil
                || ["公司", "集团", "企业"].contains(where: analysis.words(project.tokens).hasSuffix)
            {
                return false
            }
            let segment = analysis.segment(around: project.tokens.lowerBound, in: clause)
            return !["由于", "因为", "因", "由於", "因為"].contains(where: analysis.words(segment).contains)
        }
        return kept
    }

    func amount(_ amounts: [MoneyMention], _ clause: Range<Int>) -> MoneyMention? {
        newest(amounts.filter { $0.use == .deal }) ?? newest(amounts)
    }

    /// The first, unless it is told as what was once planned ("原定投资") and another as what it came to ("实际投资", "改为").
    func newest(_ amounts: [MoneyMention]) -> MoneyMention? {
        amounts.last { age(of: $0) == "now" } ?? amounts.first { age(of: $0) != "then" } ?? amounts.first
    }

    /// `then` or `now`, from the word that says what the amount is of.
    func age(of mention: MoneyMention) -> String {
        let passage = analysis.passage(of: mention.tokens.lowerBound).tokens
        let ahead = analysis.all(
            .dealAmount,
            in: min(
                mention.tokens.lowerBound, max(passage.lowerBound, mention.tokens.lowerBound - 8))..<mention.tokens
                .lowerBound
        ).last { !$0.value.isEmpty }
        let behind = analysis.all(
            .dealAmount,
            in: mention.tokens
                .upperBound..<max(mention.tokens.upperBound, min(passage.upperBound, mention.tokens.upperBound + 4))
        ).first { !$0.value.isEmpty }
        let between =
            ahead.map {
                analysis.money(in: $0.tokens.upperBound..<max($0.tokens.upperBound, mention.tokens.lowerBound)).isEmpty
            } ?? false
        if verbLast, analysis.data.tag.isUzbek { return behind?.value ?? (between ? ahead?.value : nil) ?? "" }
        return (between ? ahead?.value : nil) ?? behind?.value ?? ""
    }

    /// The thing nearest to the words that tell the status; of a chain of things the one that the others describe
    /// ("завод переработки кукурузы", "solar panel factory").
    func head(_ projects: [Tag], near anchor: Range<Int>, in clause: Range<Int>) -> Tag? {
        guard var best = projects.min(by: { distance($0.tokens, anchor) < distance($1.tokens, anchor) }) else {
            return nil
        }
        for other in projects where other.tokens != best.tokens {
            switch analysis.data.tag {
            case .russian:
                guard other.tokens.upperBound <= best.tokens.lowerBound, isChain(between(other.tokens, best.tokens))
                else { continue }
                return other
            case .english:
                if other.tokens.lowerBound >= best.tokens.upperBound, between(best.tokens, other.tokens).count <= 1,
                    isChain(between(best.tokens, other.tokens))
                {
                    best = other
                }
            case .chinese:
                // 咖啡加工厂: the last of a chain is the thing.
                if other.tokens.lowerBound == best.tokens.upperBound { best = other }
            default: continue
            }
        }
        return best
    }

    /// From two tokens before one to another; empty where there is none.
    private func window(before start: Int, to end: Int) -> Range<Int> {
        let start = max(0, min(start, end) - 2)
        return start..<max(start, end)
    }

    private func isChain(_ gap: Range<Int>) -> Bool {
        gap.count <= 3
            && gap.allSatisfy { index in
                let token = analysis.text.tokens[index]
                return (token.kind == .word || token.isSign("-"))
                    && !["и", "или", "and", "в", "с", "на", "in", "with", "a", "the", "for"].contains(
                        analysis.text.key(index))
                    && !analysis.isOrganisation(index) && !analysis.isCovered(index, by: [.sign, .stage, .build])
            }
    }

    /// The sector of what is built. Any factory is manufacturing, but for waste plants and ore dressing; goods are
    /// trade unless they name a branch of their own.
    func sector(_ project: Tag?, subject: Range<Int>?, in clause: Range<Int>) -> (value: Sector, tokens: Range<Int>)? {
        let near = subject ?? project?.tokens
        if let project, let sector = Sector(rawValue: project.value), sector != .other {
            let within = near.map { analysis.tags(in: $0) } ?? []
            if sector == .manufacturing,
                let special = within.first(where: {
                    [.project, .sector].contains($0.lexeme)
                        && ($0.value == "water_waste"
                            || $0.value == "mining"
                                && ($0.lexeme == .project || within.count { $0.value == "mining" } > 1))
                })
            {
                return (Sector(rawValue: special.value) ?? sector, special.tokens)
            }
            if sector == .manufacturing, let power = within.first(where: { isPower($0, project) }) {
                return (.energy, power.tokens)
            }
            if sector == .trade,
                let other = within.first(where: { $0.lexeme == .project && !["trade", "other"].contains($0.value) })
            {
                return (Sector(rawValue: other.value) ?? sector, other.tokens)
            }
            // "assemble minibuses", "выпуск сеялок": made, not traded or driven.
            if [.trade, .transport, .agriculture, .ict, .waterWaste, .healthcare, .construction].contains(sector),
                let maker = analysis.tags(
                    in: window(before: near?.lowerBound ?? project.tokens.lowerBound, to: project.tokens.upperBound)
                ).last(where: { $0.lexeme == .build && $0.value == "make" })
            {
                return (.manufacturing, maker.tokens)
            }
            return (sector, project.tokens)
        }
        let hints = analysis.all(.sector, in: near ?? clause) + (near == nil ? [] : analysis.all(.sector, in: clause))
        var counts: [String: Int] = [:]
        for hint in hints { counts[hint.value, default: 0] += 1 }
        guard let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
            let sector = Sector(rawValue: best.key), let tokens = hints.first(where: { $0.value == best.key })?.tokens
        else { return nil }
        return (sector, tokens)
    }

    /// "300 MW plant", "photovoltaic plant": a unit of power in the phrase, or a word of energy right before the noun.
    private func isPower(_ tag: Tag, _ project: Tag) -> Bool {
        // 光伏玻璃厂 makes glass.
        if verbLast, analysis.data.tag == .chinese, analysis.text.key(project.tokens.upperBound - 1) == "厂",
            !Hanzi.set("电热").contains(analysis.han(project.tokens.upperBound - 2))
        {
            return false
        }
        if tag.lexeme == .unit { return Self.powerUnits.contains(analysis.text.key(tag.tokens.upperBound - 1)) }
        // "isitish tizimlari zavodi" makes heating systems.
        return (tag.lexeme == .sector || tag.lexeme == .project && !verbLast) && tag.value == "energy"
            && tag.tokens.upperBound == project.tokens.lowerBound
    }

    private static let powerUnits: Set<String> = ["mw", "gw", "мвт", "гвт", "mvt", "gvt", "瓦"]

    /// "девять документов", "5 ta hujjat", "14 projects".
    /// "25 йиллик битим", "5 km quvur loyihasi": whether a number counts years or units, not papers.
    private func counts(_ next: Int, before end: Int) -> Bool {
        guard analysis.data.tag.isUzbek, next < end else { return false }
        let key = analysis.text.key(next)
        return !["ta", "tasi", "dona"].contains(key)
            && (analysis.tag(at: next, .unit) != nil || analysis.tag(at: next, .yearWord) != nil)
    }

    func count(_ papers: [Tag], _ projects: [Tag], _ clause: Range<Int>) -> Int? {
        if analysis.data.tag == .chinese {
            // 合作文件7份
            for paper in papers {
                if let number = NumberReader(analysis: analysis).number(at: paper.tokens.upperBound), number.value >= 2,
                    number.value < 500, number.tokens.upperBound < clause.upperBound,
                    ["份", "项", "个"].contains(analysis.text.key(number.tokens.upperBound))
                {
                    return Int(number.value)
                }
            }
        }
        for tag in papers.isEmpty ? projects.filter({ $0.value == "other" }) : papers {
            for back in 1...3 {
                let start = tag.tokens.lowerBound - back
                guard start >= clause.lowerBound, analysis.text.tokens[start].kind != .sign else { break }
                if let number = NumberReader(analysis: analysis).number(at: start),
                    number.tokens.upperBound <= tag.tokens.lowerBound, number.value >= 2, number.value < 500,
                    number.value == number.value.rounded(),
                    !counts(number.tokens.upperBound, before: tag.tokens.lowerBound),
                    !analysis.money.contains(where: { $0.tokens.overlaps(number.tokens) }),
                    !analysis.dates.contains(where: { $0.tokens.overlaps(number.tokens) })
                {
                    return Int(number.value)
                }
            }
        }
        return nil
    }
}
