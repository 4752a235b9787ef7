import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization

/// How many requests were answered how, and how long it took: what `/metrics` tells a Prometheus on the same machine.
final class Metrics: Sendable {
    private struct Counts {
        var answers: [Int: Int] = [:]
        var buckets = [Int](repeating: 0, count: Metrics.bounds.count + 1)
        var seconds = 0.0
    }

    /// Upper bounds of the histogram, in seconds.
    private static let bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5]
    private let counts = Mutex(Counts())

    func note(_ status: Int, seconds: Double) {
        counts.withLock { counts in
            counts.answers[status, default: 0] += 1
            counts.seconds += seconds
            counts.buckets[Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count] += 1
        }
    }

    /// The text exposition format of Prometheus, version 0.0.4.
    func text(documents: Int, agreements: Int) -> String {
        let counts = counts.withLock { $0 }
        var lines = [
            "# HELP kelishuv_http_responses_total Answers by HTTP status.",
            "# TYPE kelishuv_http_responses_total counter",
        ]
        for (status, count) in counts.answers.sorted(by: { $0.key < $1.key }) {
            lines.append("kelishuv_http_responses_total{status=\"\(status)\"} \(count)")
        }
        lines += [
            "# HELP kelishuv_http_seconds How long answers took until their head was ready.",
            "# TYPE kelishuv_http_seconds histogram",
        ]
        var sum = 0
        for (index, bound) in Self.bounds.enumerated() {
            sum += counts.buckets[index]
            lines.append("kelishuv_http_seconds_bucket{le=\"\(bound)\"} \(sum)")
        }
        sum += counts.buckets[Self.bounds.count]
        lines += [
            "kelishuv_http_seconds_bucket{le=\"+Inf\"} \(sum)", "kelishuv_http_seconds_sum \(counts.seconds)",
            "kelishuv_http_seconds_count \(sum)",
        ]
        for (name, count) in [("documents", documents), ("agreements", agreements)] {
            lines += ["# TYPE kelishuv_ledger_\(name) gauge", "kelishuv_ledger_\(name) \(count)"]
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

/// Counts every answer.
struct MetricsCounting: RouterMiddleware {
    let metrics: Metrics

    func handle(
        _ request: Request, context: PageContext, next: (Request, PageContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        let response = try await next(request, context)
        let time = (ContinuousClock.now - start).components
        metrics.note(response.status.code, seconds: Double(time.seconds) + Double(time.attoseconds) / 1e18)
        return response
    }
}
