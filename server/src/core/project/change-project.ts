/** Changes of a project file as somebody would have made them by hand: what else stands there, comments too, stays as it is. */
import { type Document, isMap, isScalar, isSeq, parseDocument, type ToStringOptions, YAMLSeq } from 'yaml'
import { nestsTooDeeply } from '../coverage/yaml-depth.ts'
import type { RuleId } from '../rules/finding.ts'
import type { Level } from '../rules/settings.ts'

export type ProjectChange =
  /** How loud a rule is. */
  | { readonly kind: 'level'; readonly rule: RuleId; readonly level: Level }
  /** One more entry of a list. */
  | { readonly kind: 'add'; readonly key: 'wellKnown' | 'notQuotations' | 'ignore'; readonly value: string }
  /** In place of what was said before. */
  | { readonly kind: 'set'; readonly key: 'coverage' | 'language' | 'quotes'; readonly value: string | readonly string[] }

/**
 * The text of the file after the changes; `isJson` for `saidby.json`. Null where it is broken, or where something else than a list or keys stands in
 * the way: then a person has to look.
 */
export function changedProject(text: string, changes: readonly ProjectChange[], isJson: boolean): string | null {
  if (nestsTooDeeply(text)) return null
  try {
    const document = parseDocument(text, { prettyErrors: false, logLevel: 'silent' })
    if (document.errors.length > 0 || !(document.contents === null || isMap(document.contents) || isNothing(document.contents))) return null
    if (!changes.every((change) => makes(document, change))) return null
    return isJson ? `${JSON.stringify(document.toJS({ maxAliasCount: 50 }), null, indentOf(text))}\n` : document.toString(styleOf(text))
  } catch {
    return null
  }
}

function makes(document: Document, change: ProjectChange): boolean {
  if (change.kind === 'set') {
    document.set(change.key, change.value)
    return true
  }
  if (change.kind === 'level') {
    const rules = document.get('rules', true)
    if (rules !== undefined && !isMap(rules) && !isNothing(rules)) return false
    if (isMap(rules)) rules.set(change.rule, change.level)
    else document.set('rules', document.createNode({ [change.rule]: change.level }))
    return true
  }
  const before = document.get(change.key, true)
  if (isSeq(before)) {
    if (!before.items.some((item) => isScalar(item) && item.value === change.value)) before.add(document.createNode(change.value))
    return true
  }
  if (before !== undefined && !isScalar(before)) return false
  const list = new YAMLSeq()
  if (before && !isNothing(before)) list.add(before)
  if (before?.value !== change.value) list.add(document.createNode(change.value))
  document.set(change.key, list)
  return true
}

const isNothing = (node: unknown): boolean => isScalar(node) && node.value === null

/** As the file has it: lists under their key or to its right, nothing folded that was not. */
const styleOf = (text: string): ToStringOptions => ({
  lineWidth: 0,
  indentSeq: !/^(\w+):[^\S\n]*\n(?:\s*#.*\n)*- /m.test(text),
  flowCollectionPadding: !/[[{](?=[^\s\]}])/.test(text) || /\{ /.test(text)
})

const indentOf = (text: string): string | number => /^([ \t]+)\S/m.exec(text)?.[1] ?? 2
