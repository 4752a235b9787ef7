internal import Deals
internal import Languages
internal import SourceText

/// Runs the mention rules over a text in the order in which they build on one another.
struct MentionReader {
    let text: TokenizedText
    let data: LanguageData

    func analysis() -> Analysis {
        var analysis = Analysis(text: text, data: data)
        analysis.isFurniture = Furniture(analysis: analysis).marks()
        let names = Self.names(data.tag)
        if let stated = text.document.metadata.published.flatMap({ PartialDate(iso: $0) }), stated.day != nil {
            analysis.published = Published(date: DateMention(tokens: 0..<0, date: stated), fromMetadata: true)
        } else if let found = PublicationRules(analysis: analysis).published() {
            analysis.published = Published(date: found, fromMetadata: false)
        }
        analysis.money = MoneyRules(analysis: analysis).mentions()
        analysis.dates = DateRules(analysis: analysis, published: analysis.published?.date.date).mentions()
        analysis.places = PlaceRules(analysis: analysis, names: names).mentions()
        analysis.organisations = names.organisations(in: analysis)
        for index in analysis.places.indices where analysis.overlapsOrganisation(analysis.places[index].tokens) || analysis.money.contains(where: { $0.tokens.overlaps(analysis.places[index].tokens) }) {
            analysis.places[index].isInsideName = true
        }
        analysis.roles = RoleRules(analysis: analysis).mentions()
        analysis.persons = names.persons(in: analysis)
        if data.tag != .chinese { addSurnames(&analysis) }
        for index in analysis.places.indices where analysis.persons.contains(where: { $0.tokens.overlaps(analysis.places[index].tokens) }) {
            analysis.places[index].isInsideName = true
        }
        let legalForms = Set(data.lexicon.entries.filter { $0.lexeme == .legalForm }.map(\.pattern))
        Coreference.organisations(&analysis.organisations, legalForms: legalForms, folding: data.folding, isChinese: data.tag == .chinese)
        Coreference.persons(&analysis.persons, folding: data.folding)
        attachRoles(&analysis)
        analysis.dropTagsInsideNames([.project, .sector, .stage, .build, .invest, .paper, .sign, .loan, .announce, .future, .otherAmount, .dealAmount, .meet, .travel, .call])
        return analysis
    }

    static func names(_ tag: LanguageTag) -> any NameRules {
        switch tag {
        case .english: EnglishNames()
        case .chinese: ChineseNames()
        case .uzbekLatin, .uzbekCyrillic: UzbekNames()
        case .russian: RussianNames()
        }
    }

    /// A surname alone is a mention of the person whose full name stands elsewhere.
    private func addSurnames(_ analysis: inout Analysis) {
        var stems: [(stem: String, name: String)] = []
        for person in analysis.persons {
            guard let last = Coreference.words(person.name, folding: data.folding).last, last.count >= 4 else { continue }
            stems.append((last, person.name))
        }
        guard !stems.isEmpty else { return }
        var added: [PersonMention] = []
        for token in text.tokens.indices where analysis.isCapitalised(token) {
            let range = token..<(token + 1)
            guard !analysis.persons.contains(where: { $0.tokens.overlaps(range) }), !analysis.overlapsOrganisation(range) else { continue }
            let key = text.key(token)
            guard let known = stems.first(where: { key.hasPrefix($0.stem.dropLast($0.stem.count > 4 ? 1 : 0)) && key.count - $0.stem.count <= 3 }) else { continue }
            added.append(PersonMention(tokens: range, name: known.name))
        }
        analysis.persons = (analysis.persons + added).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    /// A person has the office that stands right beside the name.
    private func attachRoles(_ analysis: inout Analysis) {
        for index in analysis.persons.indices {
            let person = analysis.persons[index]
            let passage = analysis.passage(of: person.tokens.lowerBound)
            func gap(_ role: RoleMention) -> Int? {
                guard passage.tokens.contains(role.tokens.lowerBound) else { return nil }
                let edge = min(role.tokens.upperBound, person.tokens.upperBound)
                let between = edge..<max(edge, role.tokens.lowerBound, person.tokens.lowerBound)
                if analysis.data.tag == .english, between.contains(where: { analysis.text.tokens[$0].isSign(";") }) { return nil }
                if role.tokens.upperBound <= person.tokens.lowerBound { return person.tokens.lowerBound - role.tokens.upperBound }
                if role.tokens.lowerBound >= person.tokens.upperBound { return role.tokens.lowerBound - person.tokens.upperBound + 1 }
                return nil
            }
            // In English an office right before a name is that person's alone.
            let owned = analysis.data.tag != .english ? [] : analysis.persons.indices.filter { $0 != index }.map { analysis.persons[$0].tokens.lowerBound }
            let near = analysis.roles.indices.filter { !owned.contains(analysis.roles[$0].tokens.upperBound) }.compactMap { number in gap(analysis.roles[number]).map { (number, $0) } }.filter { $0.1 <= 3 }
            analysis.persons[index].role = near.min { $0.1 < $1.1 }?.0
        }
    }
}
