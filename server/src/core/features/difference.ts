/** How a quotation differs from its passage, word by word, as a proof reader would mark it: ~~never~~ **not**. */
import * as l10n from '@vscode/l10n'
import type { Edit } from '../verification/verification.ts'
import { asRead, plain } from './markup.ts'

/** Words shown before and behind a change. */
const AROUND = 4

/**
 * The draft's words around each change, in Markdown: what only the draft has struck out, what only the coverage has in bold. `text` is the
 * draft, in whose offsets the edits are; `start` and `end` bound what may be shown of it. Empty where nothing differs unshown.
 */
export function difference(text: string, start: number, end: number, edits: readonly Edit[]): string {
  const changed = edits.filter(({ shown }) => !shown).sort((a, b) => a.start - b.start)
  const groups = groupsOf(changed)
  let line = ''
  let at = start
  for (const [i, group] of groups.entries()) {
    const before = asRead(text.slice(at, group.start))
    line += between(before, i === 0 && at === start) + marked(group)
    at = group.end
  }
  if (groups.length === 0) return ''
  return `${line}${leading(asRead(text.slice(at, end)))}`.replace(/ +(?=[ ,.;:!?”])/g, '').trim()
}

/** The same in plain words, for a table: *never* for *not*. */
export function differenceInWords(edits: readonly Edit[]): string {
  return groupsOf(edits.filter(({ shown }) => !shown))
    .map(({ quote, published }) => {
      if (quote === '') return l10n.t('without “{0}”', published)
      return published === '' ? l10n.t('“{0}” added', quote) : l10n.t('“{0}” for “{1}”', quote, published)
    })
    .join('; ')
}

interface Group {
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly published: string
}

/** Changes that stand side by side are one: *will never* for *shall not*. */
function groupsOf(edits: readonly Edit[]): readonly Group[] {
  const groups: Group[] = []
  for (const { start, end, quote, published } of edits) {
    const last = groups.at(-1)
    if (last && start - last.end <= 1)
      groups[groups.length - 1] = {
        start: last.start,
        end: Math.max(last.end, end),
        quote: joined(last.quote, quote),
        published: joined(last.published, published)
      }
    else groups.push({ start, end, quote, published })
  }
  return groups
}

const joined = (a: string, b: string): string => (a === '' || b === '' ? a + b : `${a} ${b}`)

function marked({ quote, published }: Group): string {
  const struck = quote === '' ? '' : `~~${plain(quote)}~~`
  return ` ${joined(struck, published === '' ? '' : `**${plain(published)}**`)} `
}

function between(words: string, first: boolean): string {
  const all = words.split(' ').filter(Boolean)
  if (first) return all.length <= AROUND ? plain(words) : `… ${plain(all.slice(-AROUND).join(' '))}`
  if (all.length <= 2 * AROUND) return plain(words)
  return `${plain(all.slice(0, AROUND).join(' '))} … ${plain(all.slice(-AROUND).join(' '))}`
}

function leading(words: string): string {
  const all = words.split(' ').filter(Boolean)
  return all.length <= AROUND ? plain(words) : `${plain(all.slice(0, AROUND).join(' '))} …`
}
