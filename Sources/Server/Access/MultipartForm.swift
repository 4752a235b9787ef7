import Foundation

/// A form with files (RFC 7578), whole in memory: its length was checked before.
struct MultipartForm {
    private(set) var fields = Query()
    private(set) var files: [UploadedFile] = []

    private static let mostParts = 200

    /// Nil when the bytes are no such form.
    init?(_ body: [UInt8], contentType: String) {
        guard let boundary = Self.parameter("boundary", of: contentType), (1...70).contains(boundary.utf8.count) else {
            return nil
        }
        let delimiter = Data("--\(boundary)".utf8)
        let data = Data(body)
        guard var position = data.range(of: delimiter)?.upperBound else { return nil }
        for _ in 0..<Self.mostParts {
            if data[position...].starts(with: Data("--".utf8)) { return }
            guard data[position...].starts(with: Data("\r\n".utf8)) else { return nil }
            let start = position + 2
            guard let end = data.range(of: Data("\r\n".utf8) + delimiter, in: start..<data.endIndex),
                let blank = data.range(of: Data("\r\n\r\n".utf8), in: start..<end.lowerBound)
            else { return nil }
            guard
                add(
                    String(decoding: data[start..<blank.lowerBound], as: UTF8.self),
                    data[blank.upperBound..<end.lowerBound])
            else { return nil }
            position = end.upperBound
        }
        return nil
    }

    private mutating func add(_ head: String, _ content: Data) -> Bool {
        let line = head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-disposition:") }
        guard let line, let name = Self.parameter("name", of: String(line)) else { return false }
        if let file = Self.parameter("filename", of: String(line)) {
            // A path that a browser sends along is no part of the name.
            let last = file.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
            if !content.isEmpty { files.append(UploadedFile(name: last, bytes: Array(content))) }
        } else {
            fields.append(name, String(decoding: content, as: UTF8.self))
        }
        return true
    }

    /// A parameter of a header, quoted or not.
    private static func parameter(_ name: String, of header: String) -> String? {
        for part in header.split(separator: ";").dropFirst() {
            let pair = part.split(separator: "=", maxSplits: 1)
            guard pair.count == 2, String(pair[0]).trimmed.lowercased() == name else { continue }
            let value = String(pair[1]).trimmed
            return value.hasPrefix("\"") && value.hasSuffix("\"") && value.count > 1
                ? String(value.dropFirst().dropLast()).replacingOccurrences(of: "%22", with: "\"") : value
        }
        return nil
    }
}
