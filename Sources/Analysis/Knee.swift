/// The point of a falling curve that lies farthest from the line between its ends.
enum Knee {
  /// Index of the knee in values sorted from high to low; nil for none.
  static func index(of values: [Double]) -> Int? {
    guard let first = values.first, let last = values.last else { return nil }
    let run = Double(values.count - 1)
    var best = (distance: 0.0, index: values.count - 1)
    for (index, value) in values.enumerated() {
      let distance = abs((last - first) * Double(index) - run * (value - first))
      if distance > best.distance + 1e-9 { best = (distance, index) }
    }
    return best.index
  }
}
