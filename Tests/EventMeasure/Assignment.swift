/// The assignment of rows to columns, each to one, whose gains add up to most.
///
/// The Hungarian method with potentials (Kuhn 1955, Munkres 1957), O(rows² · columns); there are
/// no more rows than columns.
struct Assignment {
  let total: Double

  init(_ gains: [[Double]]) {
    let (rows, columns) = (gains.count, gains.first?.count ?? 0)
    var rowPotential = Array(repeating: 0.0, count: rows + 1)
    var columnPotential = Array(repeating: 0.0, count: columns + 1)
    var rowOf = Array(repeating: 0, count: columns + 1)
    var wayTo = Array(repeating: 0, count: columns + 1)
    for row in 1..<(rows + 1) {
      rowOf[0] = row
      var column = 0
      var least = Array(repeating: Double.infinity, count: columns + 1)
      var isUsed = Array(repeating: false, count: columns + 1)
      repeat {
        isUsed[column] = true
        var (step, next) = (Double.infinity, 0)
        for other in 1..<(columns + 1) where !isUsed[other] {
          let cost =
            -gains[rowOf[column] - 1][other - 1] - rowPotential[rowOf[column]]
            - columnPotential[other]
          if cost < least[other] { (least[other], wayTo[other]) = (cost, column) }
          if least[other] < step { (step, next) = (least[other], other) }
        }
        for other in 0..<(columns + 1) {
          if isUsed[other] {
            rowPotential[rowOf[other]] += step
            columnPotential[other] -= step
          } else {
            least[other] -= step
          }
        }
        column = next
      } while rowOf[column] != 0
      while column != 0 {
        rowOf[column] = rowOf[wayTo[column]]
        column = wayTo[column]
      }
    }
    total = (1..<(columns + 1)).reduce(0) { sum, column in
      rowOf[column] == 0 ? sum : sum + gains[rowOf[column] - 1][column - 1]
    }
  }
}
