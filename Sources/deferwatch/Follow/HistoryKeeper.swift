import Foundation
import History
import LogSource
import MailFlow

/// Facts and positions on their way to the history, in one batch: a crash loses neither or both.
final class HistoryKeeper: Sendable {
    private let writer: HistoryWriter

    /// Opens the history in a state directory, which is made when missing.
    ///
    /// A damaged file is set aside; where none can be had, the history lives in memory: either is
    /// said once, and following goes on.
    init(directory: String, limits: HistoryLimits = HistoryLimits()) throws {
        let path = directory + "/history.sqlite"
        let history: History
        do {
            try FileManager.default.createDirectory(
                atPath: directory,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o750]
            )
            let opened = try History.openReplacingDamaged(path: path)
            if let aside = opened.damaged {
                Diagnostics.complain(path, "was damaged: renamed to \(aside), a new one is begun")
            }
            history = opened.history
        } catch {
            Diagnostics.complain(path, "\(error); the history is kept in memory")
            history = try History.inMemory()
        }
        var settings = HistoryWriter.Settings()
        settings.limits = limits
        writer = HistoryWriter(history: history, settings: settings) { trouble in
            Diagnostics.complain(path, "\(trouble)")
        }
    }

    /// True where nothing is kept beyond the process.
    var isInMemory: Bool { writer.history.isInMemory }

    /// Where each log was left.
    func positions() throws -> [String: SourcePosition] {
        try writer.history.positions().compactMapValues { bytes in
            try? JSONDecoder().decode(SourcePosition.self, from: Data(bytes))
        }
    }

    /// Hands over what a block gave, with the place after it.
    ///
    /// Waits while the disk is far behind.
    func store(_ gain: LiveFlow.Gain, _ position: SourcePosition, of source: String) throws {
        var batch = HistoryBatch()
        batch.events = gain.events
        batch.ends = gain.ends.enumerated().map { index, end in
            DeferralEnd(
                id: "\(end.id)/\(index)",
                time: end.time,
                outcome: end.fate.rawValue,
                queueID: end.queueID,
                recipient: end.recipient,
                domain: end.domain,
                code: end.code,
                deferrals: end.deferrals,
                waited: end.waited
            )
        }
        for life in gain.lives.changed {
            batch.states[Self.lifePrefix + life.key] = [UInt8](try JSONEncoder().encode(life))
        }
        for notes in gain.lives.notes {
            batch.states[Self.notesPrefix + notes.key] = [UInt8](try JSONEncoder().encode(notes))
        }
        batch.removedStates.formUnion(gain.lives.ended.map { Self.lifePrefix + $0 })
        batch.removedStates.formUnion(gain.lives.forgottenNotes.map { Self.notesPrefix + $0 })
        // A short queue ID may end and begin again within one block.
        batch.removedStates.subtract(batch.states.keys)
        batch.positions[source] = [UInt8](try JSONEncoder().encode(position))
        writer.submit(batch)
    }

    private static let lifePrefix = "life:"
    private static let notesPrefix = "notes:"

    /// The messages in flight and the processes at work when reading stopped.
    func lives() throws -> (lives: [StoredLife], notes: [StoredNotes]) {
        let lives = try writer.history.states(prefix: Self.lifePrefix).values.compactMap {
            try? JSONDecoder().decode(StoredLife.self, from: Data($0))
        }
        let notes = try writer.history.states(prefix: Self.notesPrefix).values.compactMap {
            try? JSONDecoder().decode(StoredNotes.self, from: Data($0))
        }
        return (lives, notes)
    }

    /// Stores the places where reading begins: a log that stays silent is resumed there.
    func store(_ positions: [String: SourcePosition]) throws {
        var batch = HistoryBatch()
        for (source, position) in positions {
            batch.positions[source] = [UInt8](try JSONEncoder().encode(position))
        }
        writer.submit(batch)
        // On disk before the first line: a crash before that would begin anew, perhaps in another file.
        writer.flush()
    }

    /// Stores what waits.
    func close() {
        writer.close()
    }
}
