/** What the writer has told Saidby to leave alone, in comments and front matter, and the edits by which they tell it. */
import * as l10n from '@vscode/l10n'
import type { Block, Markdown } from '../markdown/block.ts'
import type { Span } from '../text/span.ts'
import type { Fix, RuleId } from './finding.ts'
import { ruleIds } from './settings.ts'

/**
 * One thing the writer said: `<!-- saidby: ignore altered-quotation -->` above a paragraph or in it, `ignore-line`, `ignore-next-line`,
 * `ignore-file`, each for the rules that it names or for all; `not-a-quotation`; or `saidby-ignore:` in the front matter.
 */
export interface Ignore {
  /** The comment, or the rule's name in the front matter. */
  readonly span: Span
  readonly rules: readonly RuleId[] | 'all'
  /** Names that no rule has. */
  readonly unknown: readonly string[]
  /** What stands there is left alone; a block, a stretch of the draft, or all of it. */
  readonly where: Block | Span | 'file' | null
}

/** Everything that the draft says is to be left alone, in its order. */
export function ignoresIn(markdown: Markdown): readonly Ignore[] {
  return [...inFrontMatter(markdown), ...markdown.comments.flatMap((comment) => inComment(markdown, comment) ?? [])]
}

/** Whether a finding of that rule, in that block, is to be left alone. */
export const hides = ({ rules, where }: Ignore, rule: RuleId, block: Block | null, span: Span): boolean =>
  (rules === 'all' || rules.includes(rule)) &&
  where !== null &&
  (where === 'file' || (isBlock(where) ? where === block : span.start < where.end && where.start <= span.start))

const isBlock = (where: Block | Span): where is Block => 'prose' in where

/** `saidby-ignore: loaded-cue, anonymous-speaker`, with or without brackets. */
function inFrontMatter({ frontMatter }: Markdown): Ignore[] {
  const line = frontMatter && /^saidby-ignore:[ \t]*(.*)$/m.exec(frontMatter.text)
  if (!frontMatter || !line) return []
  const start = frontMatter.start + line.index + line[0].length - (line[1] as string).length
  return [...(line[1] as string).matchAll(/[\w-]+/g)].map(({ 0: name, index }) => ({
    span: { start: start + index, end: start + index + name.length },
    ...named([name]),
    where: 'file' as const
  }))
}

function inComment(markdown: Markdown, comment: Markdown['comments'][number]): Ignore | null {
  const said = /^saidby:\s*(not-a-quotation|ignore(?:-line|-next-line|-file)?)\b\s*(.*)$/s.exec(comment.text)
  if (!said) return null
  const [, what, rest] = said as unknown as [string, string, string]
  const span = { start: comment.start, end: comment.end }
  const named_ = what === 'not-a-quotation' ? { rules: 'all' as const, unknown: [] } : named(rest.match(/[^\s,]+/g) ?? [])
  return { span, ...named_, where: placeOf(markdown, what, span) }
}

function named(names: readonly string[]): Pick<Ignore, 'rules' | 'unknown'> {
  const rules = ruleIds.filter((id) => names.includes(id))
  return { rules: names.length === 0 ? 'all' : rules, unknown: names.filter((name) => !ruleIds.some((id) => id === name)) }
}

function placeOf({ blocks, text }: Markdown, what: string, comment: Span): Ignore['where'] {
  if (what === 'ignore-file') return 'file'
  if (what === 'ignore-line') return lineAt(text, comment.start)
  if (what === 'ignore-next-line') return comment.end < text.length ? lineAt(text, lineAt(text, comment.end).end + 1) : null
  const around = blocks.find((block) => block.start <= comment.start && onlyMarkup(text.slice(block.end, comment.start)))
  const below = () =>
    blocks.find((block) => block.start >= comment.end && /^[\s>]*(?:[-*+]|\d+[.)])?[\s#|>]*$/.test(text.slice(comment.end, block.start)))
  return around ?? below() ?? null
}

/** The line with the offset in it, without its end. */
function lineAt(text: string, offset: number): Span {
  const end = text.indexOf('\n', offset)
  return { start: text.lastIndexOf('\n', offset - 1) + 1, end: end < 0 ? text.length : end }
}

const onlyMarkup = (between: string): boolean => /^[ \t*_~]*$/.test(between)

/** Keeps, in the draft, that these words are no quotation. */
export const notAQuotation = (block: Block, text: string): Fix => comment(block, text, 'not-a-quotation', l10n.t('Not a quotation'))

/** Leaves the paragraph alone as far as the rule goes. */
export const ignoreHere = (block: Block, text: string, rule: RuleId): Fix =>
  comment(block, text, `ignore ${rule}`, l10n.t('Ignore {0} in this paragraph', rule))

/** On the line above, or where no line can stand above, behind the words. */
function comment(block: Block, text: string, said: string, title: string): Fix {
  const words = `<!-- saidby: ${said} -->`
  const lineStart = text.lastIndexOf('\n', block.start - 1) + 1
  const edit =
    block.kind === 'paragraph' && block.containers.length === 0
      ? { start: lineStart, end: lineStart, newText: `${words}\n` }
      : { start: block.end, end: block.end, newText: ` ${words}` }
  return { title, edits: [edit], preferred: false }
}
