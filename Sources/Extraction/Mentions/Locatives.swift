internal import Languages
internal import SourceText

extension Analysis {
    /// Whether a place is said to be where something happens: "в Шанхае", "in Jinan", "Szinanda", "在武汉".
    func isLocative(_ mention: PlaceMention) -> Bool {
        let before = mention.tokens.lowerBound - 1
        switch data.tag {
        case .russian: return before >= 0 && precedes(before, ["в", "во", "на", "под"], skipping: ["городе", "столице", "г"])
        case .english: return before >= 0 && precedes(before, ["in", "at", "near"], skipping: ["the", "nearby", "central", "southern", "northern", "eastern", "western"])
        case .chinese: return before >= 0 && ["在", "于", "赴", "抵"].contains(text.key(before))
        case .uzbekLatin, .uzbekCyrillic:
            let key = text.key(mention.tokens.upperBound - 1)
            return ["da", "dagi", "ta"].contains { key.hasSuffix($0) }
        }
    }

    private func precedes(_ before: Int, _ words: Set<String>, skipping: Set<String>) -> Bool {
        if words.contains(text.key(before)) { return true }
        return before >= 1 && skipping.contains(text.key(before)) && words.contains(text.key(before - 1))
    }

    /// Whether a place only says where another place lies that stands right beside it ("Мирабадского района Ташкента",
    /// "Quva district of Fergana region").
    func isContainer(_ mention: PlaceMention) -> Bool {
        guard let id = mention.id else { return false }
        return places.contains { other in
            guard let inner = other.id, inner != id, data.places.lies(inner, in: id) else { return false }
            let gap = other.tokens.upperBound <= mention.tokens.lowerBound
                ? mention.tokens.lowerBound - other.tokens.upperBound : other.tokens.lowerBound - mention.tokens.upperBound
            return gap >= 0 && gap <= 2
        }
    }
}
