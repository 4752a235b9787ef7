import Deals
import Foundation
import SourceText

/// Makes cited values for invented documents: the words are looked up in the text, once, here.
struct Cited {
    let document: Document

    init(
        _ text: String, title: String? = nil, source: String? = nil, url: String? = nil, published: String? = nil,
        language: LanguageTag? = nil
    ) {
        document = Document(
            text: text,
            metadata: Metadata(url: url, source: source, title: title, published: published, language: language))
    }

    /// The range of words; a test document that lacks them is a mistake in the test.
    func range(_ words: String) -> TextRange {
        let found = document.text.range(of: words)
        guard let found else { fatalError("the demo text lacks “\(words)”") }
        let start = document.text.utf8.distance(from: document.text.startIndex, to: found.lowerBound)
        return TextRange(start, start + words.utf8.count)
    }

    func slot<Value: Hashable & Sendable>(_ value: Value, _ words: String...) -> Slot<Value> {
        Slot(value, citations: words.map { try! Citation(document, range($0)) }, rules: ["demo"])
    }

    func place(_ name: String, _ id: String? = nil, _ words: String) -> Slot<NamedEntity> {
        slot(NamedEntity(name: name, kind: .place, place: id), words)
    }
    func company(_ name: String) -> Slot<NamedEntity> { slot(NamedEntity(name: name, kind: .company), name) }
    func institution(_ name: String, _ words: String) -> Slot<NamedEntity> {
        slot(NamedEntity(name: name, kind: .institution), words)
    }
    func person(_ name: String, _ role: String, _ words: String) -> Slot<NamedEntity> {
        slot(NamedEntity(name: name, kind: .person, role: role), words)
    }
    func money(_ value: Double, _ currency: String, _ words: String, _ qualifier: AmountQualifier = .exact) -> Slot<
        Money
    > {
        slot(Money(value: value, currency: currency, qualifier: qualifier), words)
    }
    func date(_ iso: String, _ words: String) -> Slot<PartialDate> { slot(PartialDate(iso: iso)!, words) }
}
