import Foundation
import Synchronization

/// Folders of tests, removed when the process ends.
///
/// Not when the value that made one goes: Swift may let a value go after its last use, which in a
/// test is often before the path is used for the last time.
public enum KeptFolders {
    private static let paths = Mutex<[String]>([])

    private static let removesAtExit: Void = {
        atexit {
            for path in KeptFolders.paths.withLock({ $0 }) {
                try? FileManager.default.removeItem(atPath: path)
            }
        }
    }()

    /// Remembers a folder.
    public static func keep(_ path: String) {
        _ = removesAtExit
        paths.withLock { $0.append(path) }
    }
}
