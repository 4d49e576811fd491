import Foundation
import MailFlow

/// Where the configuration comes from: what is read at the start is read again at a reload.
struct ConfigurationSource: Sendable {
    /// A command-line flag and the setting that it stands for.
    struct Flag: Sendable {
        var name: String
        var key: String
        var value: SettingValue
    }

    static let usualPath = "/etc/deferwatch/deferwatch.toml"

    /// The main file; nil: the usual one, which need not be there.
    var path: String?
    var flags: [Flag] = []
    var environment = ProcessInfo.processInfo.environment

    /// A configuration, and what was found wrong with it.
    struct Loaded: Sendable {
        var configuration: DaemonConfiguration
        /// The files that were read.
        var files: [String]
        var problems: [ConfigurationProblem]
        /// Where each setting was set: 'FILE:LINE', '--flag' or 'NAME in the environment'.
        var places: [String: String] = [:]

        /// It must not be used.
        var isBad: Bool { problems.contains { !$0.isWarning } }

        /// The numbers for health; where nobody names the fallback relays, those that are found.
        func health(fallbackRelays found: () -> Set<String>) -> HealthSettings {
            var health = configuration.health
            if health.protection.fallbackRelays.isEmpty {
                health.protection.fallbackRelays = found()
            }
            return health
        }
    }

    func load() -> Loaded {
        var reader = ConfigurationReader()
        let (files, problem) = files
        if let problem { reader.note(problem) }
        for file in files { reader.read(file: file) }
        reader.read(environment: environment)
        for flag in flags { reader.set(flag.key, flag.value, place: flag.name) }
        reader.finish()
        return Loaded(
            configuration: reader.configuration,
            files: files,
            problems: reader.problems,
            places: reader.places
        )
    }

    /// The main file, then the overlays beside it: 'conf.d/*.toml' by name.
    private var files: (paths: [String], problem: ConfigurationProblem?) {
        let named = path ?? environment["DEFERWATCH_CONFIG"]
        let main = named ?? Self.usualPath
        let manager = FileManager.default
        let folder = URL(fileURLWithPath: main).deletingLastPathComponent().path + "/conf.d"
        var names: [String] = []
        var problem: ConfigurationProblem?
        do {
            names = try manager.contentsOfDirectory(atPath: folder)
        } catch CocoaError.fileReadNoSuchFile, CocoaError.fileNoSuchFile {
            // There need not be any overlays.
        } catch {
            problem = ConfigurationProblem(
                place: folder,
                sentence: "cannot be read: what it sets would not count"
            )
        }
        let overlays = names.filter { $0.hasSuffix(".toml") && !$0.hasPrefix(".") }.sorted()
        let isThere = named != nil || manager.fileExists(atPath: main)
        return ((isThere ? [main] : []) + overlays.map { "\(folder)/\($0)" }, problem)
    }
}
