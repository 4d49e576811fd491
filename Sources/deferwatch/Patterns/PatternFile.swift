import Deferrals
import Foundation
import PCRE2
import TOMLKit

/// A user's rows, read from a TOML file of the shape that `patterns list --toml` prints.
struct PatternFile {
    /// A row and where it stands.
    struct Entry {
        var row: PatternRow
        /// 'FILE:LINE', or 'FILE pattern N' where the line is not known.
        var place: String
    }

    private(set) var entries: [Entry] = []
    /// Everything that is wrong, not only the first.
    private(set) var errors: [PatternFileError] = []

    private let path: String
    private var locator = TOMLKeyLocator("", array: "pattern")
    private var isLocated = false

    /// Every *.toml file in a directory by name, or the one file.
    static func files(at path: String) throws(PatternFileError) -> [String] {
        var isDirectory: Bool
        do {
            let values = try URL(fileURLWithPath: path).resourceValues(forKeys: [.isDirectoryKey])
            isDirectory = values.isDirectory ?? false
        } catch {
            throw PatternFileError(place: path, sentence: "no such file or directory")
        }
        guard isDirectory else { return [path] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.filter { $0.hasSuffix(".toml") && !$0.hasPrefix(".") }.sorted()
            .map { path.hasSuffix("/") ? path + $0 : path + "/" + $0 }
    }

    /// Reads the file at `path`.
    static func read(_ path: String) -> PatternFile {
        guard let data = FileManager.default.contents(atPath: path) else {
            return PatternFile(path: path, failure: "cannot be read")
        }
        // The parser stops at a NUL, and would leave the rest out unsaid.
        guard let text = String(validating: data, as: UTF8.self), !data.contains(0) else {
            return PatternFile(path: path, failure: "is not a text file in UTF-8")
        }
        return PatternFile(path: path, text: text)
    }

    private init(path: String, failure: String) {
        self.path = path
        errors.append(.init(place: path, sentence: failure))
    }

    /// Reads `text` as the content of `path`.
    init(path: String, text: String) {
        self.path = path
        do {
            let table = try TOMLDocument.table(text)
            locator = TOMLKeyLocator(text, array: "pattern")
            read(table)
        } catch let error as TOMLParseError {
            errors.append(
                .init(place: "\(path):\(error.source.begin.line)", sentence: error.description)
            )
        } catch let error as TOMLDocument.Mistake {
            errors.append(.init(place: "\(path):\(error.line)", sentence: error.sentence))
        } catch {
            errors.append(.init(place: path, sentence: "\(error)"))
        }
    }

    private mutating func read(_ table: TOMLTable) {
        for key in table.keys where key != "pattern" {
            let line = locator.root[key] ?? locator.headers[key]
            errors.append(
                .init(
                    place: line.map { "\(path):\($0)" } ?? path,
                    sentence: "unknown key '\(key)'; rows are [[pattern]] tables"
                )
            )
        }
        guard let value = table["pattern"] else { return }
        let rows = value.array.map { array in (0..<array.count).map { array[$0].table } } ?? []
        guard !rows.isEmpty, !rows.contains(where: { $0 == nil }) else {
            fail(nil, nil, "'pattern' must be an array of tables: write [[pattern]]")
            return
        }
        isLocated = locator.tables.count == rows.count
        for (index, row) in rows.enumerated() {
            guard let row else { continue }
            read(row, index)
        }
    }

    private mutating func read(_ table: TOMLTable, _ index: Int) {
        var reader = PatternTableReader(table)
        let row = reader.row()
        for problem in reader.problems { fail(index, problem.key, problem.sentence) }
        guard let row, reader.problems.isEmpty else { return }
        do {
            _ = try CompiledPattern(row.pattern)
        } catch {
            fail(index, "pattern", "\(error)")
            return
        }
        entries.append(Entry(row: row, place: place(index, "id")))
    }

    private mutating func fail(_ index: Int?, _ key: String?, _ sentence: String) {
        errors.append(.init(place: place(index, key), sentence: sentence))
    }

    private func place(_ index: Int?, _ key: String?) -> String {
        guard let index else { return path }
        if isLocated {
            let table = locator.tables[index]
            guard let key else { return "\(path):\(table.line)" }
            // A dotted or doubly quoted key is one that the locator does not follow.
            if let line = table.keys[key] { return "\(path):\(line)" }
        }
        return "\(path): pattern \(index + 1)" + (key.map { ", key '\($0)'" } ?? "")
    }
}
