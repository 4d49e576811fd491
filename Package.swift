// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "deferwatch",
    products: [
        .executable(name: "deferwatch", targets: ["deferwatch"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
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
        .target(name: "CByteScan"),
        .target(name: "ByteScan", dependencies: ["CByteScan"]),
        .target(name: "PCRE2", dependencies: ["CPCRE2"]),
        .target(name: "PostfixLog", dependencies: ["ByteScan"]),
        .target(name: "Deferrals", dependencies: ["PCRE2", "ByteScan"]),
        .target(name: "MailFlow", dependencies: ["Deferrals", "PostfixLog", "ByteScan"]),
        .target(name: "LogSource", dependencies: ["ByteScan", "CArchive"]),
        .executableTarget(
            name: "deferwatch",
            dependencies: [
                "ByteScan", "PostfixLog", "Deferrals", "MailFlow", "LogSource",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "TOMLKit", package: "TOMLKit"),
            ]
        ),
        .testTarget(name: "PCRE2Tests", dependencies: ["PCRE2"]),
        .testTarget(name: "ByteScanTests", dependencies: ["ByteScan"]),
        .testTarget(name: "PostfixLogTests", dependencies: ["PostfixLog", "ByteScan"]),
        .testTarget(name: "DeferralsTests", dependencies: ["Deferrals", "ByteScan", "PCRE2"]),
        .testTarget(
            name: "MailFlowTests", dependencies: ["MailFlow", "Deferrals", "PostfixLog", "ByteScan"]),
        .testTarget(name: "LogSourceTests", dependencies: ["LogSource"]),
        .testTarget(name: "DeferwatchTests", dependencies: ["deferwatch"]),
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
