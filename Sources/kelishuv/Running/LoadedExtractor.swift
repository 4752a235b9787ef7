internal import Extraction

extension Extractor {
    /// The extractor, or the failure that a program without its tables deserves.
    static func loaded(_ configuration: Configuration = Configuration()) throws(Failure) -> Extractor {
        do {
            return try Extractor(configuration: configuration)
        } catch {
            throw Failure(
                status: .internalError,
                message: "The word lists cannot be read (\(error)). The folders kelishuv_*.resources belong beside "
                    + "the program; install it again.")
        }
    }
}
