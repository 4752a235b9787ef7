import Accounts
import HTTPTypes
import Hummingbird

/// `/desk/accounts` and `/desk/access`: for administrators.
struct AdministrationPages {
    let desk: Desk

    private struct AccountsView {
        let headline: String
        let token: String
        let rows: [Row]
        let roles: [RoleView]

        struct Row {
            let name: String
            let since: String
            let isOpen: Bool
            let roles: [RoleView]
        }
    }

    private struct RoleView {
        let value: String
        let words: String
        let isChosen: Bool
    }

    private struct AccessView {
        let headline: String
        let rows: [Row]
        let pager: PagerView?

        struct Row {
            let time: String
            let account: String
            let address: String
            let what: String
            let status: String
        }
    }

    func add(to routes: FormRoutes) {
        routes.page("/desk/accounts", .administrator) { asked in
            let wording = asked.page.wording
            let accounts = try await desk.accounts.accounts()
            return try asked.html(
                "accounts", title: wording.text("accounts.title"),
                AccountsView(
                    headline: wording.text("accounts.title"), token: asked.page.formToken ?? "",
                    rows: accounts.map {
                        .init(
                            name: $0.name, since: wording.time($0.created), isOpen: $0.isOpen,
                            roles: Self.roles($0.role, wording))
                    }, roles: Self.roles(.contributor, wording)))
        }
        routes.form("/desk/accounts", .administrator) { asked in
            let password = asked.form["password"] ?? ""
            guard let role = Role(rawValue: asked.field("role")) else {
                throw PageFailure.refused(asked.page.text("accounts.no_role"))
            }
            do {
                let hash = try await Task.detached { try Passwords.hash(password) }.value
                try await desk.accounts.add(
                    Account(name: asked.field("name"), role: role, created: asked.site.now()), passwordHash: hash)
            } catch let failure as AccountFailure {
                throw PageFailure.refused(asked.page.wording.failure(failure))
            }
            return .see("/desk/accounts")
        }
        routes.form("/desk/accounts/change", .administrator) { asked in
            guard let role = Role(rawValue: asked.field("role")) else {
                throw PageFailure.refused(asked.page.text("accounts.no_role"))
            }
            do {
                try await desk.accounts.change(asked.field("name"), role: role, isOpen: asked.form["open"] != nil)
            } catch let failure as AccountFailure {
                throw PageFailure.refused(asked.page.wording.failure(failure))
            }
            return .see("/desk/accounts")
        }
        routes.page("/desk/access", .administrator) { asked in
            let wording = asked.page.wording
            let number = try asked.page.pageNumber()
            let entries = try await desk.accounts.accessLog(offset: (number - 1) * 100, limit: 101)
            return try asked.html(
                "access", title: wording.text("access.title"),
                AccessView(
                    headline: wording.text("access.title"),
                    rows: entries.prefix(100).map {
                        .init(
                            time: wording.time($0.time), account: $0.account ?? wording.text("access.stranger"),
                            address: $0.address, what: $0.method + " " + $0.path, status: String($0.status))
                    },
                    pager: asked.page.pager(number: number, hasNext: entries.count > 100) { "/desk/access?page=\($0)" })
            )
        }
    }

    private static func roles(_ chosen: Role, _ wording: Wording) -> [RoleView] {
        Role.allCases.map {
            RoleView(value: $0.rawValue, words: wording.text("role." + $0.rawValue), isChosen: $0 == chosen)
        }
    }
}

extension Wording {
    /// Why an account was not made or changed, in the reader's words.
    func failure(_ failure: AccountFailure) -> String {
        switch failure {
        case .nameTaken(let name): text("accounts.taken", name)
        case .noSuchAccount(let name): text("accounts.none", name)
        case .badName(let name): text("accounts.bad_name", name)
        case .weakPassword: text("account.password.weak", String(Passwords.shortest))
        case .lastAdministrator: text("accounts.last")
        case .answered(let name): text("reports.answered_by", name)
        }
    }
}
