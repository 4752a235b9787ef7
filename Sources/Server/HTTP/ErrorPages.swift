import HTTPTypes
import Hummingbird
import Logging

/// Turns what was thrown into a page that says what happened and what to do. What is broken here is logged.
struct ErrorPages<Context: RequestContext>: RouterMiddleware {
    let site: Site

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch PageFailure.notFound {
            return try notFound(request)
        } catch PageFailure.badCondition(let field, let value) {
            let asked = PageRequest(site, request)
            return .page(try ErrorPage.badCondition(field: field, value: value, asked), asked, status: .badRequest)
        } catch let error as any HTTPResponseError where error.status.code < 500 {
            if error.status == .notFound { return try notFound(request) }
            let asked = PageRequest(site, request)
            return .page(try ErrorPage.other(status: error.status.code, asked), asked, status: error.status)
        } catch let error where !(error is CancellationError) {
            context.logger.error("a page failed", metadata: ["path": "\(request.uri.path)", "error": "\(error)"])
            let asked = PageRequest(site, request)
            return .page(try ErrorPage.broken(number: context.id, asked), asked, status: .internalServerError)
        }
    }

    private func notFound(_ request: Request) throws -> Response {
        let asked = PageRequest(site, request)
        return .page(try ErrorPage.notFound(asked), asked, status: .notFound)
    }
}
