/// Why an address could not be fetched; each message says which address, what was wrong and what to do.
public enum FetchError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was given is no http or https address.
    case notAnAddress(String)
    /// The address carries a user name or password.
    case credentials(String)
    /// No server is known by the host's name.
    case unknownHost(String, host: String)
    /// The host, or one that it redirects to, is not on the public internet.
    case privateAddress(String, host: String, IPAddress)
    /// The server answered with another status than success.
    case status(String, Int)
    /// More redirects than allowed.
    case tooManyRedirects(String, limit: Int)
    /// A redirect leads back to an address already asked.
    case redirectLoop(String, to: String)
    /// A redirect leads to something that is no http or https address.
    case badRedirect(String, to: String)
    /// More bytes than allowed.
    case tooLarge(String, limit: Int)
    /// The time ran out.
    case timedOut(String, seconds: Double)
    /// The answer is of a kind that holds no text.
    case contentType(String, String)
    /// The connection failed; the reason is the system's own.
    case connection(String, reason: String)

    public var description: String {
        switch self {
        case .notAnAddress(let address):
            "“\(address)” is no web address. Give one that begins with http:// or https://."
        case .credentials:
            // The address is not repeated: it holds a password.
            "The address holds a user name or password. Give it without them; only public pages are read."
        case .unknownHost(let address, let host):
            "No server is known by the name “\(host)”, so \(address) cannot be fetched. Check the spelling and the connection."
        case .privateAddress(let address, let host, let ip):
            "\(address) was not fetched: “\(host)” is \(ip), which is not on the public internet. "
                + "Use --allow-private if you trust it."
        case .status(let address, let code): Self.statusMessage(address, code)
        case .tooManyRedirects(let address, let limit):
            "\(address) was redirected more than \(limit) times. Open it in a browser and give the address where it ends."
        case .redirectLoop(let address, let target):
            "\(address) redirects in a circle, back to \(target). Open it in a browser and give the address where it ends."
        case .badRedirect(let address, let target):
            "\(address) redirects to “\(target)”, which is no web address. Open it in a browser and give the address where it ends."
        case .tooLarge(let address, let limit):
            "\(address) is larger than \(Size.text(limit)). Save the page and give the file, or give the address of the text alone."
        case .timedOut(let address, let seconds):
            "\(address) did not answer in full within \(Self.secondsText(seconds)). Try again later."
        case .contentType(let address, let type):
            "\(address) holds \(type), which is no text. Give the address of a text or HTML page."
        case .connection(let address, let reason):
            "\(address) could not be fetched: \(reason). Check the address and the connection."
        }
    }

    private static func statusMessage(_ address: String, _ code: Int) -> String {
        switch code {
        case 404, 410: "There is no page at \(address) (status \(code)). Check the address in a browser."
        case 401, 403, 451:
            "The server does not give out \(address) to programs (status \(code)). Save the page in a browser and give the file."
        case 429, 500...599:
            "The server cannot give out \(address) at the moment (status \(code)). Try again later."
        default:
            "The server answered status \(code) to \(address). Check the address in a browser."
        }
    }

    private static func secondsText(_ seconds: Double) -> String {
        seconds == seconds.rounded() ? "\(Int(seconds)) seconds" : "\(seconds) seconds"
    }
}
