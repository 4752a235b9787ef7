internal import Ledger
internal import SourceText

/// A document named by its hash or the beginning of it.
enum DocumentArgument {
    /// The least number of digits that name a document.
    static let leastDigits = 8

    /// Whether the text has the form of a hash's beginning.
    static func isPossible(_ text: String) -> Bool {
        (leastDigits...64).contains(text.utf8.count)
            && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }

    /// The hash that the text names.
    static func hash(_ text: String, _ store: some LedgerStore) async throws -> DocumentHash {
        guard isPossible(text) else {
            throw Failure(
                status: .usage,
                message: "“\(text)” is no document's hash. Give at least \(leastDigits) of its digits 0-9 and a-f, as "
                    + "“kelishuv list documents” shows them.")
        }
        if let hash = DocumentHash(hexadecimal: text) { return hash }
        var found: [DocumentHash] = []
        var page = Page(limit: 1000)
        while true {
            let documents = try await store.documents(page)
            found += documents.map(\.hash).filter { $0.hexadecimal.hasPrefix(text) }
            if documents.count < page.limit { break }
            page.offset += page.limit
        }
        guard let hash = found.first else { throw unknown(text) }
        guard found.count == 1 else {
            throw Failure(
                status: .someFailed,
                message: "\(found.count) documents have a hash that begins with “\(text)”. Give more digits of it.")
        }
        return hash
    }

    static func unknown(_ text: String) -> Failure {
        Failure(
            status: .someFailed,
            message: "The ledger holds no document “\(text)”. “kelishuv list documents” shows those that it holds.")
    }
}
