import ByteScan

/// Months as `journalctl -o short` writes them where the locale is not C: strftime's '%b'.
///
/// Source: abmon in the locales of the GNU C library and of the CLDR.
enum ForeignMonths {
    /// The month whose name begins at `start` and ends before a blank and a day, and where it ends.
    static func read(_ bytes: Span<UInt8>, _ start: Int) -> (month: Int, end: Int)? {
        var word: UInt64 = 0
        var length = 0
        while length < 8, bytes[start + length] > 46 {
            let byte = bytes[start + length]
            let isUpper = byte &- 65 < 26
            word |= UInt64(isUpper ? byte | 0x20 : byte) << UInt64(8 * length)
            length += 1
        }
        guard length >= 3 else { return nil }
        var end = start + length
        if bytes[end] == UInt8(ascii: ".") { end += 1 }
        guard bytes[end] == 32, bytes[end + 1] == 32 || bytes[end + 1] &- 48 <= 9,
            let month = numbers[word]
        else { return nil }
        return (month, end)
    }

    /// By the name's bytes, ASCII in lower case, the first in the lowest.
    private static let numbers: [UInt64: Int] = {
        var numbers: [UInt64: Int] = [:]
        for (index, month) in names.enumerated() {
            for name in month.split(separator: " ") {
                let word = name.utf8.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
                numbers[word] = index + 1
            }
        }
        return numbers
    }()

    /// Of names that two languages share, 'lis' is November, not Croatian October, 'lip' July and 'srp'
    /// August, not Croatian June and July.
    private static let names = [
        "jan jän janv jaan ene gen gener ian oca sty sij led tammi янв січ",
        "feb febr febbr févr fev şub Şub lut velj úno helmi veebr фев февр лют",
        "mar mär märz mars marts márc mrt març ožu bře maalis märts мар бер",
        "apr abr avr avril abril ápr nis kwi tra dub huhti апр кві",
        "may mai maj mei mag máj maig maio svi kvě touko май мая тра",
        "jun juin juni juny jún giu haz cze čen kesä iun juuni июн чер",
        "jul juil juli júl lug lugl tem lip čec heinä iul juuli июл лип",
        "aug ago aoû août ağu sie kol srp elo авг сер",
        "sep sept set eyl wrz ruj zář syys szept сен сент вер",
        "oct okt ott out eki paź říj loka окт жов",
        "nov kas lis marras stu ноя нояб лис",
        "dec déc dez dic des ara gru pro joulu dets дек гру",
    ]
}
