/** Files of YAML that people write, read with distrust: their values as plain data, and the place of whatever is wrong. */
import * as l10n from '@vscode/l10n'
import * as v from 'valibot'
import { type Document, isMap, isNode, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml'
import { nestsTooDeeply } from './yaml-depth.ts'

/** Tells what is wrong with a stretch of the file, in half-open UTF-16 units. */
export type Report = (message: string, range: readonly [start: number, end: number]) => void

/** The text as YAML, of which JSON is a part; null where no parser should try. Its errors are told. Total: any text. */
export function readYaml(text: string, report: Report): Document | null {
  if (!nestsTooDeeply(text)) {
    try {
      const document = parseDocument(text, { prettyErrors: false, logLevel: 'silent' })
      for (const { message, pos } of [...document.errors, ...document.warnings]) report(message.split('\n', 1)[0] as string, pos)
      return document
    } catch {
      // Told below: what the parser cannot bear is nested in a way that was not foreseen.
    }
  }
  report(l10n.t('this cannot be read as YAML: it is nested too deeply'), [0, 0])
  return null
}

/** The entries of the root's list under the key that are as they should be; their places and nodes are noted by id. */
export function entriesIn<T extends { id: string }>(
  document: Document,
  root: YAMLMap,
  key: string,
  shape: v.GenericSchema<unknown, T>,
  positions: Record<string, readonly [number, number]>,
  nodes: Map<string, unknown>,
  report: Report
): T[] {
  const list = root.get(key, true)
  if (list === undefined || (isScalar(list) && list.value === null)) return []
  if (!isSeq(list)) {
    report(l10n.t('{0}: this must be a list', key), rangeOf(list))
    return []
  }
  const good: T[] = []
  for (const item of list.items) {
    if (!isMap(item)) {
      report(l10n.t('this must be an entry with keys'), rangeOf(item))
      continue
    }
    const value = plain(document, item, report)
    if (value === undefined) continue
    const { success, issues, output } = v.safeParse(shape, value)
    if (!success) for (const issue of issues) report(...placed(issue, item))
    else if (nodes.has(output.id)) report(l10n.t('the id “{0}” is already taken', output.id), rangeOf(item.get('id', true)))
    else {
      positions[output.id] = rangeOf(item)
      nodes.set(output.id, item)
      good.push(output)
    }
  }
  return good
}

/** The node that the path leads to, or the last on the way. */
export function nodeAt(from: unknown, path: readonly (string | number)[]): unknown {
  let node = from
  for (const key of path) {
    const next: unknown = isMap(node) || isSeq(node) ? node.get(key, true) : undefined
    if (!isNode(next)) break
    node = next
  }
  return node
}

/** The node as plain data. References (`*name`) are followed only so far: a few lines must not stand for a million. */
export function plain(document: Document, node: unknown, report: Report): unknown {
  if (!isNode(node)) return node
  try {
    return node.toJS(document, { maxAliasCount: 50 })
  } catch {
    report(l10n.t('the references (*) in here lead nowhere, in a circle or to too much'), rangeOf(node))
    return undefined
  }
}

/** Where the node stands; the file's beginning for what is no node. */
export const rangeOf = (node: unknown): readonly [start: number, end: number] =>
  isNode(node) && node.range ? [node.range[0], node.range[1]] : [0, 0]

/** An issue's message and the innermost node that its path leads to. */
function placed(issue: v.BaseIssue<unknown>, item: YAMLMap): [string, readonly [number, number]] {
  const path = (issue.path ?? []).map((step) => step.key as string | number)
  const name = path.join('.')
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const key = keyNode(nodeAt(item, path.slice(0, -1)), path.at(-1))
    return [l10n.t('there is no key “{0}” here', String(path.at(-1))), rangeOf(key ?? item)]
  }
  const message = issue.received === 'undefined' ? l10n.t('this is missing') : issue.message
  return [name ? l10n.t('{0}: {1}', name, message) : l10n.t('this must be an entry with keys'), rangeOf(nodeAt(item, path))]
}

const keyNode = (map: unknown, name: unknown): unknown =>
  isMap(map) ? map.items.find(({ key }) => isScalar(key) && String(key.value) === String(name))?.key : undefined
