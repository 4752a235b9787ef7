import Accounts
import HTTPTypes
import Hummingbird
import Logging

/// Lets nobody see a closed instance who has no account, and nothing be changed in a read-only one.
struct Gate: RouterMiddleware {
    let site: Site

    func handle(
        _ request: Request, context: PageContext, next: (Request, PageContext) async throws -> Response
    ) async throws -> Response {
        let path = request.uri.path
        let isAPI = path.hasPrefix(APIRoutes.root)
        switch site.configuration.openness {
        case .open: break
        case .readOnly:
            if ![.get, .head].contains(request.method), path != "/sign-in", path != "/sign-out" {
                if isAPI { throw APIProblem(.forbidden, "read-only", "This instance is read-only.") }
                throw PageFailure.forbidden(.readOnly)
            }
        case .closed:
            let isOpen = path == "/sign-in" || path == "/health" || path == "/robots.txt" || path.hasPrefix("/static/")
            guard !isOpen, !context.viewer.may(.read) else { break }
            if isAPI { throw APIProblem.noToken }
            throw PageFailure.signInFirst
        }
        return try await next(request, context)
    }
}

/// Writes down who changed or tried to change what.
struct AccessLogging: RouterMiddleware {
    let site: Site

    func handle(
        _ request: Request, context: PageContext, next: (Request, PageContext) async throws -> Response
    ) async throws -> Response {
        let response = try await next(request, context)
        let isChange = ![.get, .head, .options].contains(request.method)
        let isRefused = [401, 403, 429].contains(response.status.code)
        if let accounts = site.desk?.accounts, isChange || isRefused {
            do {
                try await accounts.log(
                    AccessEntry(
                        time: site.now(), account: context.viewer.account?.name, address: context.viewer.address,
                        method: request.method.rawValue, path: String(request.uri.path.prefix(300)),
                        status: response.status.code))
            } catch {
                // The answer stands; an operator must see that the log is broken.
                context.logger.error("the access log could not be written", metadata: ["error": "\(error)"])
            }
        }
        return response
    }
}
