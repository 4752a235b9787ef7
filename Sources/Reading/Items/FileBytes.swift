#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Reads files whole, up to a limit.
enum FileBytes {
    /// - Throws: ``ReadingError`` for folders and for files that are missing, unreadable or too large.
    static func read(_ path: String, limit: Int) throws(ReadingError) -> [UInt8] {
        let name = "The file “\(path)”"
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw errno == ENOENT || errno == ENOTDIR ? .missingFile(path) : .unreadable(name, reason: reason(errno))
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .unreadable(name, reason: reason(errno)) }
        if status.st_mode & S_IFMT == S_IFDIR { throw .folder(path) }
        if status.st_mode & S_IFMT == S_IFREG, Int(status.st_size) > limit {
            throw .tooLarge(name, limit: limit)
        }
        return try read(descriptor: descriptor, name: name, limit: limit)
    }

    /// Reads an open file to its end.
    /// - Parameter name: how messages name it, as the beginning of a sentence.
    static func read(descriptor: Int32, name: String, limit: Int) throws(ReadingError) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = readSome(descriptor, &buffer, buffer.count)
            if count == 0 { return bytes }
            if count < 0 {
                if errno == EINTR { continue }
                throw .unreadable(name, reason: reason(errno))
            }
            bytes.append(contentsOf: buffer[..<count])
            // Pipes and devices do not say beforehand how much they hold.
            guard bytes.count <= limit else { throw .tooLarge(name, limit: limit) }
        }
    }

    /// The system's words for an error, beginning small so that they fit into a sentence.
    private static func reason(_ code: Int32) -> String {
        let text = String(cString: strerror(code))
        return text.prefix(1).lowercased() + text.dropFirst()
    }
}

/// The system's `read`, whose name the enclosing type's own method hides.
private func readSome(_ descriptor: Int32, _ buffer: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
    read(descriptor, buffer, count)
}
