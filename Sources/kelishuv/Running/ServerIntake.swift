internal import Extraction
internal import Foundation
internal import Reading
internal import Server
internal import SourceText

extension Intake {
    /// Reads texts as `kelishuv read` does, for the server's pages and API.
    /// - Parameter allowPrivate: whether addresses of this machine and of private networks are fetched too.
    static func program(_ extractor: Extractor, allowPrivate: Bool) -> Intake {
        let reader = ItemReader(fetcher: Fetcher(limits: .init(allowPrivate: allowPrivate)))
        return Intake(
            author: Version.text,
            read: { item, known in
                let source: ItemReader.Source =
                    switch item {
                    case .text(let text): .standardInput(Array(text.utf8))
                    case .bytes(let bytes): .standardInput(bytes)
                    case .address(let address): .address(address)
                    }
                let overrides = ItemReader.Overrides(
                    url: known.url, published: known.published, language: known.language)
                let document: Document
                do throws(ReadingError) {
                    document = try await reader.read(source, overrides: overrides)
                } catch {
                    throw Failure(error.description)
                }
                var metadata = document.metadata
                metadata.source = known.source ?? metadata.source
                metadata.title = known.title ?? metadata.title
                return Document(raw: document.raw, text: document.text, metadata: metadata)
            },
            findings: { document in
                // Away from the threads that serve: a long text takes a while.
                await Task.detached(priority: .utility) { extractor.findings(in: document) }.value
            })
    }
}
