public import Accounts
public import ArgumentParser
public import Deals
public import FollowThrough
public import Ledger
public import Questions
public import Server
public import SourceText

// How values of the other parts are written on the command line.

extension AgreementStatus: ExpressibleByArgument {}
extension AgreementKind: ExpressibleByArgument {}
extension Sector: ExpressibleByArgument {}
extension AgreementOrder: ExpressibleByArgument {}
extension Dimension: ExpressibleByArgument {}
extension TextForm: ExpressibleByArgument {}
extension Role: ExpressibleByArgument {}
extension ServerConfiguration.Openness: ExpressibleByArgument {}

extension LanguageTag: ExpressibleByArgument {
    /// Takes a tag as ``init(lenient:)`` does.
    public init?(argument: String) { self.init(lenient: argument) }
    /// All tags, for help and completion.
    public static var allValueStrings: [String] { allCases.map(\.rawValue) }
}

/// A confidence from 0 to 1.
struct Confidence: Hashable, Sendable, ExpressibleByArgument {
    static let none = Confidence(value: 0)
    let value: Double

    private init(value: Double) { self.value = value }

    init?(argument: String) {
        guard let value = Double(argument), (0...1).contains(value) else { return nil }
        self.value = value
    }

    var defaultValueDescription: String { value == 0 ? "0" : "\(value)" }
}
