internal import Languages
internal import Server
internal import SourceText

extension PlaceGuide {
    /// The places that the extractor knows, for the pages.
    static func bundled() throws(Failure) -> PlaceGuide {
        let places: Places
        do {
            places = try Places.bundled.get()
        } catch {
            throw Failure(
                status: .internalError,
                message: "The tables of places cannot be read (\(error)). The folders kelishuv_*.resources belong "
                    + "beside the program; install it again.")
        }
        return PlaceGuide(
            places.all.map { place in
                let names = LanguageTag.allCases.compactMap { tag in place.name(in: tag).map { (tag, $0) } }
                return Entry(
                    id: place.id, isCountry: place.kind == .country, parent: place.parent,
                    names: Dictionary(uniqueKeysWithValues: names))
            })
    }
}
