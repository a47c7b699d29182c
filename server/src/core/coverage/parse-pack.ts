/** A pack as people write it, in YAML; whatever is wrong is told at its place, and what is right is kept. */
import * as v from 'valibot'
import { type Document, isMap, isNode, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml'
import { lineIndex } from '../text/line-index.ts'
import { checkPack, type Entries } from './check-pack.ts'
import type { Pack, Problem } from './pack.ts'
import { entityShape, packShape, statementShape, takeawayShape } from './pack-shape.ts'
import { nestsTooDeeply } from './yaml-depth.ts'

/** Tells what is wrong with a stretch of the file, in half-open UTF-16 units. */
type Report = (message: string, range: readonly [number, number]) => void

export interface ParsedPack {
  /** Null where there is no pack to speak of: broken at the root, or without id or title. */
  readonly pack: Pack | null
  /** In the order of the file. */
  readonly problems: readonly Problem[]
}

/** The pack in the text and everything that is wrong with it. Total: never throws, whatever the text. */
export function parsePack(text: string): ParsedPack {
  const index = lineIndex(text)
  const problems: Problem[] = []
  const report: Report = (message, [from, to]) => {
    // The YAML parser places what is missing at the end behind the end.
    const start = Math.min(from, text.length)
    const end = Math.min(Math.max(to, start), text.length)
    const { line, character } = index.positionAt(start)
    if (problems.length < MOST_PROBLEMS) problems.push({ message, start, end, line: line + 1, column: character + 1 })
  }
  const pack = read(text, report)
  return { pack, problems: problems.sort((a, b) => a.start - b.start || a.end - b.end) }
}

/** A file with more is not mended by a longer list. */
const MOST_PROBLEMS = 200

const TOO_DEEP = 'this cannot be read as YAML: it is nested too deeply'

/** Beyond this a file is no pack that somebody wrote. */
const MOST_UNITS = 5_000_000

function read(text: string, report: Report): Pack | null {
  if (text.length > MOST_UNITS) {
    report('this file is too long for a pack', [0, 0])
    return null
  }
  if (nestsTooDeeply(text)) {
    report(TOO_DEEP, [0, 0])
    return null
  }
  try {
    const document = parseDocument(text, { prettyErrors: false, logLevel: 'silent' })
    const { errors, warnings, contents } = document
    for (const { message, pos } of [...errors, ...warnings]) report(message.split('\n', 1)[0] as string, pos)
    if (isMap(contents)) return readRoot(document, contents, report)
    if (errors.length === 0) report('a pack has keys: id, title, entities, statements, takeaways', [0, 0])
  } catch {
    report(TOO_DEEP, [0, 0])
  }
  return null
}

const lists = ['entities', 'statements', 'takeaways']

function readRoot(document: Document, root: YAMLMap, report: Report): Pack | null {
  for (const { key } of root.items) {
    const name = isScalar(key) ? String(key.value) : '?'
    if (!lists.includes(name) && !Object.hasOwn(packShape, name)) report(`there is no key “${name}” in a pack`, range(key))
  }
  const head = <K extends keyof typeof packShape>(key: K): v.InferOutput<(typeof packShape)[K]> | undefined => {
    const node = root.get(key, true)
    const { success, issues, output } = v.safeParse(packShape[key], plain(document, node, report))
    if (!success) report(`${key}: ${root.has(key) ? issues[0].message : 'this is missing'}`, range(node ?? root.items[0]?.key))
    return success ? (output as v.InferOutput<(typeof packShape)[K]>) : undefined
  }
  const id = head('id')
  const title = head('title')
  const publisher = head('publisher')
  const date = head('date')
  const house = head('house')
  const positions: Record<string, readonly [number, number]> = {}
  const nodes = new Map<string, unknown>()
  const entries: Entries = {
    entities: items(document, root, 'entities', entityShape, positions, nodes, report),
    statements: items(document, root, 'statements', statementShape, positions, nodes, report),
    takeaways: items(document, root, 'takeaways', takeawayShape, positions, nodes, report)
  }
  const checked = checkPack(entries, (message, owner, path) => report(message, range(nodeAt(nodes.get(owner), path))))
  if (id === undefined || title === undefined) return null
  return { id, title, ...(publisher && { publisher }), ...(date && { date }), ...(house && { house }), ...checked, positions }
}

/** The entries of a list that are as they should be; their places and nodes are noted by id. */
function items<T extends { id: string }>(
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
    report(`${key}: this must be a list`, range(list))
    return []
  }
  const good: T[] = []
  for (const item of list.items) {
    if (!isMap(item)) {
      report('this must be an entry with keys', range(item))
      continue
    }
    const value = plain(document, item, report)
    if (value === undefined) continue
    const { success, issues, output } = v.safeParse(shape, value)
    if (!success) for (const issue of issues) report(...placed(issue, item))
    else if (nodes.has(output.id)) report(`the id “${output.id}” is already taken`, range(item.get('id', true)))
    else {
      positions[output.id] = range(item)
      nodes.set(output.id, item)
      good.push(output)
    }
  }
  return good
}

/** An issue's message and the innermost node that its path leads to. */
function placed(issue: v.BaseIssue<unknown>, item: YAMLMap): [string, readonly [number, number]] {
  const path = (issue.path ?? []).map((step) => step.key as string | number)
  const name = path.join('.')
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const key = keyNode(nodeAt(item, path.slice(0, -1)), path.at(-1))
    return [`there is no key “${String(path.at(-1))}” here`, range(key ?? item)]
  }
  const message = issue.received === 'undefined' ? 'this is missing' : issue.message
  return [name ? `${name}: ${message}` : 'this must be an entry with keys', range(nodeAt(item, path))]
}

/** The node that the path leads to, or the last on the way. */
function nodeAt(from: unknown, path: readonly (string | number)[]): unknown {
  let node = from
  for (const key of path) {
    const next: unknown = isMap(node) || isSeq(node) ? node.get(key, true) : undefined
    if (!isNode(next)) break
    node = next
  }
  return node
}

const keyNode = (map: unknown, name: unknown): unknown =>
  isMap(map) ? map.items.find(({ key }) => isScalar(key) && String(key.value) === String(name))?.key : undefined

/** The node as plain data. References (`*name`) are followed only so far: a few lines must not stand for a million. */
function plain(document: Document, node: unknown, report: Report): unknown {
  if (!isNode(node)) return node
  try {
    return node.toJS(document, { maxAliasCount: 50 })
  } catch {
    report('the references (*) in here lead nowhere, in a circle or to too much', range(node))
    return undefined
  }
}

const range = (node: unknown): readonly [number, number] => (isNode(node) && node.range ? [node.range[0], node.range[1]] : [0, 0])
