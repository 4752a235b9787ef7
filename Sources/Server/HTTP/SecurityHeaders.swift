import HTTPTypes
import Hummingbird

/// Headers that forbid browsers what the pages never need: scripts, frames, other hosts, guessing of types.
struct SecurityHeaders<Context: RequestContext>: RouterMiddleware {
    /// No script at all; styles, pictures and forms from this server only.
    static var policy: String {
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'"
    }

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        response.headers[.contentSecurityPolicy] = Self.policy
        response.headers[.xContentTypeOptions] = "nosniff"
        if let name = HTTPField.Name("Referrer-Policy") { response.headers[name] = "no-referrer" }
        return response
    }
}
