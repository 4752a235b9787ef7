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
        if data.tag == .chinese {
            for index in analysis.places.indices where ChineseNames.isPartOfWord(analysis.places[index], in: analysis) { analysis.places[index].isInsideName = true }
        }
        analysis.roles = RoleRules(analysis: analysis).mentions()
        analysis.persons = names.persons(in: analysis)
        for index in analysis.places.indices where analysis.persons.contains(where: { $0.tokens.overlaps(analysis.places[index].tokens) }) {
            analysis.places[index].isInsideName = true
        }
        let legalForms = Set(data.lexicon.entries.filter { $0.lexeme == .legalForm }.map(\.pattern))
        Coreference.organisations(&analysis.organisations, legalForms: legalForms, folding: data.folding, isChinese: data.tag == .chinese)
        Coreference.persons(&analysis.persons, folding: data.folding)
        attachRoles(&analysis)
        return analysis
    }

    static func names(_ tag: LanguageTag) -> any NameRules {
        switch tag {
        case .chinese: ChineseNames()
        default: RussianNames()
        }
    }

    /// A person has the office that stands right beside the name.
    private func attachRoles(_ analysis: inout Analysis) {
        for index in analysis.persons.indices {
            let person = analysis.persons[index]
            let passage = analysis.passage(of: person.tokens.lowerBound)
            func gap(_ role: RoleMention) -> Int? {
                guard passage.tokens.contains(role.tokens.lowerBound) else { return nil }
                if role.tokens.upperBound <= person.tokens.lowerBound { return person.tokens.lowerBound - role.tokens.upperBound }
                if role.tokens.lowerBound >= person.tokens.upperBound { return role.tokens.lowerBound - person.tokens.upperBound + 1 }
                return nil
            }
            let near = analysis.roles.indices.compactMap { number in gap(analysis.roles[number]).map { (number, $0) } }.filter { $0.1 <= 3 }
            analysis.persons[index].role = near.min { $0.1 < $1.1 }?.0
        }
    }
}
