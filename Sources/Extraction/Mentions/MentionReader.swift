internal import Deals
internal import Languages
internal import SourceText

/// Runs the mention rules over a text in the order in which they build on one another.
struct MentionReader {
    let text: TokenizedText
    let data: LanguageData

    func analysis() -> Analysis {
        let analysis = Analysis(text: text, data: data)
        analysis.isFurniture = Furniture(analysis: analysis).marks()
        let names = Self.names(data.tag)
        if let stated = text.document.metadata.published.flatMap({ PartialDate(iso: $0) }), stated.day != nil {
            analysis.published = Published(date: DateMention(tokens: 0..<0, date: stated), fromMetadata: true)
        } else if let found = PublicationRules(analysis: analysis).published() {
            analysis.published = Published(date: found, fromMetadata: false)
        }
        analysis.money = MoneyRules(analysis: analysis).mentions().filter { analysis.isInOnePassage($0.tokens) }
        analysis.dates = DateRules(analysis: analysis, published: analysis.published?.date.date).mentions().filter {
            analysis.isInOnePassage($0.tokens)
        }
        analysis.places = PlaceRules(analysis: analysis, names: names).mentions().filter {
            analysis.isInOnePassage($0.tokens)
        }
        analysis.organisations = names.organisations(in: analysis).filter { analysis.isInOnePassage($0.tokens) }
        markInsideNames(analysis) { analysis.overlapsOrganisation($0) || analysis.overlapsMoney($0) }
        if data.tag == .chinese {
            var places = analysis.places
            for index in places.indices where ChineseNames.isPartOfWord(places[index], in: analysis) {
                places[index].isInsideName = true
            }
            analysis.places = places
        }
        analysis.roles = RoleRules(analysis: analysis).mentions().filter { analysis.isInOnePassage($0.tokens) }
        analysis.persons = names.persons(in: analysis).filter { analysis.isInOnePassage($0.tokens) }
        if data.tag != .chinese { addSurnames(analysis) }
        markInsideNames(analysis) { analysis.overlapsPerson($0) }
        var organisations = analysis.organisations
        Coreference.organisations(
            &organisations, legalForms: data.legalForms, folding: data.folding, isChinese: data.tag == .chinese)
        analysis.organisations = organisations
        var persons = analysis.persons
        Coreference.persons(&persons, folding: data.folding)
        attachRoles(&persons, analysis)
        analysis.persons = persons
        analysis.dropTagsInsideNames([
            .project, .sector, .stage, .build, .invest, .paper, .sign, .loan, .announce, .future, .otherAmount,
            .dealAmount, .meet, .travel, .call,
        ])
        return analysis
    }

    /// Places whose words stand inside another name or amount are no mentions of the place.
    private func markInsideNames(_ analysis: Analysis, _ isInside: (Range<Int>) -> Bool) {
        var places = analysis.places
        for index in places.indices where isInside(places[index].tokens) { places[index].isInsideName = true }
        analysis.places = places
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
    private func addSurnames(_ analysis: Analysis) {
        var stems: [(stem: String, name: String)] = []
        for person in analysis.persons {
            guard let last = Coreference.words(person.name, folding: data.folding).last, last.count >= 4 else {
                continue
            }
            stems.append((last, person.name))
        }
        guard !stems.isEmpty else { return }
        var added: [PersonMention] = []
        for token in text.tokens.indices where analysis.isCapitalised(token) {
            let range = token..<(token + 1)
            guard !analysis.overlapsPerson(range), !analysis.overlapsOrganisation(range) else { continue }
            let key = text.key(token)
            guard
                let known = stems.first(where: {
                    key.hasPrefix($0.stem.dropLast($0.stem.count > 4 ? 1 : 0)) && key.count - $0.stem.count <= 3
                })
            else { continue }
            added.append(PersonMention(tokens: range, name: known.name))
        }
        analysis.persons = (analysis.persons + added).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    /// A person has the office that stands right beside the name.
    private func attachRoles(_ persons: inout [PersonMention], _ analysis: Analysis) {
        for index in persons.indices {
            let person = persons[index]
            let passage = analysis.passage(of: person.tokens.lowerBound)
            func gap(_ role: RoleMention) -> Int? {
                guard passage.tokens.contains(role.tokens.lowerBound) else { return nil }
                // "Governor X of Y region" holds the name.
                if role.tokens.lowerBound <= person.tokens.lowerBound,
                    role.tokens.upperBound >= person.tokens.upperBound
                {
                    return 0
                }
                let edge = min(role.tokens.upperBound, person.tokens.upperBound)
                let between = edge..<max(edge, role.tokens.lowerBound, person.tokens.lowerBound)
                if analysis.data.tag == .english, between.contains(where: { analysis.text.tokens[$0].isSign(";") }) {
                    return nil
                }
                if role.tokens.upperBound <= person.tokens.lowerBound {
                    return person.tokens.lowerBound - role.tokens.upperBound
                }
                if role.tokens.lowerBound >= person.tokens.upperBound {
                    return role.tokens.lowerBound - person.tokens.upperBound + 1
                }
                return nil
            }
            // In English an office right before a name is that person's alone.
            let owned =
                analysis.data.tag != .english
                ? [] : analysis.persons.indices.filter { $0 != index }.map { analysis.persons[$0].tokens.lowerBound }
            let near = analysis.roles.indices.filter { !owned.contains(analysis.roles[$0].tokens.upperBound) }
                .compactMap { number in gap(analysis.roles[number]).map { (number, $0) } }.filter { $0.1 <= 3 }
            persons[index].role = near.min { $0.1 < $1.1 }?.0
        }
    }
}
