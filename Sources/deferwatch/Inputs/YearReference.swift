import Foundation
import PostfixLog

/// The year of a log's first line, and where it is from.
struct YearReference: Sendable, Hashable {
    var year: Int
    /// In words; nil: the lines have years.
    var name: String?
    /// True where it is more than a bound: files rotated before and after it go by it.
    var isFixed: Bool

    /// Other lines of the same log have a year.
    static let lines = "the lines that have a year"
    /// A file that was rotated before or after it.
    static let neighbour = "a neighbour in the rotated set"

    /// The time that the last line is not much later than, its name in words, and whether the file
    /// was closed about then.
    static func find(path: String, modified: Date) -> (seconds: Int64, name: String, isFixed: Bool)
    {
        if let date = dateInName(path) {
            return (date, "the date in the file's name", true)
        }
        if let date = gzipTime(path) {
            return (date, "gzip's header", true)
        }
        return (Int64(modified.timeIntervalSince1970), "the file's modification time", false)
    }

    /// The end of the day in 'mail.log-20261103' or 'mail-2026-11-03.log'.
    static func dateInName(_ path: String) -> Int64? {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let digits = name.split { !$0.isASCII || !$0.isNumber }
        if let run = digits.first(where: { $0.count == 8 }), let date = Int(run) {
            return endOfDay(date / 10_000, date / 100 % 100, date % 100)
        }
        for index in digits.indices.dropLast(2)
        where digits[index].count == 4 && digits[index + 1].count == 2
            && digits[index + 2].count == 2
        {
            guard let year = Int(digits[index]), let month = Int(digits[index + 1]),
                let day = Int(digits[index + 2])
            else { continue }
            return endOfDay(year, month, day)
        }
        return nil
    }

    private static func endOfDay(_ year: Int, _ month: Int, _ day: Int) -> Int64? {
        guard year >= 1990, year < 2200, month >= 1, month <= 12, day >= 1, day <= 31 else {
            return nil
        }
        return Int64(CivilCalendar.days(year: year, month: month, day: day) + 1) * 86_400
    }

    /// MTIME of a gzip member.
    ///
    /// Source: RFC 1952 section 2.3.1.
    private static func gzipTime(_ path: String) -> Int64? {
        guard let handle = FileHandle(forReadingAtPath: path),
            let head = try? handle.read(upToCount: 8), head.count == 8, head[0] == 0x1F,
            head[1] == 0x8B
        else { return nil }
        let seconds = (4..<8).reversed().reduce(Int64(0)) { $0 << 8 | Int64(head[$1]) }
        return seconds == 0 ? nil : seconds
    }
}
