/// Why claims make no record.
public enum ClaimMismatch: Error, Hashable, Sendable, CustomStringConvertible {
    /// There is no claim.
    case noClaims
    /// The field does not take a value of this form, or not this code.
    case wrongValue(Field)
    /// The value of a field that only a text can state has no citation.
    case uncited(Field)

    public var description: String {
        switch self {
        case .noClaims: "there are none"
        case .wrongValue(let field): "the value of “\(field.rawValue)” is none that this field can have"
        case .uncited(let field): "the value of “\(field.rawValue)” has no citation"
        }
    }
}
