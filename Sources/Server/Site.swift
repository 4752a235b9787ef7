import Accounts
import Deals
import Foundation
import Ledger
import Mustache

/// Everything that pages are made of: the ledger, the templates in every language, the texts, the stylesheet.
struct Site: Sendable {
    let store: any LedgerStore
    let places: PlaceGuide
    /// Nil where there are no accounts: a ledger to be read only.
    let desk: Desk?
    let metrics = Metrics()
    /// The ledger read whole, for pictures and answers.
    let snapshots: LedgerSnapshots
    /// The clock.
    let now: @Sendable () -> Time
    let configuration: ServerConfiguration
    let wordings: [InterfaceLanguage: Wording]
    let templates: [InterfaceLanguage: MustacheLibrary]
    let assets: StaticAssets
    /// The description of the API.
    let openAPI: String
    /// The day on which the clock's statements ("no news for 31 months") are made.
    let today: @Sendable () -> PartialDate

    /// Loads the resources.
    /// - Throws: a failure that names the file when a resource is missing or broken; the package is then built wrong.
    init(
        store: any LedgerStore, places: PlaceGuide, configuration: ServerConfiguration, desk: Desk?,
        today: @escaping @Sendable () -> PartialDate, now: @escaping @Sendable () -> Time
    ) throws {
        self.store = store
        snapshots = LedgerSnapshots(store)
        self.places = places
        self.configuration = configuration
        self.today = today
        self.desk = desk
        self.now = now
        let resources = try Resources()
        assets = try StaticAssets(resources)
        openAPI = try resources.text("api/openapi.json")
        var wordings: [InterfaceLanguage: Wording] = [:]
        var templates: [InterfaceLanguage: MustacheLibrary] = [:]
        for language in InterfaceLanguage.allCases {
            let table = try resources.strings(language)
            wordings[language] = Wording(table)
            templates[language] = try resources.templates(table)
        }
        self.wordings = wordings
        self.templates = templates
    }

    /// Writes a page of a template's name.
    func html(_ template: String, _ view: PageView, _ language: InterfaceLanguage) throws -> String {
        guard let html = templates[language]?.render(view, withTemplate: template) else {
            throw ResourceFailure(file: "templates/\(template).mustache", reason: "there is no such template")
        }
        return html
    }
}

/// A resource of the package that is missing or broken.
struct ResourceFailure: Error, CustomStringConvertible {
    let file: String
    let reason: String
    var description: String { "the server's resource \(file) can't be used: \(reason)" }
}
