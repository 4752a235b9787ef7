public import Deals
internal import GRDB
public import Ledger

extension SQLiteLedger {
    public func setClusters(_ kind: LinkedKind, _ clusters: [String: String]) async throws {
        try await write { db in
            var touched = Set(clusters.values)
            if kind == .agreement, touched.count <= DealTable.few {
                let before = try db.cachedStatement(
                    sql: "SELECT cluster FROM cluster WHERE kind = 'agreement' AND id = ?")
                for id in clusters.keys {
                    if let old = try String.fetchOne(before, arguments: [id]) { touched.insert(old) }
                }
                try DealTable.forget(touched, db)
            }
            let statement = try db.cachedStatement(
                sql: """
                    INSERT INTO cluster (kind, id, cluster) VALUES (?, ?, ?)
                    ON CONFLICT (kind, id) DO UPDATE SET cluster = excluded.cluster
                    """)
            // In the order of the key, which is that of the table.
            for (id, cluster) in clusters.sorted(by: { $0.key < $1.key }) {
                try statement.execute(arguments: [kind.rawValue, id, cluster])
            }
            if kind == .agreement { try DealTable.refresh(touched, db) }
            if kind == .document { try DealTable.refresh(nil, db) }
        }
    }

    public func forgetClusters(_ kind: LinkedKind) async throws {
        try await write { db in
            try db.execute(sql: "DELETE FROM cluster WHERE kind = ?", arguments: [kind.rawValue])
            if kind == .agreement { try db.execute(sql: "DELETE FROM deal") }
            if kind == .document { try DealTable.refresh(nil, db) }
        }
    }

    public func clusters(_ kind: LinkedKind, of ids: [String]) async throws -> [String: String] {
        try await read { reading in
            let statement = try reading.db.cachedStatement(
                sql: "SELECT cluster FROM cluster WHERE kind = ? AND id = ?")
            var clusters: [String: String] = [:]
            for id in ids {
                clusters[id] = try String.fetchOne(statement, arguments: [kind.rawValue, id]) ?? id
            }
            return clusters
        }
    }

    public func members(_ kind: LinkedKind, of cluster: String) async throws -> [String] {
        let members = try await read {
            try String.fetchAll(
                $0.db.cachedStatement(sql: "SELECT id FROM cluster WHERE kind = ? AND cluster = ? ORDER BY id"),
                arguments: [kind.rawValue, cluster])
        }
        return members.isEmpty ? [cluster] : members
    }

    public func clustered(_ kind: LinkedKind, after id: String, limit: Int) async throws -> [ClusteredID] {
        try await read {
            try Row.fetchAll(
                $0.db.cachedStatement(
                    sql: "SELECT id, cluster FROM cluster WHERE kind = ? AND id > ? ORDER BY id LIMIT ?"),
                arguments: [kind.rawValue, id, limit]
            ).map { ClusteredID($0[0], in: $0[1]) }
        }
    }

    public func addKeys(_ kind: LinkedKind, _ keys: [LinkKeys]) async throws {
        try await write { db in
            let statement = try db.cachedStatement(
                sql: "INSERT OR IGNORE INTO linkKey (kind, key, id) VALUES (?, ?, ?)")
            for entry in keys {
                for key in entry.keys { try statement.execute(arguments: [kind.rawValue, key, entry.id]) }
            }
        }
    }

    public func forgetKeys(_ kind: LinkedKind) async throws {
        try await write { try $0.execute(sql: "DELETE FROM linkKey WHERE kind = ?", arguments: [kind.rawValue]) }
    }

    public func ids(_ kind: LinkedKind, under keys: [String], atMost: Int) async throws -> [String: [String]] {
        try await read { reading in
            let statement = try reading.db.cachedStatement(
                sql: "SELECT id FROM linkKey WHERE kind = ? AND key = ? ORDER BY id LIMIT ?")
            var found: [String: [String]] = [:]
            for key in Set(keys) {
                let ids = try String.fetchAll(statement, arguments: [kind.rawValue, key, atMost + 1])
                if !ids.isEmpty, ids.count <= atMost { found[key] = ids }
            }
            return found
        }
    }
}
