// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "deferwatch",
    products: [
        .executable(name: "deferwatch", targets: ["deferwatch"])
    ],
    traits: [
        .trait(name: "Journal", description: "Reads systemd's journal through libsystemd.")
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CPCRE2",
            pkgConfig: "libpcre2-8",
            providers: [.apt(["libpcre2-dev"])]
        ),
        .systemLibrary(
            name: "CArchive",
            pkgConfig: "libarchive",
            providers: [.apt(["libarchive-dev"])]
        ),
        .systemLibrary(
            name: "CZlib",
            pkgConfig: "zlib",
            providers: [.apt(["zlib1g-dev"])]
        ),
        .systemLibrary(
            name: "CSystemd",
            pkgConfig: "libsystemd",
            providers: [.apt(["libsystemd-dev"])]
        ),
        .target(name: "CByteScan"),
        .target(name: "CDescriptors"),
        .target(name: "CSQLite", linkerSettings: [.linkedLibrary("sqlite3")]),
        .target(name: "ByteScan", dependencies: ["CByteScan"]),
        .target(name: "PCRE2", dependencies: ["CPCRE2"]),
        .target(name: "PostfixLog", dependencies: ["ByteScan"]),
        .target(name: "Deferrals", dependencies: ["PCRE2", "ByteScan"]),
        .target(name: "MailFlow", dependencies: ["Deferrals", "PostfixLog", "ByteScan"]),
        .target(
            name: "LogSource",
            dependencies: [
                "ByteScan", "CDescriptors", "CArchive", "CZlib",
                .target(name: "CSystemd", condition: .when(traits: ["Journal"])),
            ]
        ),
        .target(name: "LocalSocket", dependencies: ["CDescriptors"]),
        .target(
            name: "PolicyService",
            dependencies: [
                "MailFlow", "Deferrals", "PostfixLog", "ByteScan", "LocalSocket",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "Logging", package: "swift-log"),
            ]
        ),
        .target(
            name: "History",
            dependencies: [
                "CSQLite", "MailFlow", "Deferrals", "PostfixLog",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]
        ),
        .target(
            name: "Dashboard",
            dependencies: [
                "MailFlow", "Deferrals",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ]
        ),
        .executableTarget(
            name: "deferwatch",
            dependencies: [
                "CDescriptors", "ByteScan", "PCRE2", "PostfixLog", "Deferrals", "MailFlow",
                "LogSource", "History", "PolicyService", "LocalSocket", "Dashboard",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "TOMLKit", package: "TOMLKit"),
            ]
        ),
        .target(name: "TestSupport", path: "Tests/TestSupport"),
        .testTarget(name: "PCRE2Tests", dependencies: ["PCRE2"]),
        .testTarget(name: "ByteScanTests", dependencies: ["ByteScan", "TestSupport"]),
        .testTarget(
            name: "PostfixLogTests",
            dependencies: ["PostfixLog", "ByteScan", "TestSupport"]
        ),
        .testTarget(name: "DeferralsTests", dependencies: ["Deferrals", "ByteScan", "PCRE2"]),
        .testTarget(
            name: "MailFlowTests",
            dependencies: ["MailFlow", "Deferrals", "PostfixLog", "ByteScan", "TestSupport"]
        ),
        .testTarget(name: "LogSourceTests", dependencies: ["LogSource", "TestSupport"]),
        .testTarget(name: "LocalSocketTests", dependencies: ["LocalSocket", "TestSupport"]),
        .testTarget(
            name: "PolicyServiceTests",
            dependencies: [
                "TestSupport",
                "PolicyService", "MailFlow", "Deferrals", "ByteScan", "LocalSocket",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ]
        ),
        .testTarget(
            name: "HistoryTests",
            dependencies: [
                "History", "MailFlow", "Deferrals", "PostfixLog", "TestSupport",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            exclude: ["version-2.sql"]
        ),
        .testTarget(
            name: "DashboardTests",
            dependencies: ["Dashboard", "MailFlow", "Deferrals", "LocalSocket"]
        ),
        .testTarget(
            name: "DeferwatchTests",
            dependencies: [
                "deferwatch", "Dashboard", "MailFlow", "Deferrals", "PostfixLog", "PolicyService",
                "LocalSocket", "History", "TestSupport",
            ]
        ),
        .target(
            name: "FuzzChecks",
            dependencies: ["ByteScan", "PCRE2", "PostfixLog", "Deferrals", "MailFlow"],
            path: "Tests/Fuzz/Sources/FuzzChecks"
        ),
        .testTarget(name: "FuzzReplayTests", dependencies: ["FuzzChecks"]),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
    target.swiftSettings =
        (target.swiftSettings ?? []) + [
            .enableUpcomingFeature("ExistentialAny"),
            .enableUpcomingFeature("InternalImportsByDefault"),
            .enableUpcomingFeature("MemberImportVisibility"),
            .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
            .strictMemorySafety(),
            .treatAllWarnings(as: .error),
        ]
}
