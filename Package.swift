// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

/// Targets whose inner loops run over every byte of every document: `scripts/test` has them optimised in debug builds
/// too (KELISHUV_FAST_DEBUG=1), because unoptimised array code is ten to twenty times slower and would slow the tests.
/// Not by default: SwiftPM refuses unsafe flags in a package that another one depends on.
let hotSettings =
    Context.environment["KELISHUV_FAST_DEBUG"] == nil
    ? settings : settings + [.unsafeFlags(["-O"], .when(configuration: .debug))]

let package = Package(
    name: "kelishuv",
    defaultLocalization: "en",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "Kelishuv", targets: ["SourceText", "Deals", "Languages", "Extraction", "Exchange"]),
        .executable(name: "kelishuv", targets: ["kelishuv"]),
        .executable(name: "kelishuv-filter", targets: ["kelishuv-filter"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
        .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1", traits: []),
        .package(url: "https://github.com/hummingbird-project/swift-mustache.git", from: "2.1.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0"),
    ],
    targets: [
        // C libraries of the system, each behind a module map of its own.
        .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
        .systemLibrary(name: "CGumbo", pkgConfig: "gumbo", providers: [.apt(["libgumbo-dev"])]),
        .systemLibrary(name: "CUchardet", pkgConfig: "uchardet", providers: [.apt(["libuchardet-dev"])]),
        .systemLibrary(name: "CPq", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),

        // The text core: documents, ranges, citations, tokens, passages, language detection. May import: CSodium.
        .target(name: "SourceText", dependencies: ["CSodium"], swiftSettings: hotSettings),
        // What a record is: money, dates, findings, claims. May import: SourceText.
        .target(name: "Deals", dependencies: ["SourceText"], swiftSettings: settings),
        // Files, pages and addresses become documents. May import: SourceText, CGumbo, CUchardet, Foundation.
        .target(
            name: "Reading", dependencies: ["SourceText", "CGumbo", "CUchardet"],
            resources: [.copy("Resources")], swiftSettings: hotSettings),
        // One folder a language: tables and small rules; places. May import: SourceText, Deals, Foundation.
        .target(
            name: "Languages", dependencies: ["SourceText", "Deals"],
            resources: [.copy("Resources")], swiftSettings: hotSettings),
        // Mentions, events, findings: one rule family a file. May import: SourceText, Deals, Languages.
        .target(
            name: "Extraction", dependencies: ["SourceText", "Deals", "Languages"], swiftSettings: hotSettings),
        // One deal across sources: names of all scripts, compared records, judgements. May import: SourceText, Deals,
        // Languages, Foundation.
        .target(
            name: "Linkage", dependencies: ["SourceText", "Deals", "Languages"],
            resources: [.copy("Resources")], swiftSettings: hotSettings),
        // Forms that other programs read. May import: SourceText, Deals, Extraction, Foundation.
        .target(
            name: "Exchange", dependencies: ["SourceText", "Deals", "Languages", "Extraction"],
            swiftSettings: settings),
        // How far findings agree with annotated gold. May import: Foundation.
        .target(name: "Evaluation", swiftSettings: settings),
        // The store's protocol and what the claims about a field add up to. May import: SourceText, Deals.
        .target(name: "Ledger", dependencies: ["SourceText", "Deals"], swiftSettings: settings),
        // The ledger in one SQLite file. May import: SourceText, Deals, Ledger, GRDB, Foundation.
        .target(
            name: "LedgerSQLite",
            dependencies: ["SourceText", "Deals", "Ledger", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: settings),
        // What became of a deal: histories, silence, statistics, rates. May import: SourceText, Deals, Languages, Ledger,
        // Foundation.
        .target(
            name: "FollowThrough", dependencies: ["SourceText", "Deals", "Languages", "Ledger"],
            resources: [.copy("Resources")], swiftSettings: settings),
        // Questions in plain words, answers with citations, briefs. May import: SourceText, Deals, Languages, Ledger,
        // FollowThrough, Foundation.
        .target(
            name: "Questions", dependencies: ["SourceText", "Deals", "Languages", "Ledger", "FollowThrough"],
            resources: [.copy("Resources")], swiftSettings: settings),
        // The ledger in a PostgreSQL database. May import: SourceText, Deals, Ledger, CPq, Dispatch.
        .target(
            name: "LedgerPostgreSQL", dependencies: ["SourceText", "Deals", "Ledger", "CPq"], swiftSettings: settings),
        // Who may sign in, sessions, tokens, reports, drafts; passwords. May import: CSodium, Foundation.
        .target(name: "Accounts", dependencies: ["CSodium"], swiftSettings: settings),
        // Accounts in one SQLite file beside the ledger. May import: Accounts, GRDB, Foundation.
        .target(
            name: "AccountsSQLite", dependencies: ["Accounts", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: settings),
        // Routes, pages and the API. May import: SourceText, Deals, Ledger, FollowThrough, Questions, Exchange,
        // Accounts, Hummingbird, Mustache, HTTPTypes, Logging, NIOCore, ServiceLifecycle, Synchronization, Foundation.
        .target(
            name: "Server",
            dependencies: [
                "SourceText", "Deals", "Ledger", "FollowThrough", "Questions", "Exchange", "Accounts",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            resources: [.copy("Resources")], swiftSettings: settings),
        // The command line; the only place where the parts are put together. May import everything.
        .executableTarget(
            name: "kelishuv",
            dependencies: [
                "SourceText", "Deals", "Reading", "Languages", "Extraction", "Exchange", "Evaluation", "Ledger",
                "LedgerPostgreSQL", "LedgerSQLite", "Linkage", "FollowThrough", "Questions", "Accounts",
                "AccountsSQLite",
                "Server",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings),
        // The JSON Lines filter alone, without database and server: for pipes and clusters.
        // May import: Extraction, Exchange, Foundation.
        .executableTarget(
            name: "kelishuv-filter", dependencies: ["Languages", "Extraction", "Exchange"],
            swiftSettings: settings),
        // Measures linkage: names, gold clusters, a generated ledger with known truth; see Benchmarks/linkage/README.md.
        // May import: SourceText, Deals, Languages, Linkage, Foundation.
        .executableTarget(
            name: "linkage-bench", dependencies: ["SourceText", "Deals", "Languages", "Linkage"],
            path: "Benchmarks/linkage", exclude: ["README.md"], swiftSettings: hotSettings),
        // Reads random and spoilt inputs until something breaks; see scripts/fuzz. May import: FuzzInputs, Foundation.
        .executableTarget(name: "kelishuv-fuzz", dependencies: ["FuzzInputs"], swiftSettings: settings),

        // Which imports the comments above allow, as a test.
        .testTarget(
            name: "EvaluationTests", dependencies: ["Evaluation"], exclude: ["Fixtures"], swiftSettings: settings),
        .testTarget(name: "ArchitectureTests", exclude: ["allowed-imports.tsv"], swiftSettings: settings),
        .testTarget(name: "ReadingTests", dependencies: ["SourceText", "Reading"], swiftSettings: settings),
        // Seeded random documents and findings that the tests of every store share. May import: SourceText, Deals,
        // Ledger, Foundation.
        .target(
            name: "LedgerTesting", dependencies: ["SourceText", "Deals", "Ledger"], path: "Tests/LedgerTesting",
            swiftSettings: settings),
        // Marked and random texts that the tests share. May import: LedgerTesting.
        .target(
            name: "TextTesting", dependencies: ["LedgerTesting"], path: "Tests/TextTesting", swiftSettings: settings),
        .testTarget(
            name: "SourceTextTests", dependencies: ["SourceText", "LedgerTesting", "TextTesting"],
            swiftSettings: settings),
        .testTarget(
            name: "DealsTests", dependencies: ["SourceText", "Deals", "LedgerTesting"], swiftSettings: settings),
        .testTarget(
            name: "LanguagesTests", dependencies: ["SourceText", "Deals", "Languages", "TextTesting"],
            swiftSettings: settings),
        .testTarget(
            name: "ExtractionTests",
            dependencies: ["SourceText", "Deals", "Languages", "Extraction", "LedgerTesting", "TextTesting"],
            exclude: ["Resources"],
            swiftSettings: settings),
        .testTarget(
            name: "LinkageTests",
            dependencies: ["SourceText", "Deals", "Languages", "Linkage", "LedgerTesting"], swiftSettings: settings),
        .testTarget(
            name: "ExchangeTests",
            dependencies: ["SourceText", "Deals", "Extraction", "Exchange", "LedgerTesting", "TextTesting"],
            swiftSettings: settings),
        .testTarget(
            name: "LedgerTests", dependencies: ["SourceText", "Deals", "Ledger", "LedgerTesting"],
            swiftSettings: settings),
        // One contract, tested alike on every store.
        .testTarget(
            name: "LedgerContractTests",
            dependencies: ["SourceText", "Deals", "Ledger", "LedgerSQLite", "LedgerPostgreSQL", "LedgerTesting"],
            swiftSettings: settings),
        .testTarget(
            name: "LedgerSQLiteTests",
            dependencies: [
                "SourceText", "Deals", "Ledger", "LedgerSQLite", "LedgerTesting",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: settings),
        .testTarget(
            name: "QuestionsTests",
            dependencies: ["SourceText", "Deals", "Languages", "Ledger", "FollowThrough", "Questions"],
            resources: [.copy("Sample"), .copy("questions.tsv")], swiftSettings: settings),
        .testTarget(
            name: "FollowThroughTests", dependencies: ["SourceText", "Deals", "Languages", "Ledger", "FollowThrough"],
            exclude: ["survival.py"], resources: [.copy("survival.json")], swiftSettings: settings),
        .testTarget(
            name: "AccountsTests", dependencies: ["Accounts", "AccountsSQLite"], swiftSettings: settings),
        .testTarget(
            name: "ServerTests",
            dependencies: [
                "SourceText", "Deals", "Ledger", "FollowThrough", "Accounts", "AccountsSQLite", "Server",
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings),
        // Seeded spoilt inputs and what must hold when they are read. May import: SourceText, Deals, Reading,
        // Extraction, Exchange, Foundation.
        .target(
            name: "FuzzInputs", dependencies: ["SourceText", "Deals", "Reading", "Extraction", "Exchange"],
            path: "Tests/FuzzInputs", swiftSettings: settings),
        .testTarget(name: "FuzzTests", dependencies: ["FuzzInputs"], swiftSettings: settings),
        // The built program, run as a user runs it.
        .testTarget(
            name: "KelishuvTests",
            dependencies: [
                "kelishuv", "Deals", "Exchange", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], swiftSettings: settings),
    ]
)
