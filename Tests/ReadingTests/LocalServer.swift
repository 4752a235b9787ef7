#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif
internal import Dispatch
internal import Synchronization

/// A web server of the smallest kind on 127.0.0.1: one answer a connection, by the request's path.
final class LocalServer: Sendable {
    /// What it sends: raw bytes, in pieces with pauses of seconds between them.
    struct Answer: Sendable {
        var pieces: [[UInt8]]
        var pause = 0.0

        /// An answer with status, headers and body; the length is only told when asked for.
        static func page(
            _ body: [UInt8], status: String = "200 OK", type: String? = "text/html; charset=utf-8",
            headers: [String] = [], tellsLength: Bool = true
        ) -> Answer {
            var lines = ["HTTP/1.1 \(status)", "Connection: close"] + headers
            if let type { lines.append("Content-Type: \(type)") }
            if tellsLength { lines.append("Content-Length: \(body.count)") }
            return Answer(pieces: [Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8), body])
        }

        static func redirect(_ target: String) -> Answer {
            page([], status: "302 Found", type: nil, headers: ["Location: \(target)"])
        }
    }

    let port: UInt16
    private let descriptor: Int32
    private let answers: [String: Answer]
    private let asked = Mutex<[String]>([])

    /// Paths asked so far, in order.
    var requests: [String] { asked.withLock { $0 } }

    init(_ answers: [String: Answer]) {
        self.answers = answers
        #if canImport(Glibc)
            descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = descriptor
        withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                precondition(bind(descriptor, pointer, length) == 0 && listen(descriptor, 16) == 0)
                getsockname(descriptor, pointer, &length)
            }
        }
        port = UInt16(bigEndian: address.sin_port)
        signal(SIGPIPE, SIG_IGN)
        let queue = DispatchQueue(label: "server", attributes: .concurrent)
        queue.async { [self] in
            while true {
                let client = accept(descriptor, nil, nil)
                guard client >= 0 else { return }
                queue.async { self.serve(client) }
            }
        }
    }

    /// The address of a path on this server.
    func address(_ path: String, host: String = "127.0.0.1") -> String { "http://\(host):\(port)\(path)" }

    func stop() {
        shutdown(descriptor, Int32(SHUT_RDWR))
        close(descriptor)
    }

    private func serve(_ client: Int32) {
        defer { close(client) }
        var buffer = [UInt8](repeating: 0, count: 8192)
        let count = recv(client, &buffer, buffer.count, 0)
        guard count > 0 else { return }
        let path = String(decoding: buffer[..<count], as: UTF8.self).split(separator: " ").dropFirst().first.map(
            String.init)
        asked.withLock { $0.append(path ?? "") }
        let answer = answers[path ?? ""] ?? .page(Array("nothing".utf8), status: "404 Not Found")
        for (index, piece) in answer.pieces.enumerated() {
            if index > 0, answer.pause > 0 { usleep(UInt32(answer.pause * 1_000_000)) }
            var sent = 0
            while sent < piece.count {
                let more = piece[sent...].withUnsafeBytes { send(client, $0.baseAddress, $0.count, 0) }
                guard more > 0 else { return }
                sent += more
            }
        }
    }
}
