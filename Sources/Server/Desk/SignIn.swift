import Accounts
import HTTPTypes
import Hummingbird

/// Signing in and out.
struct SignIn {
    let desk: Desk

    private struct View {
        let token: String
        let to: String
        let name: String
        let failure: String?
    }

    func add(to routes: FormRoutes) {
        routes.page("/sign-in", nil) { asked in
            if asked.viewer.session != nil { return .see(Self.local(asked.page.query["to"])) }
            return try view(asked, to: Self.local(asked.page.query["to"]), name: "", failure: nil)
        }
        routes.form("/sign-in", nil) { try await signIn($0) }
        routes.form("/sign-out", .reader) { asked in
            if let session = asked.viewer.session {
                try await desk.accounts.endSessions(of: session.account, key: session.key)
            }
            var response = Response.see("/")
            response.setCookie(Cookies.make(Cookies.session(asked.site), "", maxAge: 0, asked.site))
            return response
        }
    }

    private func signIn(_ asked: FormRequest) async throws -> Response {
        let time = asked.site.now()
        let name = asked.field("name", most: 100)
        let (pair, address) = (name.lowercased() + " " + asked.viewer.address, asked.viewer.address)
        for (throttle, key) in [(desk.signInsByName, pair), (desk.signInsByAddress, address)] {
            if let wait = await throttle.attempt(key, at: time) { throw PageFailure.tooOften(wait) }
        }
        let hash = try await desk.accounts.passwordHash(of: name)
        let password = asked.form["password"] ?? ""
        // Away from the threads that serve: hashing takes a tenth of a second of one.
        let matches = await Task.detached { Passwords.matches(password, hash: hash) }.value
        guard matches, let account = try await desk.accounts.account(name), account.isOpen else {
            return try view(
                asked, to: Self.local(asked.form["to"]), name: name, failure: asked.page.text("sign_in.failed"),
                status: .forbidden)
        }
        await desk.signInsByName.forgive(pair)
        // A new secret with every sign-in: one that was known before opens nothing (session fixation).
        let secret = Secrets.new()
        try await desk.accounts.begin(
            Session(
                key: Secrets.key(secret), account: account.name, begun: time, ends: time + Desk.sessionLength,
                agent: String((asked.request.headers[.userAgent] ?? "").prefix(200)), address: address))
        var response = Response.see(Self.local(asked.form["to"]))
        response.setCookie(
            Cookies.make(Cookies.session(asked.site), secret, maxAge: Int(Desk.sessionLength), asked.site))
        return response
    }

    private func view(
        _ asked: FormRequest, to: String, name: String, failure: String?, status: HTTPResponse.Status = .ok
    ) throws -> Response {
        try asked.html(
            "sign-in", title: asked.page.text("sign_in.title"),
            View(token: asked.page.formToken ?? "", to: to, name: name, failure: failure), status: status)
    }

    /// An address of this site, never another one's.
    static func local(_ text: String?) -> String {
        guard let text, text.hasPrefix("/"), !text.hasPrefix("//"), !text.hasPrefix("/\\"),
            text.utf8.allSatisfy({ $0 > 32 && $0 < 127 && $0 != UInt8(ascii: "\\") })
        else { return "/" }
        return text
    }
}
