internal import ArgumentParser
internal import Deals
internal import Extraction
internal import Foundation
internal import Languages
internal import Reading
internal import SourceText

/// How items are fetched, and what the caller knows better than they.
struct ReadingOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The day of publication, when the page does not show it.", valueName: "YYYY-MM-DD"))
    var published: String?

    @Option(
        help: ArgumentHelp("The language: ru, uz-Latn, uz-Cyrl, en or zh; found out unless given.", valueName: "tag"))
    var language: LanguageTag?

    @Option(help: ArgumentHelp("The address where the text stood.", valueName: "address"))
    var url: String?

    @Flag(help: "Fetch also from addresses of this machine and of private networks.")
    var allowPrivate = false

    func validate() throws {
        guard let published else { return }
        guard published.utf8.count == 10, PartialDate(iso: published)?.day != nil else {
            throw ValidationError(ReadingError.notADay(published).description)
        }
    }

    /// The reader that the options ask for.
    var reader: ItemReader { ItemReader(fetcher: Fetcher(limits: .init(allowPrivate: allowPrivate))) }

    var overrides: ItemReader.Overrides { .init(url: url, published: published, language: language) }
}
