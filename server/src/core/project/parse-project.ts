/** Reads a project file, `saidby.yaml` or `saidby.json`: whatever is wrong is told at its place, and what is right is kept. */
import * as l10n from '@vscode/l10n'
import { type Document, isMap, isScalar, isSeq, type YAMLMap } from 'yaml'
import { checkPack } from '../coverage/check-pack.ts'
import type { Problem } from '../coverage/pack.ts'
import { entityShape } from '../coverage/pack-shape.ts'
import { problemList } from '../coverage/problems.ts'
import { entriesIn, nodeAt, plain, type Report, rangeOf, readYaml } from '../coverage/yaml-file.ts'
import { isCommonWord } from '../entity/common-word.ts'
import type { RuleId } from '../rules/finding.ts'
import { type Level, levels, ruleIds } from '../rules/settings.ts'
import { fold } from '../text/fold.ts'
import { type File, flag, followed, keyOf, nodeUnder, pairsOf, text, textOf, texts, textsOf } from './file-values.ts'
import { noProject, type Override, type Project, type SomeLevels } from './project.ts'
import { quotesOfLanguage, readQuotes } from './quotation-styles.ts'

export interface ParsedProject {
  readonly project: Project
  /** In the order of the file. */
  readonly problems: readonly Problem[]
}

/** Every key that a project file may have; `schemas/saidby.schema.json` says the same to editors. */
export const projectKeys = [
  '$schema',
  'coverage',
  'entities',
  'spellings',
  'wellKnown',
  'courtesyTitles',
  'notQuotations',
  'language',
  'quotes',
  'rules',
  'files',
  'ignore',
  'overrides'
] as const

/** Nobody's project file is longer, in UTF-16 units. */
const MOST_UNITS = 5_000_000

/** JSON is YAML. An empty file says nothing, and that is no problem. Total: never throws, whatever the text. */
export function parseProject(text: string): ParsedProject {
  const problems = problemList(text)
  const report: Report = (message, [start, end]) => problems.add(message, start, end)
  const project = read(text, report)
  return { project, problems: problems.list() }
}

function read(text: string, report: Report): Project {
  if (text.length > MOST_UNITS) {
    report(l10n.t('this file is too long for a project file'), [0, 0])
    return noProject
  }
  const document = readYaml(text, report)
  const root = document?.contents
  if (!document || !root || (isScalar(root) && root.value === null)) return noProject
  if (isMap(root)) return readRoot(document, root, report)
  if (document.errors.length === 0) report(l10n.t('a project file has keys: {0}', projectKeys.slice(1).join(', ')), rangeOf(root))
  return noProject
}

function readRoot(document: Document, root: YAMLMap, report: Report): Project {
  for (const { key } of root.items) {
    const name = isScalar(key) ? String(key.value) : '?'
    if (!projectKeys.some((known) => known === name)) report(l10n.t('there is no key “{0}” in a project file', name), rangeOf(key))
  }
  const file: File = { document, root, report }
  const positions: Record<string, readonly [number, number]> = {}
  const nodes = new Map<string, unknown>()
  const entities = entriesIn(document, root, 'entities', entityShape, positions, nodes, report)
  const checked = checkPack({ entities, statements: [], takeaways: [] }, (message, owner, path) =>
    report(message, rangeOf(nodeAt(nodes.get(owner), path)))
  )
  const language = text(file, 'language', LANGUAGE, l10n.t('this must be a language’s tag, such as en-GB'))
  return {
    coverage: texts(file, 'coverage', l10n.t('a path')),
    entities: checked.entities,
    positions,
    house: {
      spellings: spellings(file),
      wellKnown: texts(file, 'wellKnown', l10n.t('a name')) ?? [],
      courtesyTitles: flag(file, 'courtesyTitles'),
      notQuotations: texts(file, 'notQuotations', l10n.t('a title or a term')) ?? [],
      quotes: quotes(file),
      usualQuotes: language === null ? noProject.house.usualQuotes : quotesOfLanguage(language)
    },
    rules: levelsIn(file, 'rules', nodeUnder(file, 'rules')),
    files: texts(file, 'files', l10n.t('a pattern')),
    ignore: texts(file, 'ignore', l10n.t('a pattern')) ?? [],
    overrides: overrides(file)
  }
}

