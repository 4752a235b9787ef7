import Foundation

/// A PostgreSQL server of the tests' own: a new cluster in a temporary folder, reached by a socket in it, which ends with
/// the process that runs the tests.
actor PostgreSQLServer {
    static let shared = PostgreSQLServer()

    private var folder: String?
    private var databases = 0

    struct Failure: Error, CustomStringConvertible { let description: String }

    /// The address of a new, empty database.
    func newDatabase() throws -> String {
        let folder = try start()
        databases += 1
        let name = "test\(databases)"
        try Self.run(Self.program("createdb"), ["-h", folder, "-U", "tests", name])
        return "postgresql://tests@/\(name)?host=\(folder)"
    }

    private func start() throws -> String {
        if let folder { return folder }
        // The path of a socket has at most 107 bytes.
        let folder = "/tmp/kelishuv-pg-\(ProcessInfo.processInfo.processIdentifier)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        var prefix: [String] = []
        if geteuid() == 0 {
            // PostgreSQL refuses to run as root.
            try Self.run("/bin/chown", ["nobody", folder])
            prefix = ["/usr/sbin/runuser", "-u", "nobody", "--"]
        }
        try Self.run(
            "/usr/bin/env",
            prefix + [
                Self.program("initdb"), "-D", folder + "/data", "-U", "tests", "-A", "trust", "-E", "UTF8",
                "--locale=C",
                "--no-sync",
            ])
        // The server outlives pg_ctl and must not hold what Foundation waits on to be closed.
        let detached = [
            "/bin/bash", "-c",
            "for f in /proc/self/fd/*; do n=${f##*/}; [ $n -gt 2 ] && eval \"exec $n>&-\"; done 2>/dev/null; exec \"$@\"",
            "_",
        ]
        try Self.run(
            "/usr/bin/env",
            detached + prefix + [
                Self.program("pg_ctl"), "-D", folder + "/data", "-w", "-l", folder + "/log", "-o",
                "-k \(folder) -c listen_addresses='' -c fsync=off -c max_connections=200", "start",
            ])
        let stop = prefix.joined(separator: " ") + " \(Self.program("pg_ctl")) -D \(folder)/data -m immediate stop"
        let watchdog = Process()
        watchdog.executableURL = URL(fileURLWithPath: "/bin/sh")
        watchdog.arguments = [
            "-c",
            "tail --pid=\(ProcessInfo.processInfo.processIdentifier) -f /dev/null; \(stop) >/dev/null 2>&1; rm -rf \(folder)",
        ]
        watchdog.standardInput = FileHandle.nullDevice
        watchdog.standardOutput = FileHandle.nullDevice
        watchdog.standardError = FileHandle.nullDevice
        try watchdog.run()
        self.folder = folder
        return folder
    }

    /// A program of the server's newest version; Debian keeps them off the PATH.
    private static func program(_ name: String) -> String {
        let root = "/usr/lib/postgresql"
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
        let newest = versions.compactMap { Int($0) }.max()
        return newest.map { "\(root)/\($0)/bin/\(name)" } ?? name
    }

    private static func run(_ program: String, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: "/tmp")
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        let errors = FileManager.default.temporaryDirectory.appendingPathComponent("kelishuv-pg-" + UUID().uuidString)
        _ = FileManager.default.createFile(atPath: errors.path, contents: nil)
        defer { try? FileManager.default.removeItem(at: errors) }
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            let said = (try? String(contentsOf: errors, encoding: .utf8)) ?? ""
            throw Failure(description: "\(program) \(arguments.joined(separator: " ")) failed: \(said)")
        }
    }
}
