/** A pack as people write it, in YAML; whatever is wrong is told at its place, and what is right is kept. */
import * as v from 'valibot'
import { type Document, isMap, isNode, isSeq, parseDocument, type YAMLMap } from 'yaml'
import type { Entity } from '../entity/entity.ts'
import { lineIndex } from '../text/line-index.ts'
import type { Pack, Problem, Takeaway } from './pack.ts'
import { entityShape, packShape, statementShape, takeawayShape } from './pack-shape.ts'
import type { Statement } from './statement.ts'

type Report = (message: string, range: readonly [number, number]) => void

/** The pack in the text, or null where there is none to speak of, with everything that is wrong. Never throws. */
export function parsePack(text: string): { readonly pack: Pack | null; readonly problems: readonly Problem[] } {
  const index = lineIndex(text)
  const problems: Problem[] = []
  const report: Report = (message, [start, end]) => {
    const { line, character } = index.positionAt(start)
    problems.push({ message, start, end, line: line + 1, column: character + 1 })
  }
  const document = parseDocument(text.startsWith('\ufeff') ? ` ${text.slice(1)}` : text, { prettyErrors: false, logLevel: 'silent' })
  for (const { message, pos } of [...document.errors, ...document.warnings]) report(message.split('\n', 1)[0] as string, pos)
  const root = document.contents
  if (!isMap(root)) {
    if (problems.length === 0) report('a pack is a list of keys: id, title, entities, statements, takeaways', [0, 0])
    return { pack: null, problems }
  }
  return { pack: readRoot(document, root, report), problems }
}

const lists = ['entities', 'statements', 'takeaways']

function readRoot(document: Document, root: YAMLMap, report: Report): Pack | null {
  for (const { key } of root.items) {
    if (isNode(key) && !lists.includes(String(key)) && !(String(key) in packShape))
      report(`there is no key “${String(key)}” in a pack`, range(key))
  }
  const head = (key: keyof typeof packShape): string | undefined => {
    const parsed = v.safeParse(packShape[key], plain(document, root.get(key, true)))
    if (!parsed.success)
      report(`${key}: ${root.has(key) ? parsed.issues[0].message : 'this is missing'}`, range(root.get(key, true) ?? root))
    return parsed.success ? parsed.output : undefined
  }
  const positions: Record<string, readonly [number, number]> = {}
  const read = <T extends { id: string }>(key: string, shape: v.GenericSchema<unknown, T>) =>
    items(document, root, key, shape, positions, report)
  const id = head('id')
  const title = head('title')
  const date = head('date')
  const entities = read<Entity>('entities', entityShape as v.GenericSchema<unknown, Entity>)
  const statements = read<Statement>('statements', statementShape as v.GenericSchema<unknown, Statement>)
  const takeaways = read<Takeaway>('takeaways', takeawayShape)
  if (id === undefined || title === undefined) return null
  checkReferences(entities, statements, takeaways, positions, report)
  return { id, title, ...(date === undefined ? {} : { date }), entities, statements, takeaways, positions }
}

/** The entries of a list that are as they should be. */
function items<T extends { id: string }>(
  document: Document,
  root: YAMLMap,
  key: string,
  shape: v.GenericSchema<unknown, T>,
  positions: Record<string, readonly [number, number]>,
  report: Report
): T[] {
  const list = root.get(key, true)
  if (list === undefined) return []
  if (!isSeq(list)) {
    report(`${key}: this must be a list`, range(list))
    return []
  }
  const good: T[] = []
  for (const item of list.items) {
    const value = plain(document, item)
    const parsed = v.safeParse(shape, value)
    if (!parsed.success) {
      for (const issue of parsed.issues) report(...placed(issue, item))
    } else if (Object.hasOwn(positions, parsed.output.id)) {
      report(`the id “${parsed.output.id}” is already taken`, range(isMap(item) ? item.get('id', true) : item))
    } else {
      positions[parsed.output.id] = range(item)
      good.push(parsed.output)
    }
  }
  return good
}

/** An issue's message and the innermost node that its path leads to. */
function placed(issue: v.BaseIssue<unknown>, item: unknown): [string, readonly [number, number]] {
  const keys = (issue.path ?? []).map((step) => step.key as string | number)
  let node: unknown = item
  for (const key of keys) {
    const next: unknown = isMap(node) || isSeq(node) ? node.get(key, true) : undefined
    if (!isNode(next)) break
    node = next
  }
  const name = keys.join('.')
  const message =
    issue.type === 'strict_object' && issue.expected === 'never'
      ? `there is no key “${String(keys.at(-1))}” here`
      : issue.received === 'undefined'
        ? `${name}: this is missing`
        : `${name}: ${issue.message}`
  return [name ? message : 'this must be an entry with keys', range(node)]
}

function checkReferences(
  entities: readonly Entity[],
  statements: readonly Statement[],
  takeaways: readonly Takeaway[],
  positions: Pack['positions'],
  report: Report
): void {
  const known = new Set(entities.map(({ id }) => id))
  const said = new Set(statements.map(({ id }) => id))
  const check = (owner: string, ids: readonly string[], among: ReadonlySet<string>, what: string) => {
    for (const id of ids) if (!among.has(id)) report(`${owner}: there is no ${what} “${id}”`, positions[owner] ?? [0, 0])
  }
  for (const { id, speakers, unnamed } of statements) {
    check(id, speakers, known, 'entity')
    if (speakers.length === 0 && unnamed === undefined)
      report(`${id}: a statement needs speakers, or somebody unnamed`, positions[id] ?? [0, 0])
  }
  for (const { id, people, statements: theirs } of takeaways) {
    check(id, people, known, 'entity')
    check(id, theirs, said, 'statement')
  }
}

/** The node as plain data; aliases are followed only so far, so that a few lines cannot stand for a million. */
function plain(document: Document, node: unknown): unknown {
  if (!isNode(node)) return node
  try {
    return node.toJS(document, { maxAliasCount: 50 })
  } catch {
    return undefined
  }
}

const range = (node: unknown): readonly [number, number] => (isNode(node) && node.range ? [node.range[0], node.range[1]] : [0, 0])
