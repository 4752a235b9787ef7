internal import Foundation
internal import Synchronization

#if canImport(FoundationNetworking)
    internal import FoundationNetworking
#endif

/// One request to one address, without following redirects.
final class PageRequest: NSObject, URLSessionDataDelegate, Sendable {
    /// What the server sent.
    struct Answer {
        let status: Int
        let contentType: String?
        let location: String?
        let bytes: [UInt8]
    }

    private struct State {
        var continuation: CheckedContinuation<Result<Answer, FetchError>, Never>?
        var task: URLSessionDataTask?
        var response: HTTPURLResponse?
        var bytes: [UInt8] = []
    }

    private let state = Mutex(State())
    private let address: String
    private let limit: Int

    private init(address: String, limit: Int) {
        self.address = address
        self.limit = limit
    }

    /// Sends the request; ends it at once when the surrounding task is cancelled.
    static func send(_ url: URL, address: String, limit: Int) async throws(FetchError) -> Answer {
        let request = PageRequest(address: address, limit: limit)
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpShouldSetCookies = false
        configuration.httpCookieAcceptPolicy = .never
        configuration.urlCache = nil
        let session = URLSession(configuration: configuration, delegate: request, delegateQueue: nil)
        defer { session.invalidateAndCancel() }
        var message = URLRequest(url: url)
        message.setValue("text/html, application/xhtml+xml, text/plain;q=0.9", forHTTPHeaderField: "Accept")
        message.setValue("kelishuv (reads news about agreements)", forHTTPHeaderField: "User-Agent")
        let task = session.dataTask(with: message)
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                request.state.withLock { state in
                    state.continuation = continuation
                    state.task = task
                }
                if Task.isCancelled {
                    request.finish(.failure(.connection(address, reason: "the fetch was cancelled")))
                } else {
                    task.resume()
                }
            }
        } onCancel: {
            request.finish(.failure(.connection(address, reason: "the fetch was cancelled")))
        }
        return try result.get()
    }

    /// Gives the outcome to whoever waits, once, and ends the transfer.
    private func finish(_ result: Result<Answer, FetchError>) {
        let (continuation, task) = state.withLock { state in
            defer {
                state.continuation = nil
                state.task = nil
            }
            return (state.continuation, state.task)
        }
        task?.cancel()
        continuation?.resume(returning: result)
    }

    private func finishWithAnswer() {
        let (response, bytes) = state.withLock { ($0.response, $0.bytes) }
        guard let response else {
            return finish(.failure(.connection(address, reason: "the server sent no HTTP answer")))
        }
        finish(
            .success(
                Answer(
                    status: response.statusCode, contentType: response.value(forHTTPHeaderField: "Content-Type"),
                    location: response.value(forHTTPHeaderField: "Location"), bytes: bytes)))
    }

    // MARK: URLSessionDataDelegate

    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        // The fetcher checks the target first and asks it itself.
        state.withLock { $0.response = response }
        completionHandler(nil)
        finishWithAnswer()
    }

    func urlSession(
        _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
        completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
    ) {
        guard let http = response as? HTTPURLResponse else {
            completionHandler(.cancel)
            return finishWithAnswer()
        }
        state.withLock { $0.response = http }
        guard (200...299).contains(http.statusCode) else {
            completionHandler(.cancel)
            return finishWithAnswer()
        }
        guard http.expectedContentLength <= Int64(limit) else {
            completionHandler(.cancel)
            return finish(.failure(.tooLarge(address, limit: limit)))
        }
        completionHandler(.allow)
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        let isTooLarge = state.withLock { state in
            guard state.bytes.count + data.count <= limit else { return true }
            state.bytes.append(contentsOf: data)
            return false
        }
        if isTooLarge { finish(.failure(.tooLarge(address, limit: limit))) }
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        if let error {
            finish(.failure(.connection(address, reason: Self.reason(error))))
        } else {
            finishWithAnswer()
        }
    }

    /// The system's words, without a full stop so that they fit into a sentence.
    private static func reason(_ error: any Error) -> String {
        let text = error.localizedDescription
        return text.hasSuffix(".") ? String(text.dropLast()) : text
    }
}
