internal import Deals
internal import Languages
internal import SourceText

/// Who leads a visit and when it begins.
extension VisitRules {
    func leader(of draft: VisitDraft, alone: Bool) -> PersonMention? {
        let own = draft.passages
        let lines = Set(own.map { analysis.text.passages[$0].line })
        let near = analysis.articlePassages.filter {
            lines.contains(analysis.text.passages[$0].line) && !own.contains($0)
        }
        for number in own + near {
            for lead in analysis.all(.lead, in: tokens(number)) {
                if let person = sides.nearestPerson(to: lead.tokens, in: tokens(number)),
                    number == own.first || analysis.has(.sides, in: tokens(number)) || fits(person, draft)
                {
                    return person
                }
            }
        }
        // A person whose office stands for the traveller, where the text tells what the travellers did.
        let active = [Lexeme.travel, .delegation, .meet, .sign, .call, .receive, .lead]
        let officials = analysis.persons.filter { person in
            guard sides.principal(of: person)?.party == draft.who.party else { return false }
            let number = Int(analysis.passageOfToken[person.tokens.lowerBound])
            return own.contains(number) || active.contains { analysis.has($0, in: tokens(number)) }
        }
        if let official = officials.first(where: { own.contains(Int(analysis.passageOfToken[$0.tokens.lowerBound])) })
            ?? officials.first
        {
            return official
        }
        guard alone else { return nil }
        // "Гостей возглавлял вице-президент группы …" in a sentence of its own.
        for number in analysis.articlePassages {
            for lead in analysis.all(.lead, in: tokens(number)) {
                if let person = sides.nearestPerson(to: lead.tokens, in: tokens(number)), fits(person, draft) {
                    return person
                }
            }
        }
        return nil
    }

    /// Whether a person does not stand for somebody else.
    private func fits(_ person: PersonMention, _ draft: VisitDraft) -> Bool {
        sides.principal(of: person).map {
            $0.party == draft.who.party || !$0.isPlace || !draft.who.isPlace || isSameCountry($0, draft.who)
        } ?? true
    }

    private func isSameCountry(_ a: Side, _ b: Side) -> Bool {
        guard let x = a.placeID.flatMap({ analysis.data.places.country(of: $0) }),
            let y = b.placeID.flatMap({ analysis.data.places.country(of: $0) })
        else { return true }
        return x == y
    }

    // MARK: The first day

    /// The first day: of a span told of the delegation, else the earliest day told beside words of travel.
    func date(of draft: VisitDraft, _ passages: [Int], isOneOfSeveral: Bool) -> DateMention? {
        if isOneOfSeveral, let own = dayOfArrival(draft) { return own }
        let lines = Set(draft.passages.map { analysis.text.passages[$0].line })
        for number in draft.passages + passages
        where hasTravel(number) || analysis.has(.delegation, in: tokens(number))
            || lines.contains(analysis.text.passages[number].line)
        {
            let range = tokens(number)
            if let span = analysis.dates.first(where: {
                range.contains($0.tokens.lowerBound) && $0.end != nil && $0.date.day != nil && isOfNow($0)
            }) {
                return span
            }
        }
        let own = draft.passages.filter(hasTravel)
        let others =
            passages.filter { hasTravel($0) && !own.contains($0) }
            + analysis.articlePassages.filter { hasTravel($0) && !passages.contains($0) && !own.contains($0) }
        // A trip of an earlier year that the text is about.
        if analysis.data.tag == .chinese, own.compactMap(dayOfTravel).isEmpty, let first = own.first,
            let told = analysis.dates(in: tokens(first)).first(where: { isFirstDay($0) })
        {
            return told
        }
        let isEnding: (Int) -> Bool = { number in
            let values = Set(analysis.all(.travel, in: tokens(number)).map(\.value))
            return analysis.data.tag == .english && values.contains("return") && !values.contains("arrive")
                && !values.contains("ahead")
        }
        for pool in [own.filter { !isEnding($0) }, others.filter { !isEnding($0) }, own, others] {
            let days = pool.compactMap(dayOfTravel)
            let exact = days.filter { $0.date.day != nil }
            if let first = exact.min(by: { $0.date < $1.date }) { return first }
            if let any = days.first { return any }
        }
        return nil
    }

