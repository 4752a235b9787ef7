public import Deals
public import SourceText

/// How texts that readers give are read: what the caller's parts do for the server.
public struct Intake: Sendable {
    /// What is given.
    public enum Item: Hashable, Sendable {
        case text(String)
        case address(String)
        case bytes([UInt8])
    }

    /// Why an item can't be read, as its giver is told.
    public struct Failure: Error, Hashable, Sendable {
        public let message: String
        public init(_ message: String) { self.message = message }
    }

    /// Under which name the program's claims stand ("kelishuv 0.1.0").
    public let author: String
    /// Makes a document; what the giver knows better stands in the metadata.
    public let read: @Sendable (Item, Metadata) async throws -> Document
    /// Finds what the document says.
    public let findings: @Sendable (Document) async -> Findings

    /// Makes an intake. `read` throws ``Failure``.
    public init(
        author: String, read: @escaping @Sendable (Item, Metadata) async throws -> Document,
        findings: @escaping @Sendable (Document) async -> Findings
    ) {
        self.author = author
        self.read = read
        self.findings = findings
    }
}
