/** Grows a forest that ranks the candidates of a group: boosted regression trees on histograms, with the listwise loss. Deterministic. */
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
  readonly leaves: number
  readonly rate: number
  /** Least sum of second derivatives in a leaf. */
  readonly least: number
  readonly lambda: number
  /** The share of the features that each tree may ask for. */
  readonly share: number
}

const BINS = 64

interface Leaf {
  start: number
  end: number
  g: Float64Array
  h: Float64Array
  gain: number
  feature: number
  threshold: number
  node: Node
}

interface Node {
  feature: number
  threshold: number
  value: number
  left: Node | null
  right: Node | null
}

/** The forest; after Friedman (2001) with second derivatives, leaf by leaf, the loss after Cao et al. (2007). */
export function grow(examples: Examples, growth: Growth): WrittenForest {
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
  const order = new Int32Array(n)
  const spare = new Int32Array(n)
  let seed = 12345
  const random = () => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff
    return seed / 0x7fffffff
  }
  const trees: number[][] = []
  for (let t = 0; t < growth.trees; t += 1) {
    derivatives(scores, positive, groups, gradient, hessian)
    const used = columns.map((_, f) => f).filter(() => random() < growth.share)
    for (let i = 0; i < n; i += 1) order[i] = i
    const root = tree(columns, used, gradient, hessian, order, spare, growth)
    const written: number[] = []
    write(root, written)
    trees.push(written)
    for (let i = 0; i < n; i += 1) scores[i] = scores[i]! + leafValue(root, columns, i)
  }
  return { features, trees }
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
      all += e
      if (positive[i]) right += e
    }
    for (let i = start; i < end; i += 1) {
      const e = Math.exp(scores[i]! - most)
      const p = e / all
      gradient[i] = p - (positive[i] ? e / right : 0)
      hessian[i] = Math.max(1e-6, p * (1 - p))
    }
  }
}

function tree(
  columns: readonly Uint8Array[],
  used: readonly number[],
  gradient: Float64Array,
  hessian: Float64Array,
  order: Int32Array,
  spare: Int32Array,
  growth: Growth
): Node {
  const root = leafNode()
  const size = columns.length * BINS
  const histogram = (start: number, end: number): [Float64Array, Float64Array] => {
    const g = new Float64Array(size)
    const h = new Float64Array(size)
    for (const f of used) {
      const column = columns[f]!
      const base = f * BINS
      for (let i = start; i < end; i += 1) {
        const r = order[i]!
        const bin = base + column[r]!
        g[bin]! += gradient[r]!
        h[bin]! += hessian[r]!
      }
    }
    return [g, h]
  }
  const open = (start: number, end: number, g: Float64Array, h: Float64Array, node: Node): Leaf => {
    const leaf: Leaf = { start, end, g, h, gain: 0, feature: -1, threshold: 0, node }
    split(leaf, used, growth)
    return leaf
  }
  const [g0, h0] = histogram(0, order.length)
  const leaves = [open(0, order.length, g0, h0, root)]
  while (leaves.length < growth.leaves) {
    let best = leaves[0]!
    for (const leaf of leaves) if (leaf.gain > best.gain) best = leaf
    if (best.gain <= 1e-9) break
    const { start, end, feature, threshold, node } = best
    const column = columns[feature]!
    let left = start
    let right = 0
    for (let i = start; i < end; i += 1) {
      const r = order[i]!
      if (column[r]! <= threshold) order[left++] = r
      else spare[right++] = r
    }
    for (let i = 0; i < right; i += 1) order[left + i] = spare[i]!
    node.feature = feature
    node.threshold = threshold
    node.left = leafNode()
    node.right = leafNode()
    // Of two children the smaller is counted, the larger is what is left of the parent.
    const small = left - start <= end - left
    const [gs, hs] = small ? histogram(start, left) : histogram(left, end)
    const gl = best.g
    const hl = best.h
    for (const f of used)
      for (let b = f * BINS; b < (f + 1) * BINS; b += 1) {
        gl[b]! -= gs[b]!
        hl[b]! -= hs[b]!
      }
    leaves.splice(leaves.indexOf(best), 1)
    leaves.push(open(start, left, small ? gs : gl, small ? hs : hl, node.left))
    leaves.push(open(left, end, small ? gl : gs, small ? hl : hs, node.right))
  }
  for (const { start, end, node } of leaves) {
    let g = 0
    let h = 0
    for (let i = start; i < end; i += 1) {
      g += gradient[order[i]!]!
      h += hessian[order[i]!]!
    }
    node.value = Math.round((-growth.rate * g * 1000) / (h + growth.lambda)) / 1000
  }
  return root
}

const leafNode = (): Node => ({ feature: -1, threshold: 0, value: 0, left: null, right: null })

function split(leaf: Leaf, used: readonly number[], { least, lambda }: Growth): void {
  let gAll = 0
  let hAll = 0
  const first = used[0]! * BINS
  for (let b = first; b < first + BINS; b += 1) {
    gAll += leaf.g[b]!
    hAll += leaf.h[b]!
  }
  const whole = (gAll * gAll) / (hAll + lambda)
  for (const f of used) {
    let g = 0
    let h = 0
    for (let b = 0; b < BINS - 1; b += 1) {
      const at = f * BINS + b
      g += leaf.g[at]!
      h += leaf.h[at]!
      if (h < least) continue
      if (hAll - h < least) break
      const gain = (g * g) / (h + lambda) + ((gAll - g) * (gAll - g)) / (hAll - h + lambda) - whole
      if (gain > leaf.gain) {
        leaf.gain = gain
        leaf.feature = f
        leaf.threshold = b
      }
    }
  }
}

function write(node: Node, into: number[]): void {
  if (node.left && node.right) {
    into.push(node.feature, node.threshold)
    write(node.left, into)
    write(node.right, into)
  } else into.push(-1, Math.round(node.value * 1000))
}

function leafValue(root: Node, columns: readonly Uint8Array[], row: number): number {
  let node = root
  while (node.left && node.right) node = columns[node.feature]![row]! <= node.threshold ? node.left : node.right
  return node.value
}
