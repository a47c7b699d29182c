/** Takeaways that begin without a heading: by a number, a bold lead-in, a short line, *first, second, third*, or as the items of a list. */
import type { Block, Markdown } from '../markdown/block.ts'
import { endsSentence, ledeOf } from './headline.ts'
import { leadWords } from './lead-words.ts'
import type { Start } from './marked.ts'
import type { Section } from './section.ts'

/** Each way in which the draft may mark its takeaways, with those that it marks so; the plainest first. */
export function leadIns(markdown: Markdown, headline: Section | null, promised: number | null): Start[][] {
  const body = bodyOf(markdown, headline)
  const enough = (starts: Start[]): Start[] => (starts.length === promised || fills(body, starts) ? starts : [])
  return [
    enough(longest(body, markdown.text, figureOf, 'number')),
    distinct(body.filter(({ block }) => leadWords(block) !== null).map((placed) => started(placed, 0, 'bold'))),
    lines(body),
    atLeast(promised === null ? 3 : 2, longest(body, markdown.text, ordinalOf, 'ordinal')),
    enough(items(body)),
    enough(pasted(body))
  ].map((starts) => (starts.length >= 2 ? starts : []))
}

interface Placed {
  readonly block: Block
  readonly index: number
}

/** The paragraphs behind the lede, those of lists among them; what is quoted in blocks leads into nothing. */
function bodyOf({ blocks }: Markdown, headline: Section | null): Placed[] {
  const lede = ledeOf(blocks, headline)
  const after = lede?.span.end ?? headline?.span.end ?? 0
  return blocks.flatMap((block, index) =>
    block.kind === 'paragraph' && block.start >= after && block.containers.every(({ kind }) => kind === 'list-item')
      ? [{ block, index }]
      : []
  )
}

/** The longest run of paragraphs counted from one, each with what tells its number. */
function longest(
  body: readonly Placed[],
  text: string,
  numberOf: (placed: Placed, before: number, text: string) => { number: number; lead: number } | null,
  mark: 'number' | 'ordinal'
): Start[] {
  let best: Start[] = []
  let run: Start[] = []
  let last: Placed | undefined
  for (const placed of body) {
    const found = numberOf(placed, run.length, text)
    if (!found) continue
    const { number } = found
    // “1. … 1. … 1. …”: Markdown counts the items of a list itself.
    const goesOn = number === run.length + 1 || (number === 1 && run.length > 0 && isNextItem(placed.block, last?.block))
    if (!goesOn && number !== 1) continue
    if (!goesOn) run = []
    run.push(started(placed, found.lead, mark))
    last = placed
    if (run.length > best.length) best = run
  }
  return best
}

const isNextItem = (block: Block, before: Block | undefined): boolean =>
  before !== undefined && block.containers.length > 0 && block.containers.length === before.containers.length

/** The number of an ordered item’s first paragraph, or of “No. 2: …”, “**3. …**”, “Takeaway four: …”. */
function figureOf({ block }: Placed, _: number, text: string): { number: number; lead: number } | null {
  if (block.containers.length === 1) {
    const marker = /(?:^|[\s>])(\d{1,2})[.)][ \t]+$/.exec(text.slice(text.lastIndexOf('\n', block.start - 1) + 1, block.start))
    return marker && { number: Number(marker[1]), lead: 0 }
  }
  const lead = block.containers.length === 0 && NUMBER.exec(block.prose.text)
  if (!lead) return null
  const digits = lead[1] ?? lead[2]
  return { number: digits ? Number(digits) : CARDINALS.indexOf((lead[3] as string).toLowerCase()) + 1, lead: lead[0].length }
}

const CARDINALS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const NUMBER = new RegExp(
  `^(?:(\\d{1,2})[.):]\\s+|(?:#|no\\.? ?|number |takeaway |lesson |point )(?:(\\d{1,2})|(${CARDINALS.join('|')}))(?:\\s*[.):–—-])\\s*)(?=\\S)`,
  'i'
)

/** “First, …”, “Second: …”, “Thirdly, …”, “One: …”; “Finally, …” is whatever comes next. */
function ordinalOf({ block }: Placed, before: number): { number: number; lead: number } | null {
  const { text } = block.prose
  if (block.containers.length > 0) return null
  if (before >= 2 && /^(?:and )?(?:finally|lastly|last)[,:]/i.test(text)) return { number: before + 1, lead: 0 }
  const ordinal = ORDINAL.exec(text)
  if (ordinal) return { number: ORDINALS.indexOf((ordinal[1] as string).toLowerCase()) + 1, lead: 0 }
  const cardinal = CARDINAL.exec(text)
  return cardinal && { number: CARDINALS.indexOf((cardinal[1] as string).toLowerCase()) + 1, lead: cardinal[0].length }
}

