import Exchange
import HTTPTypes
import Hummingbird
import Ledger
import Logging
import NIOCore

/// What went wrong with a request to the API, as RFC 9457 writes it.
struct APIProblem: Error {
    let status: HTTPResponse.Status
    /// Names the kind of problem for programs: `urn:kelishuv:problem:` and this.
    let kind: String
    /// What was wrong with which input and what to do.
    let detail: String
    var headers = HTTPFields()

    init(_ status: HTTPResponse.Status, _ kind: String, _ detail: String) {
        self.status = status
        self.kind = kind
        self.detail = detail
    }

    static func badParameter(_ name: String, _ value: String, _ expected: String) -> APIProblem {
        APIProblem(.badRequest, "bad-parameter", "The parameter “\(name)” can't be “\(value.prefix(60))”. \(expected)")
    }

    static func unknownParameter(_ name: String, known: [String]) -> APIProblem {
        APIProblem(
            .badRequest, "unknown-parameter",
            "There is no parameter “\(name.prefix(60))” here. Known are: " + known.joined(separator: ", ") + ".")
    }

    static let notFound = APIProblem(.notFound, "not-found", "There is nothing at this address.")

    static let noToken: APIProblem = {
        var problem = APIProblem(
            .unauthorized, "no-token", "Send a personal token in the header Authorization: Bearer …")
        problem.headers[.wwwAuthenticate] = "Bearer realm=\"kelishuv\""
        return problem
    }()

    static let badToken: APIProblem = {
        var problem = APIProblem(
            .unauthorized, "bad-token",
            "The token is not valid here, or no longer. Make a new one on your account's page.")
        problem.headers[.wwwAuthenticate] = "Bearer realm=\"kelishuv\", error=\"invalid_token\""
        return problem
    }()

    static func tooOften(_ seconds: Int64) -> APIProblem {
        var problem = APIProblem(.tooManyRequests, "too-often", "Too many requests; try again in \(seconds) seconds.")
        problem.headers[.retryAfter] = String(seconds)
        return problem
    }

    /// The problem that an error is. What is broken here is logged.
    init(_ error: any Error, _ number: String, _ logger: Logger) {
        switch error {
        case let problem as APIProblem: self = problem
        case PageFailure.notFound: self = .notFound
        case PageFailure.badCondition(let field, let value):
            self = .badParameter(field, value, "See /api/v1/openapi.json.")
        case let error as any HTTPResponseError where error.status == .notFound: self = .notFound
        case let error as any HTTPResponseError where error.status == .contentTooLarge:
            self.init(.contentTooLarge, "too-large", "The body is larger than \(APIRoutes.largestText) bytes.")
        case let error as any HTTPResponseError where error.status.code < 500:
            self.init(error.status, "refused", "The server refused the request: \(error.status.reasonPhrase).")
        default:
            logger.error("an answer of the API failed", metadata: ["error": "\(error)", "number": "\(number)"])
            self.init(
                .internalServerError, "broken", "Something broke on our side; its number in the log is \(number).")
        }
    }

    var response: Response {
        var json = JSONText()
        json.object { json in
            for (key, value) in [("type", "urn:kelishuv:problem:\(kind)"), ("title", status.reasonPhrase)] {
                json.key(key)
                json.string(value)
            }
            json.key("status")
            json.int(status.code)
            json.key("detail")
            json.string(detail)
        }
        var headers = headers
        headers[.contentType] = "application/problem+json"
        headers[.cacheControl] = "no-store"
        return Response(
            status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: json.text)))
    }
}
