internal import Deals

/// The sum of what two records show, with the reasons where somebody asks for them.
struct Tally {
    private(set) var logOdds = 0.0
    private(set) var reasons: [Reason] = []
    /// Whether both name companies and none is the other's.
    private(set) var hasOtherCompany = false
    private let explains: Bool
    private let weights: LinkWeights

    init(_ weights: LinkWeights, explains: Bool) {
        self.weights = weights
        self.explains = explains
        add(.prior)
    }

    mutating func add(_ feature: LinkWeights.Feature, times share: Double = 1) {
        let weight = weights[feature] * share
        logOdds += weight
        if feature == .companyOther { hasOtherCompany = true }
        if explains { reasons.append(Reason(feature: feature.name, weight: weight)) }
    }
}

/// Weighs what two records show for and against being one deal: a sum of visible weights, one rule a field.
struct RecordScorer: Sendable {
    let weights: LinkWeights
    let subjects: SubjectWords
    let places: PlaceIndex

    /// How a pair is to be looked at.
    struct Asked {
        /// Whether reasons are wanted.
        let explains: Bool
        /// Below this sum, which nothing can lift any more, the rest is not looked at.
        let enough: Double
        /// A company's name is rare up to so many records.
        let rareUpTo: Int32
    }

    /// The tally of two records: what is quickly seen first.
    /// - Parameter mentions: in how many records each name stands.
    func tally(
        _ a: PreparedRecord, _ b: PreparedRecord, _ names: inout NameStore, _ asked: Asked, _ mentions: [Int32]
    ) -> Tally {
        var tally = Tally(weights, explains: asked.explains)
        if a.document == b.document { tally.add(.documentSame) }
        place(a, b, &tally)
        amount(a, b, &tally)
        if let one = a.sector, let other = b.sector, one != .other, other != .other {
            tally.add(one == other ? .sectorSame : .sectorOther)
        }
        kind(a, b, &tally)
        date(a, b, &tally)
        if !asked.explains, tally.logOdds + atMost < asked.enough { return tally }
        subject(a.meaning, b.meaning, &tally)
        sides(a, b, &tally)
        companies(a, b, &names, asked, mentions, &tally)
        return tally
    }

    /// What companies, sides and subject can add.
    private var atMost: Double {
        weights[.companySame] + weights[.companyRare] + weights[.companySecond] + weights[.sideSame]
            + weights[.subjectSame] + weights[.figureSame]
    }

    private func companies(
        _ a: PreparedRecord, _ b: PreparedRecord, _ names: inout NameStore, _ asked: Asked, _ mentions: [Int32],
        _ tally: inout Tally
    ) {
        let matched = best(a.companies, b.companies, &names)
        if let first = matched.first, first.score >= 0.5 {
            tally.add(.companySame, times: first.score >= 0.8 ? 1 : Double(first.score))
            if min(mentions[Int(first.left)], mentions[Int(first.right)]) <= asked.rareUpTo { tally.add(.companyRare) }
            if min(a.companies.count, b.companies.count) > 1 {
                tally.add(matched.count > 1 && matched[1].score >= 0.5 ? .companySecond : .companyExtra)
            }
        } else if let first = matched.first, first.score >= 0.25 {
            tally.add(.companyNear)
        } else if let first = best(a.institutions, b.institutions, &names).first, first.score >= 0.5 {
            tally.add(.companySame)
        } else if !a.companies.isEmpty, !b.companies.isEmpty {
            tally.add(.companyOther)
        }
    }

    /// Pairs of two lists of names, best first, each name once.
    private func best(_ a: [Int32], _ b: [Int32], _ names: inout NameStore) -> [(
        score: Float, left: Int32, right: Int32
    )] {
        if a.isEmpty || b.isEmpty { return [] }
        if a.count == 1, b.count == 1 { return [(names.similarity(a[0], b[0]), a[0], b[0])] }
        var all: [(score: Float, left: Int32, right: Int32)] = []
        for one in a { for other in b { all.append((names.similarity(one, other), one, other)) } }
        all.sort { $0.score > $1.score }
        var chosen: [(score: Float, left: Int32, right: Int32)] = []
        for pair in all where !chosen.contains(where: { $0.left == pair.left || $0.right == pair.right }) {
            chosen.append(pair)
        }
        return chosen
    }

    private func sides(_ a: PreparedRecord, _ b: PreparedRecord, _ tally: inout Tally) {
        guard !a.sides.isEmpty, !b.sides.isEmpty else { return }
        let isShared = a.sides.contains { one in
            b.sides.contains { other in
                switch places.relation(one, other) {
                case .same, .inside, .seat: true
                default: false
                }
            }
        }
        tally.add(isShared ? .sideSame : .sideOther)
    }

