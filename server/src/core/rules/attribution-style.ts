/** How this draft attributes its quotations, so that a new attribution reads like the others. */
import type { Analysis } from '../analysis/analysis.ts'
import { closingMark } from './marks.ts'

export interface HouseStyle {
  /** The tense the draft itself uses most. */
  readonly tense: 'said' | 'says'
  /** Whether most attributions stand in front, with a colon. */
  readonly colonFirst: boolean
  /** Whether the comma stands inside the closing mark, as in American papers. */
  readonly commaInside: boolean
}

/** Counted over the draft’s own attributed quotations; with none, *said*, behind, comma inside. */
export function houseStyle({ text, quotations }: Analysis): HouseStyle {
  let past = 0
  let present = 0
  let colons = 0
  let behind = 0
  let inside = 0
  let outside = 0
  for (const { cue, speaker, segments } of quotations) {
    if (!speaker) continue
    if (cue) {
      const word = text.slice(cue.start, cue.end).toLowerCase()
      if (/^(?:says|asks|tells|writes|adds)\b/.test(word)) present += 1
      else if (/^(?:said|asked|told|wrote|added)\b/.test(word)) past += 1
    }
    for (const { open, close } of segments) {
      if (open.start > 0 && /:\s*$/.test(text.slice(Math.max(0, open.start - 4), open.start))) colons += 1
      else behind += 1
      if (close === null) continue
      if (text[close.start - 1] === ',') inside += 1
      else if (text[close.end] === ',') outside += 1
    }
  }
  return { tense: present > past ? 'says' : 'said', colonFirst: colons > behind, commaInside: inside >= outside }
}

/** The marks to write: the house’s; else those that most of the draft’s quotations stand in; else those of its language. */
export function writtenMarks({ text, quotations, house }: Analysis): readonly [open: string, close: string] {
  if (house.quotes) return [house.quotes.open, house.quotes.close]
  const counts = new Map<string, number>()
  for (const { segments } of quotations)
    for (const { open } of segments) {
      const mark = text.slice(open.start, open.end)
      if (closingMark(mark) !== null) counts.set(mark, (counts.get(mark) ?? 0) + 1)
    }
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  return most ? [most[0], closingMark(most[0]) ?? most[0]] : [house.usualQuotes.open, house.usualQuotes.close]
}
