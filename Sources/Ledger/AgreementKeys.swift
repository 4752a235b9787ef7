package import Deals

/// The search keys of an agreement: what stores keep beside it to answer ``AgreementFilter``.
package struct AgreementKeys: Hashable, Sendable {
    package let parties: [SearchKey]
    package let place: SearchKey?
    package let subject: SearchKey?

    package init(_ finding: AgreementFinding) {
        parties = finding.parties.map { SearchKey($0.value.name) }
        place = finding.place.map { SearchKey($0.value.name) }
        subject = finding.subject.map { SearchKey($0.value) }
    }

    /// Whether each word of the query begins a word of a party's name, the subject or the place.
    func answers(_ query: SearchQuery) -> Bool {
        let all = parties + [place, subject].compactMap(\.self)
        return query.words.allSatisfy { asked in
            all.contains { $0.words.contains { $0.utf8.starts(with: asked.utf8) } }
        }
    }
}
