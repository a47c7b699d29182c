/** A pack as people write it, in YAML; whatever is wrong is told at its place, and what is right is kept. */
import * as l10n from '@vscode/l10n'
import * as v from 'valibot'
import { type Document, isMap, isScalar, type YAMLMap } from 'yaml'
import { checkPack, type Entries } from './check-pack.ts'
import type { Pack, Problem } from './pack.ts'
import { entityShape, packShape, statementShape, takeawayShape } from './pack-shape.ts'
import { problemList } from './problems.ts'
import { entriesIn, nodeAt, plain, type Report, rangeOf, readYaml } from './yaml-file.ts'

export interface ParsedPack {
  /** Null where there is no pack to speak of: broken at the root, or without id or title. */
  readonly pack: Pack | null
  /** In the order of the file. */
  readonly problems: readonly Problem[]
}

/** The pack in the text and everything that is wrong with it. Total: never throws, whatever the text. */
export function parsePack(text: string): ParsedPack {
  const problems = problemList(text)
  const pack = read(text, (message, [start, end]) => problems.add(message, start, end))
  return { pack, problems: problems.list() }
}

/** Beyond this a file is no pack that somebody wrote. */
const MOST_UNITS = 5_000_000

function read(text: string, report: Report): Pack | null {
  if (text.length > MOST_UNITS) {
    report(l10n.t('this file is too long for a pack'), [0, 0])
    return null
  }
  const document = readYaml(text, report)
  if (isMap(document?.contents)) return readRoot(document, document.contents, report)
  if (document?.errors.length === 0) report(l10n.t('a pack has keys: id, title, entities, statements, takeaways'), [0, 0])
  return null
}

const lists = ['entities', 'statements', 'takeaways']

function readRoot(document: Document, root: YAMLMap, report: Report): Pack | null {
  for (const { key } of root.items) {
    const name = isScalar(key) ? String(key.value) : '?'
    if (!lists.includes(name) && !Object.hasOwn(packShape, name)) report(l10n.t('there is no key “{0}” in a pack', name), rangeOf(key))
  }
  const head = <K extends keyof typeof packShape>(key: K): v.InferOutput<(typeof packShape)[K]> | undefined => {
    const node = root.get(key, true)
    const { success, issues, output } = v.safeParse(packShape[key], plain(document, node, report))
    if (!success)
      report(l10n.t('{0}: {1}', key, root.has(key) ? issues[0].message : l10n.t('this is missing')), rangeOf(node ?? root.items[0]?.key))
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
    entities: entriesIn(document, root, 'entities', entityShape, positions, nodes, report),
    statements: entriesIn(document, root, 'statements', statementShape, positions, nodes, report),
    takeaways: entriesIn(document, root, 'takeaways', takeawayShape, positions, nodes, report)
  }
  const checked = checkPack(entries, (message, owner, path) => report(message, rangeOf(nodeAt(nodes.get(owner), path))))
  if (id === undefined || title === undefined) return null
  return { id, title, ...(publisher && { publisher }), ...(date && { date }), ...(house && { house }), ...checked, positions }
}
