import Accounts
import HTTPTypes
import Hummingbird

/// The pages of who works, and what their forms do.
struct DeskRoutes {
    let site: Site
    let desk: Desk

    func add(to router: Router<PageContext>) {
        let routes = FormRoutes(site: site, router: router)
        SignIn(desk: desk).add(to: routes)
        AccountPages(desk: desk).add(to: routes)
        AdministrationPages(desk: desk).add(to: routes)
        ReportPages(desk: desk).add(to: routes)
        ReviewPages(desk: desk).add(to: routes)
        if let intake = desk.intake { AddPages(desk: desk, intake: intake).add(to: routes) }
    }
}

extension FormRequest {
    /// A page of a template.
    func html(_ template: String, title: String, _ view: Any, status: HTTPResponse.Status = .ok) throws -> Response {
        .page(try page.html(template, title: title, view), page, status: status)
    }

    /// The first value of a field, without spaces around it, cut at so many characters.
    func field(_ name: String, most: Int = 500) -> String { String((form[name] ?? "").trimmed.prefix(most)) }
}

extension Wording {
    /// A time as a day and an hour (UTC).
    func time(_ time: Time) -> String {
        let stamp = Site.stamp(time)
        let clock = stamp.split(separator: "T").dropFirst().first?.prefix(5) ?? ""
        return day(of: stamp) + " " + clock + " UTC"
    }
}
