/// Why a file or record is not loaded, as its row of the load report says.
struct Rejection: Error, Equatable {
  let reason: String

  init(_ reason: String) { self.reason = reason }
}