    private func place(_ a: PreparedRecord, _ b: PreparedRecord, _ tally: inout Tally) {
        guard a.place >= 0, b.place >= 0 else {
            if a.placeName != 0, a.placeName == b.placeName { tally.add(.placeSame) }
            return
        }
        switch places.relation(a.place, b.place) {
        case .same: tally.add(.placeSame)
        case .inside: tally.add(.placeInside)
        case .seat: tally.add(.placeInside, times: 0.25)
        case .sibling: tally.add(.placeSibling)
        case .other: tally.add(.placeOther)
        case .country: tally.add(.placeCountry)
        }
    }

    private func amount(_ a: PreparedRecord, _ b: PreparedRecord, _ tally: inout Tally) {
        guard let one = a.amount, let other = b.amount else { return }
        if one.isSameSum(as: other) { return tally.add(.amountSame) }
        let isOneCurrency = one.currency == other.currency
        let sums = isOneCurrency ? (one.value, other.value) : (a.dollars, b.dollars)
        guard sums.0 > 0, sums.1 > 0 else { return }
        let ratio = max(sums.0, sums.1) / min(sums.0, sums.1)
        let isLoose = one.qualifier != .exact || other.qualifier != .exact
        // A range states its upper bound, "over" its lower one; an exchange rate moves within a year.
        let near = isOneCurrency ? (isLoose ? 1.12 : 1.03) : 1.12
        tally.add(ratio <= near ? .amountNear : ratio <= 1.34 ? .amountRevised : .amountOther)
    }

    private func subject(_ a: SubjectMeaning, _ b: SubjectMeaning, _ tally: inout Tally) {
        let loans = (a.classes.contains(subjects.loan), b.classes.contains(subjects.loan))
        if loans.0 != loans.1 { tally.add(.loanOne) }
        if !a.figures.isEmpty, !b.figures.isEmpty {
            tally.add(a.figures.contains { b.figures.contains($0) } ? .figureSame : .figureOther)
        }
        let known = (weight(a.classes), weight(b.classes))
        let shared = a.classes.reduce(Float(0)) { $0 + (b.classes.contains($1) ? subjects.weights[Int($1)] : 0) }
        let words = a.words.reduce(Float(0)) { $0 + (b.words.contains($1) ? 0.8 : 0) }
        let least = min(known.0, known.1)
        guard least > 0 || words > 0 else { return }
        let share = Double(min(1, (shared + words) / max(least, 0.5)))
        if share > 0.25 {
            // Telling words weigh more than "plant" and "project".
            tally.add(.subjectSame, times: share * Double(min(1, shared + words)))
        } else if least >= 0.7 {
            tally.add(.subjectOther, times: 1 - share)
        }
    }

    private func weight(_ classes: [UInt16]) -> Float { classes.reduce(0) { $0 + subjects.weights[Int($1)] } }

    private func kind(_ a: PreparedRecord, _ b: PreparedRecord, _ tally: inout Tally) {
        guard let one = a.kind, let other = b.kind, one != .unspecified, other != .unspecified else {
            return tally.add(.kindOpen)
        }
        if one.isPreliminary != other.isPreliminary { return tally.add(.kindStage) }
        if one == other { tally.add(.kindSame) }
    }

    private func date(_ a: PreparedRecord, _ b: PreparedRecord, _ tally: inout Tally) {
        guard let one = a.date, let other = b.date else { return }
        if one == other, one.day != nil { return tally.add(.daySame) }
        if one.year == other.year, one.month == nil || other.month == nil || one.month == other.month {
            let isMonth = one.month != nil && other.month != nil
            let isTwoDays = one.day != nil && other.day != nil && abs(one.days - other.days) > 7
            return tally.add(isMonth && !isTwoDays ? .monthSame : .dateNear)
        }
        let isLess = abs(one.days - other.days) <= 45
        guard !isLess else { return tally.add(.dateNear) }
        guard let first = a.status, let second = b.status, first != second else { return tally.add(.dateOther) }
        let (early, late) = one.days < other.days ? (first, second) : (second, first)
        tally.add(early.height <= late.height ? .dateLater : .dateBack)
    }
}

extension AgreementKind {
    /// Whether it promises a contract to come.
    var isPreliminary: Bool { self == .memorandum || self == .intent }
}

extension AgreementStatus {
    /// The rung, what stops the climbing being higher than all.
    var height: Int { rung ?? 9 }
}

extension PartialDate {
    /// Days, roughly; what is not known is the middle.
    var days: Int { year * 365 + (month ?? 7) * 30 + (day ?? 15) }
}
