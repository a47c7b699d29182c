/** Boosted regression trees: how a learned score is worked out. Knows no quotation. */

/**
 * A sum of regression trees over small whole numbers (Friedman, “Greedy function approximation: a gradient boosting
 * machine”, 2001). The trees are oblivious: all nodes of a level ask the same, so that a leaf is found without a branch
 * (Prokhorenkova et al., “CatBoost: unbiased boosting with categorical features”, 2018).
 */
export interface Forest {
  /** Names of the features, by their index in a row. */
  readonly features: readonly string[]
  /** How many questions each tree asks; an even number. */
  readonly depth: number
  /** Tree after tree, for each question the feature and the threshold. */
  readonly questions: Uint8Array
  /** Tree after tree, 2^depth leaves, in thousandths. */
  readonly leaves: Int16Array
}

/** A forest as the reviewed file has it: a tree is a list of numbers, feature and threshold of each question, then the leaves in thousandths. */
export interface WrittenForest {
  readonly features: readonly string[]
  readonly depth: number
  readonly trees: readonly (readonly number[])[]
}

/** The forest of the file. Throws TypeError where a tree is cut short or asks for a feature that has no name. */
export function plant({ features, depth, trees }: WrittenForest): Forest {
  const leaves = 2 ** depth
  const forest = {
    features,
    depth,
    questions: new Uint8Array(trees.length * depth * 2),
    leaves: new Int16Array(trees.length * leaves)
  }
  trees.forEach((tree, t) => {
    const asks = tree.slice(0, depth * 2)
    if (depth % 2 !== 0 || tree.length !== depth * 2 + leaves || asks.some((number, i) => i % 2 === 0 && number >= features.length))
      throw new TypeError('this is no forest')
    forest.questions.set(asks, t * depth * 2)
    forest.leaves.set(tree.slice(depth * 2), t * leaves)
  })
  return forest
}

/** The score of the row that begins at `from`: the sum of one leaf of each tree. Bit `d` of a leaf’s number says whether question `d` was exceeded. */
export function score({ depth, questions, leaves }: Forest, row: Uint8Array, from: number): number {
  let sum = 0
  const size = 1 << depth
  for (let at = 0, first = 0; first < leaves.length; first += size) {
    let leaf = 0
    // Two questions a turn: the loop costs as much as what it does.
    for (let d = 0; d < depth; d += 2, at += 4)
      leaf |=
        (((questions[at + 1]! - row[from + questions[at]!]!) >>> 31) << d) |
        (((questions[at + 3]! - row[from + questions[at + 2]!]!) >>> 31) << (d + 1))
    sum += leaves[first + leaf]!
  }
  return sum / 1000
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
