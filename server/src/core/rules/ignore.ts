/** What the writer has told Saidby to leave alone, in comments and front matter. */
import type { Block, Markdown } from '../markdown/block.ts'
import type { Span } from '../text/span.ts'
import type { RuleId } from './finding.ts'
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

/** What stands behind `saidby-ignore:` in the front matter, in draft offsets. */
export interface FileIgnores {
  /** The rules’ names, or what stands for one, in order. */
  readonly names: readonly (Span & { readonly name: string })[]
  /** Where the value begins; where there is none, where it would. */
  readonly value: number
  /** What stands in front of each name where each has a line of its own; else null. */
  readonly marker: string | null
}

/** `saidby-ignore: loaded-cue, anonymous-speaker`, with or without brackets, or a line for each; null where there is nothing of the kind. */
export function fileIgnores({ frontMatter }: Markdown): FileIgnores | null {
  const found = frontMatter && /^saidby-ignore:([ \t]*)(.*)((?:\r?\n[ \t]*-[ \t].*)*)/m.exec(frontMatter.text)
  if (!frontMatter || !found) return null
  const [, space = '', here = '', below = ''] = found
  const line = frontMatter.start + found.index + 'saidby-ignore:'.length
  const value = here.trim() === '' ? line : line + space.length
  // What stands behind a `#` is for people.
  const blanked = `${space}${here}${below}`.replace(/(?<=\s)#.*/g, (remark) => ' '.repeat(remark.length))
  const names = [...blanked.matchAll(/\w[\w-]*/g)].map(({ 0: name, index }) => ({
    name,
    start: line + index,
    end: line + index + name.length
  }))
  return { names, value, marker: /^\r?\n([ \t]*-[ \t]+)/.exec(below)?.[1] ?? null }
}

const inFrontMatter = (markdown: Markdown): Ignore[] =>
  (fileIgnores(markdown)?.names ?? []).map(({ name, start, end }) => ({ span: { start, end }, ...named([name]), where: 'file' }))

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
