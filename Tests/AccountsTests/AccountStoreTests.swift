import Accounts
import AccountsSQLite
import Foundation
import Testing

@Suite struct AccountStoreTests {
    private let hash = "$argon2id$v=19$m=8,t=1,p=1$c2FsdHNhbHQ$aGFzaA"

    private func store(_ names: [(String, Role)] = [("ada", .administrator), ("rev", .reviewer)]) async throws
        -> SQLiteAccounts
    {
        let store = try SQLiteAccounts()
        for (name, role) in names {
            try await store.add(Account(name: name, role: role, created: 100), passwordHash: hash)
        }
        return store
    }

    @Test func namesAreOneWhateverTheirLetters() async throws {
        let store = try await store()
        await #expect(throws: AccountFailure.nameTaken("ADA")) {
            try await store.add(Account(name: "ADA", role: .reader, created: 1), passwordHash: hash)
        }
        await #expect(throws: AccountFailure.badName("kelishuv 0.1.0")) {
            try await store.add(Account(name: "kelishuv 0.1.0", role: .reader, created: 1), passwordHash: hash)
        }
        #expect(try await store.account("Ada")?.role == .administrator)
    }

    @Test func sessionsEndByTimeByHandAndWithTheAccount() async throws {
        let store = try await store()
        func begin(_ key: String) async throws {
            try await store.begin(
                Session(key: key, account: "rev", begun: 1_000, ends: 2_000, agent: "a", address: "b"))
        }
        try await begin("one")
        #expect(try await store.session("one", at: 1_999)?.1.name == "rev")
        #expect(try await store.session("one", at: 2_000) == nil)
        try await begin("two")
        try await store.endSessions(of: "ada", key: "two")
        #expect(try await store.session("two", at: 1_500) != nil, "nobody ends another's session")
        try await store.endSessions(of: "rev", key: "two")
        #expect(try await store.session("two", at: 1_500) == nil)
        try await store.setPassword(of: "rev", hash: hash)
        #expect(try await store.sessions(of: "rev", at: 1_500).isEmpty)
        try await begin("three")
        try await store.change("rev", role: .reviewer, isOpen: false)
        #expect(try await store.session("three", at: 1_500) == nil)
        try await store.change("rev", role: .reviewer, isOpen: true)
        #expect(try await store.session("three", at: 1_500) == nil, "what has ended does not come back")
    }

    @Test func theLastAdministratorStays() async throws {
        let store = try await store()
        await #expect(throws: AccountFailure.lastAdministrator) {
            try await store.change("ada", role: .reader, isOpen: true)
        }
        await #expect(throws: AccountFailure.lastAdministrator) {
            try await store.change("ada", role: .administrator, isOpen: false)
        }
        try await store.change("rev", role: .administrator, isOpen: true)
        try await store.change("ada", role: .reader, isOpen: true)
        #expect(try await store.account("ada")?.role == .reader)
    }

    @Test func tokensHaveScopesAndEnds() async throws {
        let store = try await store()
        try await store.add(
            Token(key: "k", account: "rev", label: "bot", scopes: [.read, .documents], created: 1, ends: 50))
        #expect(try await store.token("k", at: 49)?.0.scopes == [.read, .documents])
        #expect(try await store.token("k", at: 50) == nil)
        try await store.revokeToken("k", of: "ada")
        #expect(try await store.tokens(of: "rev").count == 1)
        try await store.revokeToken("k", of: "rev")
        #expect(try await store.token("k", at: 2) == nil)
    }

    @Test func aReportIsAnsweredOnce() async throws {
        let store = try await store()
        let number = try await store.add(
            Report(number: 0, time: 5, record: "a-1", field: "amount", value: "1", citation: "one", words: "two"))
        #expect(try await store.waitingReports(offset: 0, limit: 10).map(\.number) == [number])
        try await store.answer(number, .init(time: 6, account: "rev", isRight: true, words: "yes"))
        await #expect(throws: AccountFailure.answered(by: "rev")) {
            try await store.answer(number, .init(time: 7, account: "ada", isRight: false, words: "no"))
        }
        #expect(try await store.waitingReports(offset: 0, limit: 10).isEmpty)
        #expect(try await store.reports(about: "a-1").first?.answer?.words == "yes")
    }

    @Test func aDraftIsItsOwnersAlone() async throws {
        let store = try await store()
        let draft = Draft(
            key: "d", account: "rev", time: 10, bytes: [0, 1, 2], text: "a\u{0}b", url: nil, source: "s", title: nil,
            published: nil, language: nil, fetched: nil)
        try await store.keep(draft)
        #expect(try await store.draft("d", of: "rev") == draft)
        #expect(try await store.draft("d", of: "ada") == nil)
        try await store.dropDraft("d", of: "ada")
        #expect(try await store.drafts(of: "rev").count == 1)
    }

    @Test func theFileIsItsOwnersAlone() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
        defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) } }
        _ = try SQLiteAccounts(path: path)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }
}

@Suite struct PasswordTests {
    @Test func aPasswordMatchesItsHashAlone() throws {
        let hash = try Passwords.hash("correct horse battery")
        #expect(hash.hasPrefix("$argon2id$"))
        #expect(Passwords.matches("correct horse battery", hash: hash))
        #expect(!Passwords.matches("correct horse batterz", hash: hash))
        #expect(!Passwords.matches("correct horse battery", hash: nil))
        #expect(try Passwords.hash("correct horse battery") != hash, "salted")
    }

    @Test func composedLettersAreOne() throws {
        let hash = try Passwords.hash("й пароль и ещё")
        #expect(Passwords.matches("и\u{306} пароль и еще\u{308}", hash: hash))
    }

    @Test func shortAndEndlessOnesAreRefused() {
        #expect(throws: AccountFailure.weakPassword) { try Passwords.hash("short") }
        #expect(throws: AccountFailure.weakPassword) { try Passwords.hash(String(repeating: "x", count: 2_000)) }
        #expect(!Passwords.matches(String(repeating: "x", count: 100_000), hash: nil))
    }

    @Test func secretsDiffer() {
        let secrets = (0..<100).map { _ in Secrets.new() }
        #expect(Set(secrets).count == 100)
        #expect(secrets.allSatisfy { $0.utf8.count == 43 })
        #expect(Secrets.key(secrets[0]) != secrets[0])
        #expect(Secrets.areEqual("a", "a") && !Secrets.areEqual("a", "b") && !Secrets.areEqual("a", "ab"))
    }

    @Test func throttlesCountAndForgive() async {
        let throttle = Throttle(2, in: 100)
        #expect(await throttle.attempt("x", at: 0) == nil)
        #expect(await throttle.attempt("x", at: 10) == nil)
        #expect(await throttle.attempt("x", at: 20) == 80)
        #expect(await throttle.attempt("y", at: 20) == nil)
        #expect(await throttle.attempt("x", at: 101) == nil)
        await throttle.forgive("x")
        #expect(await throttle.attempt("x", at: 102) == nil)
    }
}
