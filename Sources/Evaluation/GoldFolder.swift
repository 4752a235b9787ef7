public import Foundation

/// A folder of gold: pairs `ID.txt` (the text, exactly as it is read) and `ID.json` (what should be found in it).
public struct GoldFolder: Sendable {
    /// What is wrong with a folder or a file in it.
    public struct Failure: Error, Sendable, Hashable {
        /// A sentence for people.
        public let message: String
        /// A failure that says this.
        public init(message: String) { self.message = message }
    }

    /// An annotated document.
    public struct Document: Sendable {
        /// The annotation.
        public let gold: JSONValue
        /// The text, or nil where only the annotation is there.
        public let text: String?
        /// The document's id, language (BCP 47) and day of publication, as the annotation tells them.
        public var id: String { gold["id"].string ?? "" }
        public var language: String { gold["lang"].string ?? "" }
        public var published: String? { gold["published"].string }
    }

    /// In the order of their files' names; other JSON files in the folder are passed over.
    public let documents: [Document]

    /// Reads a folder.
    /// - Throws: ``Failure`` when it cannot be listed, a file cannot be read or is no JSON, or no gold is in it.
    public init(_ folder: URL) throws(Failure) {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".json") }
        } catch {
            throw Failure(
                message: "The folder “\(folder.path)” cannot be read. Give a folder of ID.txt and ID.json pairs.")
        }
        var documents: [Document] = []
        for name in names.sorted() {
            let gold: JSONValue
            do {
                gold = try JSONValue(json: Data(contentsOf: folder.appendingPathComponent(name)))
            } catch {
                throw Failure(message: "“\(name)” in “\(folder.path)” cannot be read as JSON: \(error)")
            }
            guard case .object(let fields) = gold, fields["agreements"] != nil else { continue }
            let path = folder.appendingPathComponent(name.dropLast(5) + ".txt")
            // A gold without its text is counted; only its citations are not checked.
            let text = (try? Data(contentsOf: path)).map { String(decoding: $0, as: UTF8.self) }
            documents.append(Document(gold: gold, text: text))
        }
        guard !documents.isEmpty else {
            throw Failure(message: "There is no gold in “\(folder.path)”: no ID.json with “agreements” in it.")
        }
        self.documents = documents
    }
}
