/** Boosted regression trees: how a learned score is worked out. Knows no quotation. */

/**
 * A sum of regression trees over small whole numbers (Friedman, “Greedy function approximation: a gradient boosting
 * machine”, 2001). Nodes of all trees stand in one row: a node asks whether feature `feature[n]` is at most `threshold[n]`
 * and goes on at `n + 1` or at `other[n]`; a leaf has the feature −1 and adds `value[n]`.
 */
export interface Forest {
  /** Names of the features, by their index in a row. */
  readonly features: readonly string[]
  readonly roots: Int32Array
  readonly feature: Int16Array
  readonly threshold: Uint8Array
  readonly other: Int32Array
  readonly value: Float64Array
}

/** A forest as the reviewed file has it: a tree is a list of numbers, `feature, threshold` for a node, `-1, thousandths` for a leaf, left before right. */
export interface WrittenForest {
  readonly features: readonly string[]
  readonly trees: readonly (readonly number[])[]
}

/** The forest of the file. Throws TypeError where a tree is cut short or asks for a feature that has no name. */
export function plant({ features, trees }: WrittenForest): Forest {
  const nodes = trees.reduce((sum, tree) => sum + tree.length / 2, 0)
  const forest = {
    features,
    roots: new Int32Array(trees.length),
    feature: new Int16Array(nodes),
    threshold: new Uint8Array(nodes),
    other: new Int32Array(nodes),
    value: new Float64Array(nodes)
  }
  let next = 0
  const grow = (tree: readonly number[], at: number): number => {
    const feature = tree[at]
    const number = tree[at + 1]
    if (feature === undefined || number === undefined || feature >= features.length) throw new TypeError('this is no forest')
    const node = next
    next += 1
    forest.feature[node] = feature
    if (feature < 0) {
      forest.value[node] = number / 1000
      return at + 2
    }
    forest.threshold[node] = number
    const right = grow(tree, at + 2)
    forest.other[node] = next
    return grow(tree, right)
  }
  trees.forEach((tree, t) => {
    forest.roots[t] = next
    grow(tree, 0)
  })
  return forest
}

/** The score of the row that begins at `from`: the sum of one leaf of each tree. */
export function score({ roots, feature, threshold, other, value }: Forest, row: Uint8Array, from: number): number {
  let sum = 0
  for (let t = 0; t < roots.length; t += 1) {
    let node = roots[t]!
    for (let asked = feature[node]!; asked >= 0; asked = feature[node]!)
      node = row[from + asked]! <= threshold[node]! ? node + 1 : other[node]!
    sum += value[node]!
  }
  return sum
}

/** Scores as shares of one, in place (Cao et al., “Learning to rank: from pairwise approach to listwise approach”, 2007). */
export function softmax(scores: Float64Array, length: number): void {
  let most = Number.NEGATIVE_INFINITY
  for (let i = 0; i < length; i += 1) most = Math.max(most, scores[i]!)
  let sum = 0
  for (let i = 0; i < length; i += 1) {
    scores[i] = Math.exp(scores[i]! - most)
    sum += scores[i]!
  }
  for (let i = 0; i < length; i += 1) scores[i] = scores[i]! / sum
}
