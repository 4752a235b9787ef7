public import Deals
public import Ledger

extension PostgreSQLLedger {
    public func setClusters(_ kind: LinkedKind, _ clusters: [String: String]) async throws {
        let all = clusters.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            .map { [kind.rawValue, $0.key, $0.value] }
        try await write { session in
            for start in stride(from: 0, to: all.count, by: 10_000) {
                try session.insert(
                    "cluster", [("kind", "text"), ("id", "text"), ("cluster", "text")],
                    Array(all[start..<min(start + 10_000, all.count)]),
                    suffix: "ON CONFLICT (kind, id) DO UPDATE SET cluster = excluded.cluster")
            }
        }
    }

    public func forgetClusters(_ kind: LinkedKind) async throws {
        try await write { _ = try $0.rows("DELETE FROM cluster WHERE kind = $1", [kind.rawValue]) }
    }

    public func clusters(_ kind: LinkedKind, of ids: [String]) async throws -> [String: String] {
        let found = try await read {
            try $0.session.rows(
                "SELECT id, cluster FROM cluster WHERE kind = $1 AND id = ANY($2::text[])",
                [kind.rawValue, ArrayText.text(ids)]
            ).map { ($0.text(0), $0.text(1)) }
        }
        return Dictionary(ids.map { ($0, $0) } + found) { $1 }
    }

    public func members(_ kind: LinkedKind, of cluster: String) async throws -> [String] {
        let members = try await read {
            try $0.session.rows(
                "SELECT id FROM cluster WHERE kind = $1 AND cluster = $2 ORDER BY id", [kind.rawValue, cluster]
            ).map { $0.text(0) }
        }
        return members.isEmpty ? [cluster] : members
    }

    public func clustered(_ kind: LinkedKind, after id: String, limit: Int) async throws -> [ClusteredID] {
        try await read {
            try $0.session.rows(
                "SELECT id, cluster FROM cluster WHERE kind = $1 AND id > $2 ORDER BY id LIMIT $3",
                [kind.rawValue, id, "\(limit)"]
            ).map { ClusteredID($0.text(0), in: $0.text(1)) }
        }
    }

    public func addKeys(_ kind: LinkedKind, _ keys: [LinkKeys]) async throws {
        let all = keys.flatMap { entry in entry.keys.map { [kind.rawValue, $0, entry.id] } }
        try await write { session in
            for start in stride(from: 0, to: all.count, by: 10_000) {
                try session.insert(
                    "linkKey", [("kind", "text"), ("key", "text"), ("id", "text")],
                    Array(all[start..<min(start + 10_000, all.count)]), suffix: "ON CONFLICT DO NOTHING")
            }
        }
    }

    public func forgetKeys(_ kind: LinkedKind) async throws {
        try await write { _ = try $0.rows("DELETE FROM linkKey WHERE kind = $1", [kind.rawValue]) }
    }

    public func ids(_ kind: LinkedKind, under keys: [String], atMost: Int) async throws -> [String: [String]] {
        try await read { reading in
            var found: [String: [String]] = [:]
            for key in Set(keys) {
                let ids = try reading.session.rows(
                    "SELECT id FROM linkKey WHERE kind = $1 AND key = $2 ORDER BY id LIMIT $3",
                    [kind.rawValue, key, "\(atMost + 1)"]
                ).map { $0.text(0) }
                if !ids.isEmpty, ids.count <= atMost { found[key] = ids }
            }
            return found
        }
    }
}
