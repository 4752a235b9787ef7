/// Pairs the rows and columns of a table one to one so that the sum of the pairs' weights is largest: the Hungarian method
/// on a padded square (Kuhn 1955), with the ties decided as the gold's scoring decides them.
enum Assignment {
    static func pairs(_ weights: [[Double]]) -> [(row: Int, column: Int)] {
        let rows = weights.count
        let columns = weights.first?.count ?? 0
        let size = max(rows, columns)
        guard size > 0 else { return [] }
        let big = 1 + (weights.joined().max() ?? 0)
        func cost(_ row: Int, _ column: Int) -> Double {
            big - (row < rows && column < columns ? weights[row][column] : 0)
        }
        var rowPotential = [Double](repeating: 0, count: size + 1)
        var columnPotential = rowPotential
        var rowOf = [Int](repeating: 0, count: size + 1)
        var way = rowOf
        for row in 1...size {
            rowOf[0] = row
            var column = 0
            var least = [Double](repeating: .infinity, count: size + 1)
            var used = [Bool](repeating: false, count: size + 1)
            repeat {
                used[column] = true
                let current = rowOf[column]
                var delta = Double.infinity
                var next = 0
                for candidate in 1...size where !used[candidate] {
                    let reduced =
                        cost(current - 1, candidate - 1) - rowPotential[current] - columnPotential[candidate]
                    if reduced < least[candidate] {
                        least[candidate] = reduced
                        way[candidate] = column
                    }
                    if least[candidate] < delta {
                        delta = least[candidate]
                        next = candidate
                    }
                }
                for candidate in 0...size {
                    if used[candidate] {
                        rowPotential[rowOf[candidate]] += delta
                        columnPotential[candidate] -= delta
                    } else {
                        least[candidate] -= delta
                    }
                }
                column = next
            } while rowOf[column] != 0
            while column != 0 {
                rowOf[column] = rowOf[way[column]]
                column = way[column]
            }
        }
        return (1...size).compactMap { column in
            rowOf[column] > 0 && rowOf[column] <= rows && column <= columns ? (rowOf[column] - 1, column - 1) : nil
        }
    }
}
