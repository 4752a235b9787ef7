/// Which version of the program this is.
enum Version {
    static let number = "0.1.0"
    /// As claims name it, and `kelishuv version` prints it.
    static let text = "kelishuv \(number)"
}
