/** Grows a forest that ranks the candidates of a group: boosted oblivious trees on histograms, with the listwise loss. Deterministic. */
import type { WrittenForest } from '../server/src/core/attribution/ranker/forest.ts'

/** Rows of small whole numbers, group after group; `positive` is 1 for each right candidate of a group. */
export interface Examples {
  readonly features: readonly string[]
  readonly rows: Uint8Array
  readonly positive: Uint8Array
  /** Where each group begins, and at the end where the last one ends; in rows. */
  readonly groups: Int32Array
}

export interface Growth {
  readonly trees: number
  readonly depth: number
  readonly rate: number
  readonly lambda: number
  /** The share of the features that each tree may ask for. */
  readonly share: number
}

const BINS = 64

/** The forest; second derivatives after Friedman (2001), the loss after Cao et al. (2007). */
export function grow(examples: Examples, { trees, depth, rate, lambda, share }: Growth): WrittenForest {
  const { features, rows, positive, groups } = examples
  const width = features.length
  const n = positive.length
  const columns = features.map((_, f) => {
    const column = new Uint8Array(n)
    for (let i = 0; i < n; i += 1) column[i] = Math.min(BINS - 1, rows[i * width + f]!)
    return column
  })
  const scores = new Float64Array(n)
  const gradient = new Float64Array(n)
  const hessian = new Float64Array(n)
  const leaf = new Uint8Array(n)
  let seed = 12345
  const random = () => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff
    return seed / 0x7fffffff
  }
  const grown: number[][] = []
  for (let t = 0; t < trees; t += 1) {
    derivatives(scores, positive, groups, gradient, hessian)
    const used = columns.map((_, f) => f).filter(() => random() < share)
    leaf.fill(0)
    const tree: number[] = []
    for (let d = 0; d < depth; d += 1) {
      const [feature, threshold] = question(columns, used, gradient, hessian, leaf, 1 << d, lambda)
      tree.push(feature, threshold)
      const column = columns[feature]!
      for (let i = 0; i < n; i += 1) if (column[i]! > threshold) leaf[i]! |= 1 << d
    }
    const values = leafValues(gradient, hessian, leaf, 1 << depth, rate, lambda)
    for (let i = 0; i < n; i += 1) scores[i]! += values[leaf[i]!]! / 1000
    grown.push([...tree, ...values])
  }
  return { features, depth, trees: grown }
}

function derivatives(scores: Float64Array, positive: Uint8Array, groups: Int32Array, gradient: Float64Array, hessian: Float64Array): void {
  for (let k = 0; k + 1 < groups.length; k += 1) {
    const start = groups[k]!
    const end = groups[k + 1]!
    let most = Number.NEGATIVE_INFINITY
    for (let i = start; i < end; i += 1) most = Math.max(most, scores[i]!)
    let all = 0
    let right = 0
    for (let i = start; i < end; i += 1) {
      const e = Math.exp(scores[i]! - most)
      gradient[i] = e
      all += e
      if (positive[i]) right += e
    }
    for (let i = start; i < end; i += 1) {
      const e = gradient[i]!
      const p = e / all
      gradient[i] = p - (positive[i] ? e / right : 0)
      hessian[i] = Math.max(1e-6, p * (1 - p))
    }
  }
}

/** The feature and threshold that divide all leaves of the level best at once. */
function question(
  columns: readonly Uint8Array[],
  used: readonly number[],
  gradient: Float64Array,
  hessian: Float64Array,
  leaf: Uint8Array,
  leaves: number,
  lambda: number
): readonly [number, number] {
  let best = Number.NEGATIVE_INFINITY
  let found: readonly [number, number] = [used[0] ?? 0, BINS - 1]
  const g = new Float64Array(leaves * BINS)
  const h = new Float64Array(leaves * BINS)
  const gain = new Float64Array(BINS)
  for (const f of used) {
    g.fill(0)
    h.fill(0)
    gain.fill(0)
    const column = columns[f]!
    for (let i = 0; i < column.length; i += 1) {
      const at = leaf[i]! * BINS + column[i]!
      g[at]! += gradient[i]!
      h[at]! += hessian[i]!
    }
    for (let l = 0; l < leaves; l += 1) {
      let gAll = 0
      let hAll = 0
      for (let b = l * BINS; b < (l + 1) * BINS; b += 1) {
        gAll += g[b]!
        hAll += h[b]!
      }
      let gLeft = 0
      let hLeft = 0
      for (let b = 0; b < BINS - 1; b += 1) {
        gLeft += g[l * BINS + b]!
        hLeft += h[l * BINS + b]!
        gain[b]! += (gLeft * gLeft) / (hLeft + lambda) + ((gAll - gLeft) * (gAll - gLeft)) / (hAll - hLeft + lambda)
      }
    }
    for (let b = 0; b < BINS - 1; b += 1)
      if (gain[b]! > best + 1e-9) {
        best = gain[b]!
        found = [f, b]
      }
  }
  return found
}

/** In thousandths. */
function leafValues(
  gradient: Float64Array,
  hessian: Float64Array,
  leaf: Uint8Array,
  leaves: number,
  rate: number,
  lambda: number
): readonly number[] {
  const g = new Float64Array(leaves)
  const h = new Float64Array(leaves)
  for (let i = 0; i < leaf.length; i += 1) {
    g[leaf[i]!]! += gradient[i]!
    h[leaf[i]!]! += hessian[i]!
  }
  return Array.from(g, (sum, l) => Math.round((-rate * sum * 1000) / (h[l]! + lambda)))
}
