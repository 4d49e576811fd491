public import PostfixLog

extension LogTime {
    /// Seconds as another clock shows them, `minutes` east of UTC.
    ///
    /// The line's own where one of both zones is not known.
    public func seconds(onClock minutes: Int16?) -> Int64 {
        guard let minutes, let offsetMinutes else { return seconds }
        return seconds + (Int64(minutes) - Int64(offsetMinutes)) * 60
    }
}
