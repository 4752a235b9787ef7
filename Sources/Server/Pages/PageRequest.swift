import Accounts
import Deals
import Ledger

/// One reader's question: where, in which language, on which day.
struct PageRequest: Sendable {
    let site: Site
    let path: String
    let query: Query
    let language: InterfaceLanguage
    /// Whether the address itself names the language.
    let asksForLanguage: Bool
    /// The beginning of absolute addresses, "https://ledger.example".
    var base = ""
    /// Who asks.
    var viewer = Viewer()

    var store: any LedgerStore { site.store }
    var today: PartialDate { site.today() }
    var wording: Wording { site.wordings[language]! }
    var text: StringTable { wording.text }

    /// The page's number from its address, from 1.
    func pageNumber() throws -> Int {
        guard let value = query["page"] else { return 1 }
        guard let number = Server.pageNumber(value) else { throw PageFailure.badCondition(field: "page", value: value) }
        return number
    }

    /// Writes a page with its frame.
    /// - Parameter feed: the address of the list as an Atom feed.
    func html(_ template: String, title: String, feed: String? = nil, _ page: Any) throws -> String {
        let sections = [
            ("overview", "/"), ("agreements", "/agreements"), ("visits", "/visits"), ("meetings", "/meetings"),
            ("companies", "/companies"), ("officials", "/officials"), ("places", "/places"), ("sectors", "/sectors"),
            ("documents", "/documents"), ("figures", "/figures"), ("ask", "/ask"),
        ]
        let frame = FrameView(
            language: language.rawValue,
            title: title == text("site.name") ? title : title + " · " + text("site.name"),
            stylesheet: site.assets.address("kelishuv.css"),
            feed: feed, icon: site.assets.address("ladder.svg"),
            navigation: sections.map { key, address in
                .init(
                    label: text("nav." + key), address: address,
                    isCurrent: address == "/" ? path == "/" : path.hasPrefix(address))
            },
            languages: InterfaceLanguage.allCases.map {
                .init(
                    label: $0.name, code: $0.rawValue, address: query.setting("lang", $0.rawValue).address(path),
                    isCurrent: $0 == language)
            },
            desk: deskSections.map { key, address in
                .init(label: text("nav." + key), address: address, isCurrent: path.hasPrefix(address))
            },
            account: viewer.session?.account, formToken: viewer.session == nil ? nil : formToken,
            signIn: site.desk == nil || viewer.session != nil
                ? nil : Query().setting("to", query.address(path)).address("/sign-in"))
        return try site.html(template, PageView(frame: frame, page: page), language)
    }

    /// What the reader may do beside reading.
    private var deskSections: [(String, String)] {
        guard let desk = site.desk, viewer.session != nil else { return [] }
        var sections: [(String, String)] = []
        if viewer.may(.contributor), desk.intake != nil { sections.append(("add", "/add")) }
        if viewer.may(.reviewer) { sections += [("review", "/review"), ("reports", "/desk/reports")] }
        if viewer.may(.administrator) {
            sections += [("accounts", "/desk/accounts"), ("access", "/desk/access")]
        }
        return sections
    }

    /// The pager of a list of which one record more than a page was asked for.
    func pager(number: Int, hasNext: Bool, words: String? = nil, address: (Int) -> String) -> PagerView? {
        guard number > 1 || hasNext else { return nil }
        return PagerView(
            words: words ?? text("pager.page", wording.number(number)),
            previous: number > 1 ? address(number - 1) : nil, next: hasNext ? address(number + 1) : nil)
    }
}

/// Why a page can't be shown, as its reader is told.
enum PageFailure: Error, Hashable, Sendable {
    case notFound
    /// A page for who has an account.
    case signInFirst
    case forbidden(Reason)
    /// Too often; so many seconds to wait.
    case tooOften(Int64)
    /// Somebody else changed the thing since the form was shown.
    case overtaken(by: String)
    /// A form that asks for what can't be done, in a sentence for its sender.
    case refused(String)

    /// Why a request is refused.
    enum Reason: String, Hashable, Sendable {
        case role, otherSite, staleForm, readOnly
    }
    case badCondition(field: String, value: String)
}
