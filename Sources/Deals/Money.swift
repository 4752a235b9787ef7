/// An amount of money as a text states it.
public struct Money: Hashable, Sendable {
    /// In whole units of the currency (not thousands, not cents).
    public let value: Double
    /// ISO 4217 code, three capital letters.
    public let currency: String
    /// What the words around it say of its exactness.
    public let qualifier: AmountQualifier

    /// - Precondition: `value` is finite and not negative, `currency` has three capital letters.
    public init(value: Double, currency: String, qualifier: AmountQualifier = .exact) {
        precondition(value.isFinite && value >= 0, "an amount is a finite number, not negative")
        precondition(
            currency.utf8.count == 3 && currency.utf8.allSatisfy { (65...90).contains($0) },
            "a currency is an ISO 4217 code, not “\(currency)”")
        self.value = value
        self.currency = currency
        self.qualifier = qualifier
    }

    /// Whether both are the same sum of the same currency, to half a per cent.
    public func isSameSum(as other: Money) -> Bool {
        currency == other.currency && abs(value - other.value) <= 0.005 * max(value, other.value)
    }
}
