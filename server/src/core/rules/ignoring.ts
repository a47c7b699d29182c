/** The edits by which a writer has something left alone: comments and front matter, each where the Markdown around it lets it stand. */
import * as l10n from '@vscode/l10n'
import type { Analysis } from '../analysis/analysis.ts'
import type { Block, Markdown } from '../markdown/block.ts'
import { parseMarkdown } from '../markdown/parse.ts'
import type { Edit, Fix, IgnoreScope, Ignoring, RuleId } from './finding.ts'
import { fileIgnores } from './ignore.ts'

/**
 * Every way to have the finding of that rule ignored, which stands at the offset: first for its rule alone, then for all, from the narrowest to the
 * widest. Where a comment would come to stand inside quotation marks, or break a list, a table or a block quotation, that way is not among them.
 */
export function ignoring(analysis: Analysis, rule: RuleId, offset: number, block: Block | null): readonly Ignoring[] {
  const { markdown } = analysis
  const ways = (rules: RuleId | 'all'): Ignoring[] => {
    const wanted = rules === 'all' ? '' : ` ${rules}`
    const edits: readonly (readonly [IgnoreScope, Edit | null])[] = [
      ['paragraph', block && onBlock(analysis, block, `ignore${wanted}`)],
      ['line', block && behindLine(analysis, block, offset, `ignore-line${wanted}`)],
      ['next-line', block && aboveLine(analysis, block, offset, `ignore-next-line${wanted}`)],
      ['file', inFile(markdown, rules)]
    ]
    return edits.flatMap(([scope, edit]) => (edit ? { scope, rules, fix: fixOf(titleOf(scope, rules), edit) } : []))
  }
  return [...ways(rule), ...ways('all')]
}

/** Keeps, in the draft, that these words are no quotation. */
export const notAQuotation = (analysis: Analysis, block: Block): Fix =>
  fixOf(l10n.t('Not a quotation'), onBlock(analysis, block, 'not-a-quotation'))

const fixOf = (title: string, edit: Edit): Fix => ({ title, edits: [edit], preferred: false })

function titleOf(scope: IgnoreScope, rules: RuleId | 'all'): string {
  const all = rules === 'all'
  switch (scope) {
    case 'paragraph':
      return all ? l10n.t('Ignore everything in this paragraph') : l10n.t('Ignore {0} in this paragraph', rules)
    case 'line':
      return all ? l10n.t('Ignore everything in this line') : l10n.t('Ignore {0} in this line', rules)
    case 'next-line':
      return all
        ? l10n.t('Ignore everything in this line, by a comment above it')
        : l10n.t('Ignore {0} in this line, by a comment above it', rules)
    case 'file':
      return all ? l10n.t('Ignore everything in this file') : l10n.t('Ignore {0} in this file', rules)
  }
}

const comment = (said: string): string => `<!-- saidby: ${said} -->`

/** On a line above a paragraph; behind the words of what no line can stand above: an item of a list, a cell, a heading, a block quotation. */
const onBlock = ({ text }: Analysis, block: Block, said: string): Edit =>
  (block.kind === 'paragraph' && lineAbove(text, block, said)) || inserted(endOfWords(text, block), ` ${comment(said)}`)

/** In a table, a line is a row, and what stands in one of its cells is in it. */
function behindLine({ text, quotations }: Analysis, block: Block, offset: number, said: string): Edit | null {
  const at = block.kind === 'paragraph' ? endOfLine(text, block, offset) : endOfWords(text, block)
  return standsAt(quotations, block, at, said)
}

/** On a line of its own above the first line, else behind the words of the line before. */
function aboveLine({ text, quotations }: Analysis, block: Block, offset: number, said: string): Edit | null {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1
  if (lineStart <= block.start) return block.kind === 'table-cell' ? null : lineAbove(text, block, said)
  return standsAt(quotations, block, endOfLine(text, block, lineStart - 1), said)
}

/** A line of its own, as far in as the block is; null for a block that has something in front of it, be it only the marker of a list. */
function lineAbove(text: string, { start, containers, kind }: Block, said: string): Edit | null {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
  const [, indent = null] = (kind === 'heading' ? /^\ufeff?([ \t]*)(?:#+[ \t]*)?$/ : /^\ufeff?([ \t]*)$/).exec(before) ?? []
  if (containers.length > 0 || indent === null) return null
  return inserted(start - before.replace('\ufeff', '').length, `${indent}${comment(said)}\n`)
}

/** Behind the words at the offset, unless that is inside quotation marks, or inside what would not let it be a comment: code, a link’s target. */
function standsAt(quotations: Analysis['quotations'], block: Block, at: number, said: string): Edit | null {
  const quoted = quotations.some(({ segments }) => segments.some(({ open, span }) => open.end <= at && at < span.end))
  const words = ` ${comment(said)}`
  const cut = at - block.start
  const alone = parseMarkdown(`${block.text.slice(0, cut)}${words}${block.text.slice(cut)}`)
  return !quoted && alone.comments.some(({ start }) => start === cut + 1) ? inserted(at, words) : null
}

/** Without the line under a heading, and in front of what gives it attributes, which has to be the last there. */
function endOfWords(text: string, { start, end, kind }: Block): number {
  const words = text.slice(start, end)
  const bare = kind === 'heading' ? words.replace(/\n[ \t]*(?:=+|-+)\s*$/, '').replace(/\s*\{[#.][^{}\n]*\}\s*$/, '') : words
  return start + bare.trimEnd().length
}

/** Of the line with the offset in it, in front of the two spaces or the backslash that break it. */
function endOfLine(text: string, block: Block, offset: number): number {
  const newline = text.indexOf('\n', offset)
  const start = Math.max(block.start, text.lastIndexOf('\n', offset - 1) + 1)
  const end = newline < 0 ? block.end : Math.min(newline, block.end)
  const line = text.slice(start, end)
  return start + (end < block.end ? line.replace(/\\?\r?$/, '') : line).trimEnd().length
}

const inserted = (at: number, newText: string): Edit => ({ start: at, end: at, newText })

/** In the front matter; where there is none, by a comment on top, since front matter may be shown. */
function inFile(markdown: Markdown, rules: RuleId | 'all'): Edit {
  const { frontMatter, text } = markdown
  if (!frontMatter) {
    const top = text.startsWith('\ufeff') ? 1 : 0
    return inserted(top, `${comment(rules === 'all' ? 'ignore-file' : `ignore-file ${rules}`)}\n\n`)
  }
  if (rules === 'all') {
    const said = /^saidby:[^\r\n]*/m.exec(frontMatter.text)
    const start = frontMatter.start + (said?.index ?? frontMatter.text.length)
    return said ? { start, end: start + said[0].length, newText: 'saidby: off' } : inserted(start, 'saidby: off\n')
  }
  const ignores = fileIgnores(markdown)
  if (!ignores) return inserted(frontMatter.end, `saidby-ignore: ${rules}\n`)
  const { names, value, marker } = ignores
  const last = names.at(-1)
  if (last && marker === null) return inserted(last.end, `, ${rules}`)
  if (last) return inserted(last.end + /^[^\r\n]*/.exec(text.slice(last.end))![0].length, `\n${marker}${rules}`)
  return text.charAt(value) === '[' ? inserted(value + 1, rules) : inserted(value, ` ${rules}`)
}
