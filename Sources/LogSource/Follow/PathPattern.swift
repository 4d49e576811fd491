internal import Glibc

extension FileFollower {
    /// The logs that a path or a pattern stands for; a path stands for itself, there or not.
    public static func logs(of text: String) -> [String] { PathPattern(text: text).logs(known: []) }
}

/// A path, or a pattern that stands for several.
struct PathPattern: Hashable {
    let text: String

    /// True where new names may come to match.
    var isGlob: Bool { text.contains { "*?[".contains($0) } }

    /// The directory to watch: the part before the first wildcard.
    var directory: String {
        guard let wildcard = text.firstIndex(where: { "*?[".contains($0) }) else {
            return FileSystem.directory(of: text)
        }
        return FileSystem.directory(of: String(text[..<wildcard]))
    }

    /// The logs it stands for: neither rotated files of one of them, nor compressed ones.
    ///
    /// `known` are logs that are followed already.
    func logs(known: Set<String>) -> [String] {
        guard isGlob else { return [text] }
        let paths = Self.matches(text)
        let bases = known.union(paths)
        return paths.filter { path in
            !RotationRank.split(path).isCompressed
                && !bases.contains { $0 != path && Self.isRotated(path, of: $0) }
        }
    }

    private static func isRotated(_ path: String, of base: String) -> Bool {
        FileSystem.directory(of: path) == FileSystem.directory(of: base)
            && RotationRank.of(FileSystem.name(of: path), base: FileSystem.name(of: base)) != nil
    }

    private static func matches(_ pattern: String) -> [String] {
        var found = unsafe glob_t()
        // SAFETY: glob fills the structure, whose paths are copied before it is freed.
        defer { unsafe globfree(&found) }
        guard unsafe glob(pattern, 0, nil, &found) == 0 else { return [] }
        var paths: [String] = []
        let count = unsafe Int(found.gl_pathc)
        for index in 0..<count {
            guard let path = unsafe found.gl_pathv[index] else { continue }
            paths.append(unsafe String(cString: path))
        }
        return paths.filter { FileSystem.status(of: $0)?.isRegular ?? false }
    }
}
