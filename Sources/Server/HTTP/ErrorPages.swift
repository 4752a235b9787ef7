import HTTPTypes
import Hummingbird
import Logging

/// Turns what was thrown into a page, or for the API into a problem document, that says what happened and what to do.
/// What is broken here is logged.
struct ErrorPages: RouterMiddleware {
    let site: Site

    func handle(
        _ request: Request, context: PageContext, next: (Request, PageContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error where !(error is CancellationError) {
            if request.uri.path.hasPrefix(APIRoutes.root) {
                return APIProblem(error, context.id, context.logger).response
            }
            return try answer(error, request, context)
        }
    }

    private func answer(_ error: any Error, _ request: Request, _ context: PageContext) throws -> Response {
        let asked = PageRequest(site, request, context.viewer)
        func page(_ html: String, _ status: HTTPResponse.Status) -> Response { .page(html, asked, status: status) }
        switch error {
        case PageFailure.notFound: return page(try ErrorPage.notFound(asked), .notFound)
        case PageFailure.badCondition(let field, let value):
            return page(try ErrorPage.badCondition(field: field, value: value, asked), .badRequest)
        case PageFailure.signInFirst:
            guard site.desk != nil else { return page(try ErrorPage.notFound(asked), .notFound) }
            if [.get, .head].contains(request.method) {
                return .see(Query().setting("to", asked.query.address(asked.path)).address("/sign-in"))
            }
            return page(try ErrorPage.say("error.sign_in", asked), .forbidden)
        case PageFailure.forbidden(let reason):
            return page(try ErrorPage.say("error.forbidden." + reason.rawValue, asked), .forbidden)
        case PageFailure.tooOften(let seconds):
            var response = page(
                try ErrorPage.say("error.too_often", asked, asked.wording.count(Int((seconds + 59) / 60), "minutes")),
                .tooManyRequests)
            response.headers[.retryAfter] = String(seconds)
            return response
        case PageFailure.overtaken(let name):
            return page(try ErrorPage.say("error.overtaken", asked, name), .conflict)
        case PageFailure.refused(let words):
            return page(try ErrorPage.refused(words, asked), .unprocessableContent)
        case let error as any HTTPResponseError where error.status.code < 500:
            if error.status == .notFound { return page(try ErrorPage.notFound(asked), .notFound) }
            if error.status == .contentTooLarge {
                return page(try ErrorPage.say("error.too_large", asked), error.status)
            }
            return page(try ErrorPage.other(status: error.status.code, asked), error.status)
        default:
            context.logger.error("a page failed", metadata: ["path": "\(request.uri.path)", "error": "\(error)"])
            return page(try ErrorPage.broken(number: context.id, asked), .internalServerError)
        }
    }
}

/// Answers when it can't even be found out who asks.
struct UnknownViewers: RouterMiddleware {
    let site: Site

    func handle(
        _ request: Request, context: PageContext, next: (Request, PageContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let problem as APIProblem {
            return problem.response
        }
    }
}