/** Such as `en`, `en-GB`, `zh-Hant-TW`. */
const LANGUAGE = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i

function quotes(file: File) {
  const wrong = l10n.t('this must be two marks that belong together, or four with those inside: {0}', '“”‘’')
  const signs = text(file, 'quotes', /./, wrong)
  const style = signs === null ? null : readQuotes(signs)
  if (signs !== null && style === null) file.report(l10n.t('quotes: {0}', wrong), rangeOf(nodeUnder(file, 'quotes')))
  return style
}

/** `Kiev: Kyiv`. The spelling that is to be used must itself not be one that is not. */
function spellings(file: File): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const places = new Map<string, readonly [number, number]>()
  for (const { key, value } of pairsOf(file, 'spellings', nodeUnder(file, 'spellings'))) {
    const other = keyOf(key)
    const own = textOf(followed(file, value))
    const wrong =
      own === null || !LETTER.test(own)
        ? l10n.t('this must be the spelling to be used')
        : !LETTER.test(other)
          ? l10n.t('this must be a name')
          : own === other
            ? l10n.t('these are the same')
            : isCommonWord(other)
              ? l10n.t('this is a common word, not a name')
              : null
    if (wrong !== null) file.report(l10n.t('spellings.{0}: {1}', other, wrong), rangeOf(own === null ? (value ?? key) : key))
    else if (own !== null) {
      found.set(fold(other), own)
      places.set(fold(other), rangeOf(key))
    }
  }
  for (const [other, own] of [...found]) {
    if (fold(own) === other || !found.has(fold(own))) continue
    file.report(l10n.t('spellings: “{0}” is itself to be spelt “{1}”', own, found.get(fold(own)) ?? ''), places.get(other) ?? [0, 0])
    found.delete(other)
  }
  return found
}

const LETTER = /\p{L}/u

function levelsIn(file: File, at: string, node: unknown): SomeLevels {
  const found: Partial<Record<RuleId, Level>> = {}
  for (const { key, value } of pairsOf(file, at, node)) {
    const rule = ruleIds.find((id) => id === keyOf(key))
    const level = levels.find((known) => known === plain(file.document, value, file.report))
    if (!rule) file.report(l10n.t('{0}: there is no rule “{1}”', at, keyOf(key)), rangeOf(key))
    else if (!level) file.report(l10n.t('{0}.{1}: a level is {2}', at, rule, levels.join(', ')), rangeOf(value ?? key))
    else found[rule] = level
  }
  return found
}

function overrides(file: File): readonly Override[] {
  const list = nodeUnder(file, 'overrides')
  if (list === null) return []
  if (!isSeq(list)) {
    file.report(l10n.t('overrides: this must be a list'), rangeOf(list))
    return []
  }
  return list.items.flatMap((item) => {
    const entry = followed(file, item)
    if (!isMap(entry)) {
      file.report(l10n.t('overrides: this must be an entry with “files” and “rules”'), rangeOf(item))
      return []
    }
    for (const { key } of entry.items)
      if (keyOf(key) !== 'files' && keyOf(key) !== 'rules')
        file.report(l10n.t('overrides: there is no key “{0}” here', keyOf(key)), rangeOf(key))
    const files = followed(file, entry.get('files', true))
    if (files === null) file.report(l10n.t('overrides.files: this is missing'), rangeOf(entry))
    const rules = levelsIn(file, 'overrides.rules', followed(file, entry.get('rules', true)))
    return files === null ? [] : [{ files: textsOf(file, 'overrides.files', l10n.t('a pattern'), files), rules }]
  })
}
