/** What an article's front matter says about it: `key: value`, a line each. */
import * as l10n from '@vscode/l10n'
import { frontMatterOf } from '../markdown/front-matter.ts'
import type { Article } from './article.ts'
import type { ProblemList } from './problems.ts'
import { isWording } from './statement.ts'

export type Facts = Omit<Article, 'id' | 'turns' | 'times' | 'place'>

export interface Header {
  readonly facts: Facts
  /** Where the article itself begins. */
  readonly end: number
}

const keys = ['title', 'publisher', 'date', 'url', 'author', 'language'] as const

/** Other keys are somebody else's, and passed over. */
export function articleHeader(text: string, problems: ProblemList): Header {
  const { frontMatter, end } = frontMatterOf(text)
  if (!frontMatter) {
    if (/^---[ \t]*\r?\n[a-z]+:[ \t]/.test(text)) problems.add(l10n.t('the front matter that begins here has no --- below it'), 0, 3)
    return { facts: {}, end }
  }
  const facts: Record<string, unknown> = {}
  let at = frontMatter.start
  for (const line of frontMatter.text.split('\n')) {
    const start = at
    at += line.length + 1
    const [, key, given] = /^([\w-]+)[ \t]*:(?:[ \t](.*))?$/.exec(line.trimEnd()) ?? []
    if (key === undefined) {
      // Nested keys, items of a list, comments: of keys that are not ours.
      if (!/^(?:\s|-\s|#|\r?$)/.test(line)) problems.add(l10n.t('this is no “key: value”'), start, start + line.trimEnd().length)
      continue
    }
    const wrong = (message: string) => problems.add(l10n.t('{0}: {1}', key, message), start, start + line.trimEnd().length)
    const value = plainValue(given?.trim() ?? '')
    if (key === 'wording') {
      if (isWording(value)) facts['wording'] = value
      else wrong(l10n.t('a wording is as-published, translated or rough'))
    } else if (key === 'speaker' || keys.some((known) => known === key)) {
      if (value === null) wrong(l10n.t('this must be text on one line'))
      else if (value !== '') facts[key === 'speaker' ? 'speakers' : key] = key === 'speaker' ? [value] : value
    }
  }
  return { facts: facts as Facts, end }
}

/** A value in quotation marks or without; the items of a list on one line, joined; null for what goes on below. */
function plainValue(given: string): string | null {
  const quoted = /^"((?:[^"\\]|\\.)*)"[ \t]*(?:#.*)?$|^'((?:[^']|'')*)'[ \t]*(?:#.*)?$/.exec(given)
  if (quoted) return quoted[1]?.replace(/\\(.)/g, '$1') ?? quoted[2]?.replaceAll("''", "'") ?? ''
  if (/^[|>&*{"]|^'/.test(given)) return null
  const [, items] = /^\[(.*)\]$/.exec(given) ?? []
  const plain = (items ?? given).replace(/\s#.*$/, '').trim()
  return items === undefined
    ? plain
    : plain
        .split(',')
        .map((item) => plainValue(item.trim()) ?? '')
        .filter((item) => item !== '')
        .join(', ')
}
