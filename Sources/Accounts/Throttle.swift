/// How often something may be tried: so many times in so many seconds under one name.
///
/// Held in memory: a restart forgives everybody.
public actor Throttle {
    private let limit: Int
    private let seconds: Time
    private var attempts: [String: [Time]] = [:]

    /// - Parameters:
    ///   - limit: how many attempts pass.
    ///   - seconds: in how long a time.
    public init(_ limit: Int, in seconds: Time) {
        self.limit = limit
        self.seconds = seconds
    }

    /// Counts an attempt; returns how many seconds to wait when it is one too many, else nil.
    public func attempt(_ name: String, at time: Time) -> Time? {
        if attempts.count > 10_000 { attempts = attempts.filter { $0.value.last.map { $0 > time - seconds } ?? false } }
        let recent = (attempts[name] ?? []).filter { $0 > time - seconds }
        guard recent.count < limit else {
            attempts[name] = recent
            return recent[0] + seconds - time
        }
        attempts[name] = recent + [time]
        return nil
    }

    /// Forgives a name, after it has proved itself.
    public func forgive(_ name: String) { attempts[name] = nil }
}
