import Facts

extension Quantity {
  /// How two numbers for one thing stand to each other; nil if they measure different things.
  ///
  /// - Returns: `same`; `unit` for one amount in two units or currencies; `rounding` where what the
  ///   two words allow overlaps; else `conflict`.
  func relation(to other: Quantity) -> Verdict? {
    guard isComparable(with: other) else { return nil }
    if let unit, let otherUnit = other.unit, unit.dimension == otherUnit.dimension,
      unit != otherUnit
    {
      return relation(to: other, unit, otherUnit)
    }
    if value == other.value { return .same }
    return allows.overlaps(other.allows) ? .rounding : .conflict
  }

  /// Numbers of one dimension, or of which one has no unit that is known.
  func isComparable(with other: Quantity) -> Bool {
    guard let unit, let otherUnit = other.unit else { return isCount && other.isCount }
    return unit.dimension == otherUnit.dimension || isCount && other.isCount
  }

  /// Whether it counts things or people, or what it measures is not known.
  var isCount: Bool { unit.map { $0.dimension == "person" || $0.dimension == "count" } ?? true }

  private func relation(to other: Quantity, _ unit: Unit, _ otherUnit: Unit) -> Verdict {
    let (low, high) = (min(base, other.base), max(base, other.base))
    if unit.code != otherUnit.code {
      return Exchange.allows(base, unit.code, other.base, otherUnit.code) ? .unit : .conflict
    }
    let tolerance = max(step * unit.factor, other.step * otherUnit.factor, high * 0.03)
    return high - low <= tolerance ? .unit : .conflict
  }

  /// The numbers that its words allow.
  var allows: ClosedRange<Double> {
    let slack = abs(value) * 0.1
    switch bound {
    case .exact: return (value - halfStep)...(value + halfStep)
    case .about: return (value - max(slack, halfStep))...(value + max(slack, halfStep))
    case .atLeast: return value...max(value, value * 1.5)
    case .atMost: return min(value, value / 1.5)...value
    }
  }

  /// Half the last digit's place, where zeros or decimals show that it was rounded: 21,000 and 2.5
  /// are, 30 and 31 are not.
  private var halfStep: Double {
    if step < 1 { return step / 2 * 0.99 }
    return step >= 10 && step <= abs(value) * 0.1 ? step / 2 : 0
  }
}
