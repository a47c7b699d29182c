/** The English texts that Saidby tells a writer, read from its code and its manifest. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAst } from 'vitest/node'

const root = join(import.meta.dirname, '..', '..')

/** A text where it is told, by `l10n.t`. */
export interface Told {
  /** Null where the code puts it together, so that nobody can translate it. */
  readonly key: string | null
  /** The file and the offset in it. */
  readonly place: string
  /** How many values are put in; null for one whose number only the running code knows. */
  readonly values: number | null
  /** Whether it is told while the module is loaded, before the language is known. */
  readonly early: boolean
}

/** Every call of `l10n.t` in the server and the client. */
export const toldTexts = (): readonly Told[] =>
  ['server/src', 'client/src'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
      .flatMap((name) => toldIn(`${folder}/${name}`))
  )

/** A JSON file of the project. */
export const jsonOf = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'))

/** The names between per cent signs that stand for a text of the manifest. */
export const manifestKeys = (): readonly string[] => [
  ...new Set([...readFileSync(join(root, 'package.json'), 'utf8').matchAll(/"%([^"%]+)%"/g)].map(([, key]) => key as string))
]

interface Node {
  readonly type: string
  readonly start: number
  readonly [field: string]: unknown
}

function toldIn(path: string): Told[] {
  const told: Told[] = []
  const visit = (node: unknown, inFunction: boolean): void => {
    if (Array.isArray(node)) for (const one of node) visit(one, inFunction)
    if (!isNode(node)) return
    if (isTelling(node)) told.push(toldBy(node, path, !inFunction))
    const inside = inFunction || /Function/.test(node.type)
    for (const value of Object.values(node)) if (typeof value === 'object') visit(value, inside)
  }
  visit(parseAst(readFileSync(join(root, path), 'utf8'), { lang: 'ts' }), false)
  return told
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value && 'start' in value

/** `l10n.t(…)`. */
function isTelling({ type, callee }: Node): boolean {
  if (type !== 'CallExpression' || !isNode(callee) || callee.type !== 'MemberExpression') return false
  return (callee['object'] as Node)['name'] === 'l10n' && (callee['property'] as Node)['name'] === 't'
}

function toldBy(call: Node, path: string, early: boolean): Told {
  const [text, ...values] = call['arguments'] as readonly Node[]
  const key = text?.type === 'Literal' && typeof text['value'] === 'string' ? text['value'] : null
  const counted = values.every(({ type }) => type !== 'SpreadElement')
  return { key, place: `${path}:${call.start}`, values: counted ? values.length : null, early }
}
