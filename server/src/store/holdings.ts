/** What a library has at a time: articles on disk and packs, as one coverage. */
import * as l10n from '@vscode/l10n'
import {
  type Article,
  type Coverage,
  indexBuilder,
  noCoverage,
  type Pack,
  type PassageIndex,
  spellingsOf,
  statementsOf
} from '../core/api.ts'
import type { Catalogue } from './catalogue.ts'
import { emptyCatalogue } from './catalogue.ts'
import type { PackFile } from './pack-files.ts'
import { aboutFile, type FileProblem } from './problem.ts'
import type { ProjectFile } from './project-file.ts'
import type { Roots } from './roots.ts'

/** A value: whoever started with one goes on with it. */
export interface Holdings {
  readonly coverage: Coverage
  readonly packs: readonly Pack[]
  /** How many articles there are besides the packs' statements. */
  readonly articles: number
  /** How many articles there was no room for, as far as they were counted: a file that was not opened is one. */
  readonly leftOut: number
  /** Whether what comes with Saidby stands in, because nothing else was found. */
  readonly standIn: boolean
  readonly problems: readonly FileProblem[]
  /** The project file that holds for these drafts. */
  readonly project: ProjectFile | null
}

export interface Held {
  readonly catalogue: Catalogue
  readonly packFiles: readonly PackFile[]
  readonly roots: Roots
  readonly project: ProjectFile | null
  /** What could not be looked at. */
  readonly lost: readonly FileProblem[]
  /** How many files there was no room for. */
  readonly leftOut: number
  /** The packs that come with Saidby. */
  readonly bundled: readonly Pack[]
  /** An article's whole text; null where it can no longer be had. */
  text(article: Article): string | null
}

export function holdingsOf({ catalogue, packFiles, roots, project, lost, bundled, text, ...held }: Held): Holdings {
  const problems = [...(project?.problems ?? []), ...roots.problems, ...lost]
  let articles = 0
  let leftOut = held.leftOut
  for (const entry of catalogue.entries.values()) {
    problems.push(...entry.problems)
    articles += entry.articles.length
    leftOut += entry.leftOut ?? 0
  }
  for (const file of packFiles) problems.push(...file.problems)
  const standIn = !roots.named && catalogue.entries.size === 0 && packFiles.length === 0
  const packs: Pack[] = bundled.filter(({ id }) => standIn || roots.bundled.includes(id))
  for (const { file, pack } of packFiles) {
    if (pack && packs.some(({ id }) => id === pack.id))
      problems.push({ ...aboutFile(file.path, l10n.t('the id “{0}” is already taken by another pack', pack.id)), line: 1, column: 1 })
    else if (pack) packs.push(pack)
  }
  if (project?.pack) packs.push(project.pack)
  return { coverage: coverageOf(catalogue, packs, text), packs, articles, leftOut, standIn, problems, project }
}

/** What comes with Saidby, before or without anything else. */
export const bundledHoldings = (bundled: readonly Pack[]): Holdings => ({
  coverage: coverageOf(emptyCatalogue, bundled, () => null),
  packs: bundled,
  articles: 0,
  leftOut: 0,
  standIn: true,
  problems: [],
  project: null
})

/** Every coverage has a number of its own. */
let revisions = 0

/** The packs' statements are small and stay in memory. */
function coverageOf({ index, entries }: Catalogue, packs: readonly Pack[], text: (article: Article) => string | null): Coverage {
  if (entries.size === 0 && packs.length === 0) return noCoverage
  const said = statementsIn(packs)
  revisions += 1
  return {
    revision: revisions,
    index: { segments: [...index.segments, ...said.index.segments] },
    spellings: packs.flatMap(({ entities }) => entities.map(spellingsOf)).filter((names) => names.length > 1),
    text: (article, start, end) => (said.words.get(article.id) ?? text(article))?.slice(start, end) ?? ''
  }
}

interface Statements {
  readonly packs: readonly Pack[]
  readonly index: PassageIndex
  readonly words: ReadonlyMap<string, string>
}

/** By the first of the packs: when an article comes, the packs are the same as before. */
const indexed = new WeakMap<Pack, Statements>()

function statementsIn(packs: readonly Pack[]): Statements {
  const [first] = packs
  const known = first && indexed.get(first)
  if (known && known.packs.length === packs.length && packs.every((pack, i) => pack === known.packs[i])) return known
  const builder = indexBuilder()
  const words = new Map<string, string>()
  for (const { article, text } of packs.flatMap(statementsOf)) {
    words.set(article.id, text)
    builder.add(article, text)
  }
  const found = { packs, index: builder.finish(), words }
  if (first) indexed.set(first, found)
  return found
}
