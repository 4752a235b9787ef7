public import Foundation

/// The bytes of a file or pipe as they come.
///
/// `FileHandle.read(upToCount:)` waits until so many bytes are there, and whoever writes a line into a pipe and
/// waits for its answer would wait for ever; this gives what has come.
public struct InputChunks {
    /// Reading failed; the text is the system's.
    public struct Failure: Error, CustomStringConvertible {
        public let description: String
    }

    private let handle: FileHandle
    private var buffer = [UInt8](repeating: 0, count: 1 << 16)

    public init(_ handle: FileHandle) { self.handle = handle }

    /// The next bytes, waiting for the first of them; empty at the end.
    public mutating func next() throws(Failure) -> ArraySlice<UInt8> {
        while true {
            let count = read(handle.fileDescriptor, &buffer, buffer.count)
            if count >= 0 { return buffer[..<count] }
            if errno != EINTR { throw Failure(description: String(cString: strerror(errno))) }
        }
    }
}
