import Accounts

/// What the pages of who works need: accounts, the reader of texts, how often things may be tried.
struct Desk: Sendable {
    let accounts: any AccountStore
    let intake: Intake?
    /// Binds forms to cookies; new with every start, so that a page that is open over a restart must be loaded again.
    let formKey = Secrets.new()

    /// Failed sign-ins under one name and address, and from one address.
    let signInsByName = Throttle(5, in: 900)
    let signInsByAddress = Throttle(30, in: 900)
    /// Error reports of strangers.
    let reports = Throttle(10, in: 3_600)
    /// Texts read for strangers, and for one account.
    let strangersTexts = Throttle(20, in: 3_600)
    let texts = Throttle(600, in: 3_600)

    /// How long a sign-in lasts: 14 days.
    static let sessionLength: Time = 14 * 86_400
}
