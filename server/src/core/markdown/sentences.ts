/** Where sentences end: the runtime's own segmenter, one paragraph at a time, and the places where it splits too much. */
import type { Span } from '../text/span.ts'
import { isWrappedAt } from './soft-break.ts'

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })

/** The segmenter is quadratic on long strings in some runtimes, so that a giant paragraph goes through it in pieces. */
const PIECE = 8_000

/** The sentences of the prose, in order, without the white space between them; none runs over a paragraph's end. */
export function sentences(text: string, paragraphs: readonly Span<'prose'>[]): readonly Span<'prose'>[] {
  const found: Span<'prose'>[] = []
  for (const paragraph of paragraphs) {
    let open: { start: number; end: number } | null = null
    for (const piece of pieces(text, paragraph)) {
      for (const { segment, index } of segmenter.segment(text.slice(piece.start, piece.end))) {
        const words = segment.trim()
        if (words === '') continue
        const start = piece.start + index + segment.indexOf(words[0] as string)
        const end = start + words.length
        if (open && goesOn(text, open.start, open.end, start)) open.end = end
        else {
          if (open) found.push(open)
          open = { start, end }
        }
      }
    }
    if (open) found.push(open)
  }
  return found
}

function* pieces(text: string, { start, end }: Span<'prose'>): Iterable<Span<'prose'>> {
  let at = start
  while (end - at > PIECE) {
    const space = text.lastIndexOf(' ', at + PIECE)
    const cut = space > at ? space : at + PIECE
    yield { start: at, end: cut }
    at = cut
  }
  yield { start: at, end }
}

/** Whether what begins at `next` belongs to the sentence `[start, end)`. */
function goesOn(text: string, start: number, end: number, next: number): boolean {
  const before = text.slice(Math.max(start, end - 24), end)
  const after = text.slice(next, next + 24)
  // “Why now?” she asked: a small letter never begins a sentence, nor does a sign.
  if (/^[\p{Ll},;:)\]—–-]/u.test(after)) return true
  // ”  A closing mark alone belongs to what it closes.
  if (/^[”’»"']+(?:\s|$)/u.test(after) && text.slice(end, next).trim() === '' && end === next) return true
  if (!/[.]["'”’»)\]]*$/.test(before)) return !/[!?…:]["'”’»)\]]*$/.test(before) && !isLineEnded(text, end, next)
  // “Mr. Ortiz”, “Gen. Brandt”: a title is never the end of a sentence.
  if (TITLE.test(before)) return true
  // “J. Ortiz”, “U.S. Treasury”: initials go on before a capital, unless a word follows that only begins a sentence.
  if (/(?:^|[\s(“"'‘])(?:\p{Lu}\.)+$/u.test(before))
    return !/^(?:The|A|An|It|He|She|They|We|But|And|In|On|At|That|This|Our|I)\b/.test(after)
  // “Jan. 5”, “No. 10”: a number goes on.
  return /\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No|Nos|p|pp|vs|v|approx)\.$/.test(before) && /^[\d]/.test(after)
}

/** A line that was wrapped goes on: “… when Samuel⏎Okafor came”. */
function isLineEnded(text: string, end: number, next: number): boolean {
  const newline = text.slice(end, next).indexOf('\n')
  return newline >= 0 && !isWrappedAt(text, end + newline)
}

const TITLE =
  /(?:^|[\s(“"'‘])(?:Mr|Mrs|Ms|Mx|Dr|Prof|Gen|Col|Lt|Maj|Capt|Cmdr|Sgt|Adm|Sen|Sens|Rep|Reps|Gov|Govs|Pres|Rev|Fr|Sr|Hon|St|Mt|Msgr|Supt|Insp|Det|Sec|Atty|Amb|Messrs|vs|e\.g|i\.e)\.$/
