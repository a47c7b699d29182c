/** Takeaways that begin without a heading: by a number, a bold lead-in, a short line, *first, second, third*, or as the items of a list. */
import type { Block, Markdown } from '../markdown/block.ts'
import type { Span } from '../text/span.ts'
import { endsSentence, ledeOf } from './headline.ts'
import type { Start } from './marked.ts'
import type { Section } from './section.ts'

/** Each way in which the draft may mark its takeaways, with those that it marks so; the plainest first. */
export function leadIns(markdown: Markdown, headline: Section | null, promised: number | null): Start[][] {
  const body = bodyOf(markdown, headline)
  const enough = (starts: Start[]): Start[] => (starts.length === promised || fills(body, starts) ? starts : [])
  return [
    enough(longest(body, markdown.text, numberOf, 'number')),
    distinct(body.flatMap(boldLeadIn)),
    lines(body),
    atLeast(promised === null ? 3 : 2, longest(body, markdown.text, ordinalOf, 'ordinal')),
    enough(items(body))
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
  counted: (placed: Placed, text: string, before: Placed | undefined) => { number: number | null; lead: number } | null,
  mark: 'number' | 'ordinal'
): Start[] {
  let best: Start[] = []
  let run: Start[] = []
  let last: Placed | undefined
  for (const placed of body) {
    const found = counted(placed, text, last)
    if (!found) continue
    // “1. … 1. … 1. …”: Markdown counts the items of a list itself.
    const number = found.number ?? run.length + 1
    const goesOn = number === run.length + 1 || (number === 1 && run.length > 0 && isNextItem(placed.block, last?.block))
    if (!goesOn && number !== 1) continue
    run = goesOn ? [...run, started(placed, found.lead, mark)] : [started(placed, found.lead, mark)]
    last = placed
    if (run.length > best.length) best = run
  }
  return best
}

const isNextItem = (block: Block, before: Block | undefined): boolean =>
  before !== undefined && block.containers.length > 0 && block.containers.length === before.containers.length

/** The number of an ordered item’s first paragraph, or of “No. 2: …”, “**3. …**”, “Takeaway four: …”. */
function numberOf({ block }: Placed, text: string): { number: number | null; lead: number } | null {
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

/** “First, …”, “Second: …”, “Thirdly, …”. */
function ordinalOf({ block }: Placed): { number: number | null; lead: number } | null {
  const found = ORDINAL.exec(block.prose.text)
  return found && block.containers.length === 0 ? { number: ORDINALS.indexOf((found[1] as string).toLowerCase()) + 1, lead: 0 } : null
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']
const ORDINAL = new RegExp(
  `^(?:the )?(${ORDINALS.join('|')})(?:ly)?(?=[,:]| (?:takeaway|lesson|point|thing|question|finding|is|was)\\b)`,
  'i'
)

/** “**The levy stays.** Nobody …”: bold words that begin a paragraph and end in a stop, or are all of it. */
function boldLeadIn(placed: Placed): Start[] {
  const { text } = placed.block.prose
  const bold = boldAtStart(placed.block)
  if (bold === null || bold < 3 || bold > LONGEST_LEAD) return []
  const whole = text.slice(bold).trim() === ''
  if (!whole && !/[.:?!…—–][”’"')]*$/.test(text.slice(0, bold).trimEnd()) && !/^[”’"')]*\s*[.:?!—–]/.test(text.slice(bold))) return []
  // “**Q:** Why now?” is talk and no takeaway.
  if (!/\p{L}{2}.*\s.*\p{L}{2}|\p{L}{4}/u.test(text.slice(0, bold))) return []
  return [started(placed, 0, 'bold')]
}

/** Longer than this, bold words are a paragraph that shouts. */
const LONGEST_LEAD = 120

function boldAtStart({ prose }: Block): number | null {
  const bold = prose.styled.find(({ style, span }) => style === 'strong' && /^[\s“"‘']*$/.test(prose.text.slice(0, span.start)))
  return bold ? bold.span.end : null
}

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
    run = [...run, started(placed, 0, 'item')]
    if (run.length > best.length) best = run
  }
  return best
}

/** Whether the takeaways are what the story is made of: three demands in a list are none. */
function fills(body: readonly Placed[], starts: readonly Start[]): boolean {
  const first = starts[0]
  if (!first) return false
  const length = (placed: readonly Placed[]): number => placed.reduce((sum, { block }) => sum + block.prose.text.length, 0)
  const inside =
    first.mark === 'item' ? body.filter(({ block }) => block.containers.length > 0) : body.filter(({ index }) => index >= first.block)
  return length(inside) >= LEAST_SHARE * length(body) && length(inside) >= LEAST_LENGTH * starts.length
}

const LEAST_SHARE = 0.4

/** An item of a few words names a thing and makes no point. */
const LEAST_LENGTH = 60

const atLeast = (count: number, starts: Start[]): Start[] => (starts.length >= count ? starts : [])

/** A start named by its bold words, else by its first sentence; `lead` units in front of the name are left out. */
function started({ block, index }: Placed, lead: number, mark: Start['mark']): Start {
  const bold = boldAtStart(block)
  const words: Span<'prose'> =
    bold !== null && bold > lead && bold <= LONGEST_LEAD
      ? { start: lead, end: bold }
      : { start: lead, end: block.prose.sentences[0]?.end ?? block.prose.text.length }
  const end = Math.max(words.end, words.start + 1)
  return { mark, block: index, title: titled(block.prose.text.slice(words.start, end)), words: { start: words.start, end } }
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