    /// The day in the part of a sentence that names the goal ("а затем в Индии, куда перелетела 28 ноября").
    private func dayOfArrival(_ draft: VisitDraft) -> DateMention? {
        let days = draft.goals.compactMap { goal -> (day: DateMention, gap: Int)? in
            let number = Int(analysis.passageOfToken[goal.tokens.lowerBound])
            let range = tokens(number)
            guard hasTravel(number) else { return nil }
            let rivals = analysis.places(in: range).filter {
                country($0) != country(goal) && analysis.bearing(of: $0).isGoal
            }
            let start =
                rivals.last { $0.tokens.lowerBound < goal.tokens.lowerBound }?.tokens.upperBound ?? range.lowerBound
            let reach =
                start..<max(
                    start,
                    rivals.first { $0.tokens.lowerBound > goal.tokens.lowerBound }?.tokens.lowerBound
                        ?? range.upperBound)
            let near = analysis.dates.filter {
                reach.contains($0.tokens.lowerBound) && isFirstDay($0) && $0.date.day != nil
            }
            return near.map { ($0, between($0.tokens, goal.tokens).count) }.min { $0.1 < $1.1 }
        }
        return days.min { $0.gap < $1.gap }?.day
    }

    private func dayOfTravel(_ number: Int) -> DateMention? {
        let range = tokens(number)
        let tags = analysis.all(.travel, in: range)
        guard
            let anchor = tags.first(where: { $0.value == "arrive" || $0.value == "ahead" })
                ?? tags.first(where: { $0.value != "return" })
        else { return nil }
        let near = analysis.dates.filter { date in
            guard range.contains(date.tokens.lowerBound), isFirstDay(date), isOfNow(date) else { return false }
            let nearest = tags.min { between($0.tokens, date.tokens).count < between($1.tokens, date.tokens).count }
            return nearest?.value != "return"
        }
        func rank(_ date: DateMention) -> (Int, Int, Int) {
            (
                date.date.day == nil ? 1 : 0, analysis.has(.weekday, in: date.tokens) ? 1 : 0,
                between(date.tokens, anchor.tokens).count
            )
        }
        guard let best = near.min(by: { rank($0) < rank($1) }), best.date.day != nil else {
            return near.min { rank($0) < rank($1) }
        }
        // Several arrivals in one sentence: the earliest.
        let arrivals = near.filter { date in
            let gap = tags.map { between($0.tokens, date.tokens).count }.min() ?? Int.max
            return date.date.day != nil && gap <= 4 && date.date < best.date
        }
        return arrivals.min { $0.date < $1.date } ?? best
    }

    /// Not of a year long gone: an earlier trip that the text recalls.
    private func isOfNow(_ date: DateMention) -> Bool {
        if recalls { return true }
        guard let published = analysis.published?.date.date else { return true }
        return date.date.year >= published.year
            || published.month.map { $0 <= 3 } ?? true && date.date.year == published.year - 1
    }

    /// "до 19 мая", "until Friday", "завершится завтра", 将于19日结束: the last day, not the first.
    private func isFirstDay(_ date: DateMention) -> Bool {
        let opening = analysis.passage(of: date.tokens.lowerBound).tokens.lowerBound
        let before = min(date.tokens.lowerBound, max(opening, date.tokens.lowerBound - 3))..<date.tokens.lowerBound
        if before.contains(where: { Self.endings.contains(analysis.text.key($0)) }) { return false }
        if date.tokens.lowerBound > 0,
            ["до", "по", "until", "till", "by"].contains(analysis.text.key(date.tokens.lowerBound - 1))
        {
            return false
        }
        let behind = date.tokens.upperBound..<min(analysis.text.tokens.count, date.tokens.upperBound + 2)
        if behind.contains(where: { Self.endings.contains(analysis.text.key($0)) }) { return false }
        return !analysis.tags(in: behind).contains { $0.lexeme == .travel && $0.value == "return" }
    }

    private static let endings: Set<String> = [
        "завершится", "закончится", "завершилась", "завершился", "продлится", "end", "ends", "ended", "yakunlanadi",
        "yakunlaydi", "yakunlandi", "tugaydi", "结", "結",
    ]
}
