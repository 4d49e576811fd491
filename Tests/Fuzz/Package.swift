// swift-tools-version: 6.2
import PackageDescription

// The pure targets, linked here so that they are built with the fuzzer's instrumentation. Use
// `scripts/fuzz`: without `--sanitize fuzzer` the executable has no main function.
let package = Package(
    name: "deferwatch-fuzz",
    targets: [
        .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8"),
        .target(name: "CByteScan"),
        .target(name: "ByteScan", dependencies: ["CByteScan"]),
        .target(name: "PCRE2", dependencies: ["CPCRE2"]),
        .target(name: "PostfixLog", dependencies: ["ByteScan"]),
        .target(name: "Deferrals", dependencies: ["PCRE2", "ByteScan"]),
        .target(name: "MailFlow", dependencies: ["Deferrals", "PostfixLog", "ByteScan"]),
        .target(
            name: "FuzzChecks",
            dependencies: ["ByteScan", "PCRE2", "PostfixLog", "Deferrals", "MailFlow"]
        ),
        .executableTarget(
            name: "deferwatch-fuzz",
            dependencies: ["FuzzChecks"],
            swiftSettings: [.unsafeFlags(["-parse-as-library"])]
        ),
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
