internal import Deals

/// Which records of a document are parts of a package that it tells with a total ("nine documents worth $412 million").
///
/// A part stands for one deal, is of the package's time, lies or is signed in the package's place, and is not worth more than
/// the package. Parts are linked to their package and never merged with it, so that sums count them once.
struct Packages: Sendable {
    let places: PlaceIndex

    /// Pairs of a part and its package.
    func parts(of records: [PreparedRecord]) -> [(first: Int, second: Int, logOdds: Double)] {
        var packages: [Int32: [Int]] = [:]
        for (number, record) in records.enumerated() where record.isPackage {
            packages[record.document, default: []].append(number)
        }
        guard !packages.isEmpty else { return [] }
        var found: [(first: Int, second: Int, logOdds: Double)] = []
        for (number, record) in records.enumerated() where !record.isPackage {
            for package in packages[record.document] ?? [] where isPart(record, of: records[package]) {
                found.append((number, package, 0))
                break
            }
        }
        return found
    }

    private func isPart(_ part: PreparedRecord, of package: PreparedRecord) -> Bool {
        if part.dollars > 0, package.dollars > 0, part.dollars > package.dollars { return false }
        // What has come further, or stopped, is told of an earlier deal.
        guard let status = part.status, (status.rung ?? 9) <= AgreementStatus.signed.rung! else { return false }
        if let one = part.date, let other = package.date ?? package.published {
            guard abs(one.days - other.days) <= 60 || one.month == nil && one.year == other.year else { return false }
        }
        let sides = package.sides + (package.place >= 0 ? [package.place] : [])
        guard !sides.isEmpty else { return false }
        return (part.sides + (part.place >= 0 ? [part.place] : [])).contains { own in
            sides.contains { side in
                switch places.relation(own, side) {
                case .same, .inside, .seat: true
                default: false
                }
            }
        }
    }
}
