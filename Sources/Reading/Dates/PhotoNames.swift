internal import SourceText

/// Days in the names that telephones and messengers give to photos and videos.
enum PhotoNames {
    /// Endings of the names, lower case.
    private static let endings = ["jpg", "jpeg", "png", "webp", "heic", "gif", "mp4", "mov"].map { Array($0.utf8) }
    /// No name is longer, so that a hostile line costs no more than its length. In UTF-8 bytes.
    private static let longestName = 120

    /// The latest day in the names of `photo_2024-01-17_09-55-33.jpg`, `IMG-20230711-WA0008.jpg` and the like.
    static func latest(in bytes: [UInt8]) -> DateLine? {
        var latest: (day: CalendarDay, range: TextRange)?
        for dot in bytes.indices where bytes[dot] == 0x2E && isEnding(bytes, dot + 1) {
            var start = dot
            while start > 0, dot - start < longestName, isNameByte(bytes[start - 1]) { start -= 1 }
            guard let found = day(in: bytes, start..<dot) else { continue }
            if latest.map({ $0.day < found.day }) ?? true { latest = found }
        }
        return latest.map { DateLine(day: $0.day.iso, range: $0.range, origin: .photoName) }
    }

    /// The first day in a name: `2024-01-17`, `2024_01_17` or `20240117`, with or without a time behind it.
    private static func day(in bytes: [UInt8], _ name: Range<Int>) -> (day: CalendarDay, range: TextRange)? {
        var at = name.lowerBound
        while at < name.upperBound {
            let end = digits(bytes, at, name.upperBound)
            defer { at = max(end, at + 1) }
            if end - at == 8 || end - at == 14 {
                let value = number(bytes, at..<(at + 8))
                if let day = CalendarDay(value / 10000, value / 100 % 100, value % 100), day.year >= 2000 {
                    return (day, TextRange(at, at + 8))
                }
            }
            guard end - at == 4, at + 10 <= name.upperBound, bytes[end] == 0x2D || bytes[end] == 0x5F,
                digits(bytes, at + 5, name.upperBound) == at + 7, bytes[at + 7] == bytes[end],
                digits(bytes, at + 8, name.upperBound) == at + 10
            else { continue }
            let year = number(bytes, at..<end)
            if let day = CalendarDay(year, number(bytes, (at + 5)..<(at + 7)), number(bytes, (at + 8)..<(at + 10))),
                day.year >= 2000
            {
                return (day, TextRange(at, at + 10))
            }
        }
        return nil
    }

    private static func digits(_ bytes: [UInt8], _ from: Int, _ limit: Int) -> Int {
        var at = from
        while at < limit, (0x30...0x39).contains(bytes[at]) { at += 1 }
        return at
    }

    private static func number(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
        bytes[range].reduce(0) { $0 * 10 + Int($1 & 0x0F) }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
        default: false
        }
    }

    private static func isEnding(_ bytes: [UInt8], _ at: Int) -> Bool {
        endings.contains { ending in
            at + ending.count <= bytes.count
                && zip(bytes[at...], ending).allSatisfy { $0 | 0x20 == $1 || $0 == $1 }
                && (at + ending.count == bytes.count || !isNameByte(bytes[at + ending.count]))
        }
    }
}
