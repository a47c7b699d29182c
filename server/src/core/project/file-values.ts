/** The values of a project file by their kinds: a text, a list of texts, pairs; what is of another kind is told at its place. */
import * as l10n from '@vscode/l10n'
import { type Document, isAlias, isMap, isScalar, isSeq, type Pair, type YAMLMap } from 'yaml'
import { type Report, rangeOf } from '../coverage/yaml-file.ts'

/** The file as it is being read. */
export interface File {
  readonly document: Document
  readonly root: YAMLMap
  readonly report: Report
}

/** The node under the key; null where nothing is said. */
export const nodeUnder = (file: File, key: string): unknown => followed(file, file.root.get(key, true))

/** The node, or the one that it refers to; null for none, and for one that says nothing. */
export function followed({ document }: File, node: unknown): unknown {
  const found = isAlias(node) ? (node.resolve(document) ?? null) : (node ?? null)
  return isScalar(found) && found.value === null ? null : found
}

/** The text under the key, where the pattern fits it; else null, and where there is something, `wrong` is told. */
export function text(file: File, key: string, pattern: RegExp, wrong: string): string | null {
  const node = nodeUnder(file, key)
  if (node === null) return null
  const value = textOf(node)
  if (value !== null && pattern.test(value)) return value
  file.report(l10n.t('{0}: {1}', key, wrong), rangeOf(node))
  return null
}

/** Whether the key says true; false where nothing is said. */
export function flag(file: File, key: string): boolean {
  const node = nodeUnder(file, key)
  if (node === null) return false
  if (isScalar(node) && typeof node.value === 'boolean') return node.value
  file.report(l10n.t('{0}: this must be true or false', key), rangeOf(node))
  return false
}

/** A text, or a list of them; null where nothing is said. `what` is the kind of one: *a path*. */
export const texts = (file: File, key: string, what: string): readonly string[] | null => {
  const node = nodeUnder(file, key)
  return node === null ? null : textsOf(file, key, what, node)
}

/** The same for a node that is there. */
export function textsOf(file: File, key: string, what: string, node: unknown): readonly string[] {
  const found: string[] = []
  for (const item of isSeq(node) ? node.items : [node]) {
    const value = textOf(followed(file, item))
    if (value !== null) found.push(value)
    else file.report(l10n.t('{0}: this must be {1}, or a list of such', key, what), rangeOf(item))
  }
  return found
}

/** Without the space around it; null where there is none. */
export const textOf = (node: unknown): string | null =>
  isScalar(node) && typeof node.value === 'string' && node.value.trim() !== '' ? node.value.trim() : null

/** The pairs of a map; none where nothing is said, or something else. */
export function pairsOf(file: File, at: string, node: unknown): readonly Pair[] {
  if (node === null) return []
  if (isMap(node)) return node.items
  file.report(l10n.t('{0}: this must be keys and values', at), rangeOf(node))
  return []
}

/** A key as people read it. */
export const keyOf = (key: unknown): string => (isScalar(key) ? String(key.value) : '?')
