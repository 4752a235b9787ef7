import Accounts
import HTTPTypes
import Hummingbird

/// `/account`: one's own sessions, tokens and password.
struct AccountPages {
    let desk: Desk

    private struct View {
        let headline: String
        let role: String
        let token: String
        let sessions: [SessionView]
        let tokens: [TokenView]
        let scopes: [ScopeView]
        /// A new token's secret; shown once.
        let secret: String?
        let notice: String?
    }

    private struct SessionView {
        let key: String
        let words: String
        let isThis: Bool
    }

    private struct TokenView {
        let key: String
        let label: String
        let words: String
    }

    private struct ScopeView {
        let value: String
        let words: String
    }

    func add(to routes: FormRoutes) {
        routes.page("/account", .reader) { try await view($0) }
        routes.form("/account/password", .reader) { try await setPassword($0) }
        routes.form("/account/sessions/end", .reader) { asked in
            let key = asked.form["key"]
            try await desk.accounts.endSessions(of: asked.account.name, key: key)
            return .see(key == nil || key == asked.viewer.session?.key ? "/" : "/account")
        }
        routes.form("/account/tokens", .reader) { try await addToken($0) }
        routes.form("/account/tokens/revoke", .reader) { asked in
            try await desk.accounts.revokeToken(asked.field("key"), of: asked.account.name)
            return .see("/account")
        }
    }

    private func setPassword(_ asked: FormRequest) async throws -> Response {
        let name = asked.account.name
        if let wait = await desk.signInsByName.attempt(name.lowercased() + " password", at: asked.site.now()) {
            throw PageFailure.tooOften(wait)
        }
        let hash = try await desk.accounts.passwordHash(of: name)
        let (old, new) = (asked.form["old"] ?? "", asked.form["new"] ?? "")
        let changed = await Task.detached { () -> String? in
            guard Passwords.matches(old, hash: hash) else { return nil }
            // It fails for a password that is too short; the page says so.
            return (try? Passwords.hash(new)) ?? ""
        }.value
        guard let changed else { throw PageFailure.refused(asked.page.text("account.password.wrong")) }
        guard !changed.isEmpty else {
            throw PageFailure.refused(asked.page.text("account.password.weak", String(Passwords.shortest)))
        }
        try await desk.accounts.setPassword(of: name, hash: changed)
        // Every session has ended, this one too: whoever changed the password signs in with it.
        return .see("/sign-in?to=/account")
    }

    private func addToken(_ asked: FormRequest) async throws -> Response {
        let scopes = Set(asked.form.all("scope").compactMap(Scope.init(rawValue:))).filter { asked.viewer.may($0.role) }
        let label = asked.field("label", most: 100)
        guard !scopes.isEmpty, !label.isEmpty else { throw PageFailure.refused(asked.page.text("account.token.empty")) }
        let secret = "klv_" + Secrets.new()
        let days = Int(asked.field("days")).flatMap { (1...3_650).contains($0) ? $0 : nil }
        let time = asked.site.now()
        try await desk.accounts.add(
            Token(
                key: Secrets.key(secret), account: asked.account.name, label: label, scopes: scopes, created: time,
                ends: days.map { time + Time($0) * 86_400 }))
        return try await view(asked, secret: secret)
    }

    private func view(_ asked: FormRequest, secret: String? = nil) async throws -> Response {
        let (account, wording) = (asked.account, asked.page.wording)
        let sessions = try await desk.accounts.sessions(of: account.name, at: asked.site.now())
        let tokens = try await desk.accounts.tokens(of: account.name)
        return try asked.html(
            "account", title: account.name,
            View(
                headline: account.name, role: wording.text("role." + account.role.rawValue),
                token: asked.page.formToken ?? "",
                sessions: sessions.map {
                    SessionView(
                        key: $0.key, words: [wording.time($0.begun), $0.agent, $0.address].joined(separator: " · "),
                        isThis: $0.key == asked.viewer.session?.key)
                },
                tokens: tokens.map { token in
                    let scopes = Scope.allCases.filter(token.scopes.contains).map {
                        wording.text("scope." + $0.rawValue)
                    }
                    let end = token.ends.map { wording.text("account.token.until", wording.time($0)) }
                    return TokenView(
                        key: token.key, label: token.label,
                        words: ([scopes.joined(separator: ", "), wording.time(token.created)] + [end].compactMap(\.self))
                            .joined(separator: " · "))
                },
                scopes: Scope.allCases.filter { account.role >= $0.role }.map {
                    ScopeView(value: $0.rawValue, words: wording.text("scope." + $0.rawValue))
                }, secret: secret, notice: nil))
    }
}
