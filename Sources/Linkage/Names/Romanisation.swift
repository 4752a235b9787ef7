/// How letters of other scripts are written in Latin ones: tables with their sources (`cyrillic.tsv`, `latin.tsv`).
public struct Romanisation: Sendable {
    /// Which standard Cyrillic follows.
    public enum Standard: Sendable {
        /// BGN/PCGN 1947, what English texts mostly follow for Russian.
        case russian
        /// The Uzbek alphabet of 1995 (Cabinet of Ministers, decision 339).
        case uzbek
    }

    let russian: [UInt16: [UInt16]]
    let uzbek: [UInt16: [UInt16]]
    let latin: [UInt16: [UInt16]]

    /// Lower-case Latin letters for a lower-case letter; nil when the tables do not have it.
    func letters(for unit: UInt16, _ standard: Standard) -> [UInt16]? {
        if unit < 0x80 { return nil }
        if unit < 0x370 || unit >= 0x1E00 { return latin[unit] }
        return standard == .uzbek ? uzbek[unit] : russian[unit]
    }

    /// A lower-case word in Latin letters.
    ///
    /// е is `ye` where it opens a word or follows a vowel or a sign, as both standards have it.
    func word(_ units: [UInt16], _ standard: Standard) -> [UInt16] {
        var result: [UInt16] = []
        result.reserveCapacity(units.count + 4)
        for (index, unit) in units.enumerated() {
            if unit == Self.ye, index == 0 || Self.opensSyllable.contains(units[index - 1]) { result.append(Self.y) }
            if let letters = letters(for: unit, standard) { result += letters } else { result.append(unit) }
        }
        return result
    }

    private static let y = UInt16(ascii: "y")
    private static let ye: UInt16 = 0x435
    private static let opensSyllable = Set("аеёиоуыэюяъьўәөүұ".utf16)
}

extension UInt16 {
    init(ascii scalar: Unicode.Scalar) { self = UInt16(UInt8(ascii: scalar)) }
}
