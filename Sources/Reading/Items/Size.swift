/// Sizes in words for messages.
enum Size {
    /// "20 MB", "512 kB", "900 bytes": decimal units, whole numbers.
    static func text(_ bytes: Int) -> String {
        switch bytes {
        case 1_000_000...: "\(bytes / 1_000_000) MB"
        case 1_000...: "\(bytes / 1_000) kB"
        default: "\(bytes) bytes"
        }
    }
}