const CARDINAL = new RegExp(`^(${CARDINALS.join('|')})(?::| [–—])\\s+(?=\\S)`, 'i')
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']
const ORDINAL = new RegExp(
  `^(?:the )?(${ORDINALS.join('|')})(?:ly)?(?=[,:]| (?:takeaway|lesson|point|thing|question|finding|is|was)\\b)`,
  'i'
)

/** A name in bold before everything that somebody says is a transcript’s. */
const distinct = (starts: readonly Start[]): Start[] =>
  new Set(starts.map(({ title }) => title)).size === starts.length ? [...starts] : []

/** Short lines that are no sentences, each above a paragraph that is one: headings whose marks were lost. */
function lines(body: readonly Placed[]): Start[] {
  return body.flatMap((placed, i) => {
    const { text } = placed.block.prose
    const next = body[i + 1]?.block.prose.text ?? ''
    const isLine = text.length <= 80 && /^[\p{Lu}\d].*\s/u.test(text) && !/[.!?…:;,—–|]["'”’»)\]]*\s*$|\n/.test(text) && !CREDIT.test(text)
    return isLine && placed.block.containers.length === 0 && next.length >= 60 && endsSentence(next) ? [started(placed, 0, 'line')] : []
  })
}

const CREDIT = /^(?:by|photo|image|picture|video|file|illustration|graphic|source|credit|read more|related|watch)\b/i

/** The items of the longest list without numbers. */
function items(body: readonly Placed[]): Start[] {
  let best: Start[] = []
  let run: Start[] = []
  let item: number | undefined
  let end = -1
  for (const placed of body) {
    const { containers } = placed.block
    if (containers.length === 0 || placed.index !== end + 1) run = []
    end = placed.index
    const own = containers[0]?.ordinal
    if (own === undefined || own === item) continue
    item = own
    run.push(started(placed, 0, 'item'))
    if (run.length > best.length) best = run
  }
  return best
}

/** “• The levy stays. …”: items of a list that was pasted from elsewhere. */
const pasted = (body: readonly Placed[]): Start[] =>
  body.flatMap((placed) => {
    const bullet = placed.block.containers.length === 0 && /^[•▪◦‣■●►–—]\s+(?=\S)/.exec(placed.block.prose.text)
    return bullet ? [started(placed, bullet[0].length, 'item')] : []
  })

/** Whether the takeaways are what the story is made of: three demands in a list are none. */
function fills(body: readonly Placed[], starts: readonly Start[]): boolean {
  const first = starts[0]
  if (!first) return false
  const length = (placed: readonly Placed[]): number => placed.reduce((sum, { block }) => sum + block.prose.text.length, 0)
  const inside =
    first.mark === 'item' && body.some(({ block, index }) => index === first.block && block.containers.length > 0)
      ? body.filter(({ block }) => block.containers.length > 0)
      : body.filter(({ index }) => index >= first.block)
  return length(inside) >= LEAST_SHARE * length(body) && length(inside) >= LEAST_LENGTH * starts.length
}

const LEAST_SHARE = 0.4

/** An item of a few words names a thing and makes no point. */
const LEAST_LENGTH = 60

const atLeast = (count: number, starts: Start[]): Start[] => (starts.length >= count ? starts : [])

/** A start named by its lead words, else by its first sentence; `lead` units in front of the name are left out. */
function started({ block, index }: Placed, lead: number, mark: Start['mark']): Start {
  const { text, sentences } = block.prose
  const named = leadWords(block)
  const end = Math.max(lead + 1, named !== null && named > lead ? named : (sentences[0]?.end ?? text.length))
  return { mark, block: index, title: titled(text.slice(lead, end)), words: { start: lead, end } }
}

/** As a heading would have it: without its stop, and not endless. */
export function titled(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  const short = line.length > 80 ? `${line.slice(0, 79).replace(/\s+\S*$/, '')}…` : line
  return short
    .replace(/^\d{1,2}[.):]\s+/, '')
    .replace(/(?<=\S)[.:—–]$/, '')
    .trim()
}
