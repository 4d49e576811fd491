import FuzzChecks
import Glibc

/// The check named in FUZZ_TARGET.
private let target: FuzzTarget = {
    let name = unsafe getenv("FUZZ_TARGET").map { unsafe String(cString: $0) } ?? ""
    guard let target = FuzzTarget(rawValue: name) else {
        fatalError("set FUZZ_TARGET to one of \(FuzzTarget.allCases.map(\.rawValue))")
    }
    return target
}()

/// What libFuzzer calls for each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    // SAFETY: libFuzzer's promise is that `count` bytes are there.
    let input = unsafe Array(UnsafeBufferPointer(start: data, count: count))
    if let problem = target.problem(with: input) { fatalError(problem) }
    return 0
}
