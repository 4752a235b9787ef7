/// A day, month or year of the Gregorian calendar, as precise as a text states it.
///
/// Its text form is the ISO 8601 prefix: `2024`, `2024-01`, `2024-01-17`.
public struct PartialDate: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// 1 to 9999.
    public let year: Int
    /// 1 to 12, or nil when only the year is known.
    public let month: Int?
    /// 1 to 31, or nil when only the month or year is known.
    public let day: Int?

    /// A year (1 to 9999); with a month; with a day of that month. Nil when there is no such date.
    public init?(year: Int, month: Int? = nil, day: Int? = nil) {
        guard (1...9999).contains(year) else { return nil }
        if let month {
            guard (1...12).contains(month) else { return nil }
            if let day {
                guard (1...Self.days(in: month, of: year)).contains(day) else { return nil }
            }
        } else if day != nil {
            return nil
        }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; a time after the day (`T09:55` or ` 09:55`) is passed over.
    public init?(iso text: some StringProtocol) {
        let date = text.prefix(while: { $0 != "T" && $0 != " " })
        let time = text[date.endIndex...].dropFirst()
        guard date.endIndex == text.endIndex || date.utf8.count == 10 && time.first?.isWholeNumber == true else {
            return nil
        }
        let parts = date.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), parts[0].utf8.count == 4 else { return nil }
        guard parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }) else { return nil }
        var numbers: [Int] = []
        for part in parts {
            guard part.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(part) else { return nil }
            numbers.append(number)
        }
        self.init(
            year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil, day: numbers.count > 2 ? numbers[2] : nil)
    }

    /// The day so many days later (or earlier); nil when the day is not known or the year leaves 1 to 9999.
    public func adding(days: Int) -> PartialDate? {
        guard let dayNumber else { return nil }
        let (sum, overflows) = dayNumber.addingReportingOverflow(days)
        return overflows ? nil : Self(dayNumber: sum)
    }

    /// The month so many months later (or earlier), without a day.
    public func adding(months: Int) -> PartialDate? {
        let (total, overflows) = (year * 12 + (month ?? 1) - 1).addingReportingOverflow(months)
        guard !overflows, total > 0 else { return nil }
        return PartialDate(year: total / 12, month: total % 12 + 1)
    }

    /// Day of the week, 1 for Monday to 7 for Sunday; nil when the day is not known.
    public var weekday: Int? {
        guard let dayNumber else { return nil }
        return ((dayNumber + 3) % 7 + 7) % 7 + 1  // 1970-01-01 was a Thursday
    }

    /// Whether `other` is this date or lies inside it ("2024-01" holds "2024-01-17").
    public func holds(_ other: PartialDate) -> Bool {
        year == other.year && (month == nil || month == other.month) && (day == nil || day == other.day)
    }

    /// The finest date that holds both days ("last week" may be only a month).
    public func span(to other: PartialDate) -> PartialDate? {
        guard year == other.year else { return nil }
        guard let month, month == other.month else { return PartialDate(year: year) }
        guard let day, day == other.day else { return PartialDate(year: year, month: month) }
        return self
    }

    /// The ISO 8601 prefix.
    public var description: String {
        func padded(_ number: Int, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        var text = padded(year, 4)
        if let month { text += "-" + padded(month, 2) }
        if let day { text += "-" + padded(day, 2) }
        return text
    }

    /// In order of time; a month stands before its days.
    public static func < (left: PartialDate, right: PartialDate) -> Bool {
        (left.year, left.month ?? 0, left.day ?? 0) < (right.year, right.month ?? 0, right.day ?? 0)
    }

    /// Days since 1970-01-01 (Howard Hinnant, "chrono-compatible low-level date algorithms", days_from_civil).
    package var dayNumber: Int? {
        guard let month, let day else { return nil }
        let y = month <= 2 ? year - 1 : year
        let era = y / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The inverse (civil_from_days).
    init?(dayNumber: Int) {
        let (z, overflows) = dayNumber.addingReportingOverflow(719_468)
        guard !overflows, z >= 0 else { return nil }
        let era = z / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthIndex = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthIndex + 2) / 5 + 1
        let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
        self.init(year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month, day: day)
    }

    static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
