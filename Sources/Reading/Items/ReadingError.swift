/// Why an item could not be read; each message is one or two whole sentences that say which input was meant,
/// what was wrong and what to do.
public enum ReadingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// No such file.
    case missingFile(String)
    /// A folder where a file was expected.
    case folder(String)
    /// The system does not let it be read; the first value names the input.
    case unreadable(String, reason: String)
    /// Nothing but white space; the associated value names the input.
    case empty(String)
    /// More bytes than allowed.
    case tooLarge(String, limit: Int)
    /// No text but something else.
    case binary(String, BinaryContent)
    /// A publication day that is none.
    case notADay(String)
    /// A page could not be fetched.
    case fetch(FetchError)

    public var description: String {
        switch self {
        case .missingFile(let path):
            "There is no file at “\(path)”. Give the path of a text or HTML file, an address, or - for standard input."
        case .folder(let path):
            "“\(path)” is a folder. Give the files in it one by one, for example “\(path.hasSuffix("/") ? path : path + "/")*.html”."
        case .unreadable(let name, let reason): "\(name) cannot be read: \(reason). Check its permissions."
        case .empty(let name): "\(name) holds no text. Check that it is the right one."
        case .tooLarge(let name, let limit):
            "\(name) has more than \(Size.text(limit)), the most that is read. Give the article alone."
        case .binary(let name, let content): "\(name) is \(content.kind), not text. \(content.advice)"
        case .notADay(let text):
            "The publication date “\(text)” is not a day. Write it as YYYY-MM-DD, for example 2024-01-17."
        case .fetch(let error): error.description
        }
    }
}
