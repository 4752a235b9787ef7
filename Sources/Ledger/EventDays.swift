public import Deals

extension PartialDate {
    /// The first day that the date may mean, ISO 8601: `2024` may mean `2024-01-01`.
    package var firstDay: String {
        PartialDate(year: year, month: month ?? 1, day: day ?? 1)!.description
    }

    /// The last day that the date may mean, ISO 8601: `2024-02` may mean `2024-02-29`.
    package var lastDay: String {
        let month = month ?? 12
        if let day { return PartialDate(year: year, month: month, day: day)!.description }
        return [31, 30, 29, 28].lazy.compactMap { PartialDate(year: year, month: month, day: $0) }.first!.description
    }
}

extension AgreementRecord {
    /// The agreement's own date, else the publication day of its document.
    public var eventDay: PartialDate? { finding.date?.value ?? document.published }
}

extension MeetingRecord {
    /// The meeting's own date, else the publication day of its document.
    public var eventDay: PartialDate? { finding.date?.value ?? document.published }
}

extension VisitRecord {
    /// The visit's first day, else the publication day of its document.
    public var eventDay: PartialDate? { finding.date?.value ?? document.published }
}
