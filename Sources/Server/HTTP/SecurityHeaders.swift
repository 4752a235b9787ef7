import HTTPTypes
import Hummingbird

/// Headers that forbid browsers what the pages never need: scripts, frames, other hosts, guessing of types.
struct SecurityHeaders: RouterMiddleware {
    /// No script but the server's own files (the review desk's keyboard); styles, pictures and forms from this server only.
    static var policy: String {
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; "
            + "base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'"
    }

    func handle(
        _ request: Request, context: PageContext, next: (Request, PageContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        response.headers[.contentSecurityPolicy] = Self.policy
        response.headers[.xContentTypeOptions] = "nosniff"
        // Other sites learn nothing; under "no-referrer" browsers would send forms with the origin "null".
        if let name = HTTPField.Name("Referrer-Policy") { response.headers[name] = "same-origin" }
        return response
    }
}
