#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

extension ItemReader {
    /// Reads standard input to its end; it blocks until then.
    /// - Throws: ``ReadingError/tooLarge(_:limit:)`` as soon as more than ``limit`` bytes have come.
    public func standardInput() throws(ReadingError) -> Source {
        .standardInput(try FileBytes.read(descriptor: STDIN_FILENO, name: "The standard input", limit: limit))
    }
}
