import FuzzTargets
import Glibc

/// What libFuzzer calls: `make fuzz`.
enum Fuzz {
  /// The target that the environment names.
  static let target: FuzzTarget = {
    let name = getenv("FUZZ_TARGET").map { String(cString: $0) } ?? "decode"
    guard let target = FuzzTarget(rawValue: name) else {
      print("no target \(name); there are \(FuzzTarget.allCases.map(\.rawValue))")
      exit(2)
    }
    return target
  }()
}

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  if let fault = Fuzz.target.fault(in: Array(UnsafeBufferPointer(start: start, count: count))) {
    // libFuzzer keeps what ends in a trap.
    fatalError(fault)
  }
  return 0
}
