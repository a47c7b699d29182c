/** Eight or more words in a row of the coverage that stand in the draft's own prose without marks. */
import * as l10n from '@vscode/l10n'
import type { Analysis, AnalyzedBlock } from '../analysis/analysis.ts'
import { toDraft } from '../text/offset-map.ts'
import { overlaps, type Span } from '../text/span.ts'
import type { Copied } from '../verification/copied.ts'
import { houseStyle, writtenMarks } from './attribution-style.ts'
import type { Edit, Fix } from './finding.ts'
import { credit, places, readableName } from './published.ts'
import type { Told } from './told.ts'

/** So many words in a row were copied. */
const SURE = 15

export function* unmarkedQuotations(analysis: Analysis): Iterable<Told> {
  const all = analysis.blocks.flatMap((block) => (analysis.copied(block) ?? []).map((copied) => ({ block, copied })))
  if (all.length === 0) return
  const own = ownArticles(analysis, all)
  for (const { block: analyzed, copied } of all) {
    const { block } = analyzed
    const { passage, words } = copied
    const span = toDraft(block.prose.map, copied.span, block.start)
    if (own.has(passage.article.id) || isSpokenInDraft(analysis, span)) continue
    const sentence = sentenceAround(analyzed, copied)
    const credited = isCredited(sentence, copied)
    // Told in the reporter's words of the one whom the draft names as well, it is a report of the same, in fewer words than would be copied.
    if (words < SURE && (credited || passage.voice === 'reported')) continue
    yield {
      block,
      span,
      message:
        passage.voice === 'spoken' && passage.speaker
          ? l10n.t('These {0} words are {1}’s in the coverage ({2}).', words, readableName(passage.speaker), credit(passage.article))
          : l10n.t('These {0} words stand so in the coverage ({1}).', words, credit(passage.article)),
      ...((words < SURE || credited) && { atMost: 'hint' as const }),
      related: places(analysis, [passage]),
      fixes: () => putMarks(analysis, span, copied, sentence)
    }
  }
}

interface Found {
  readonly block: AnalyzedBlock
  readonly copied: Copied
}

/** A draft that was published is its own coverage: where a third of its words stand in one article, it is that article, or the next edition of it. */
function ownArticles({ blocks }: Analysis, all: readonly Found[]): ReadonlySet<string> {
  const total = blocks.reduce((sum, { block }) => sum + block.prose.text.length, 0)
  const shared = new Map<string, number>()
  for (const { copied } of all) {
    const { id } = copied.passage.article
    shared.set(id, (shared.get(id) ?? 0) + copied.span.end - copied.span.start)
  }
  return new Set([...shared].filter(([, length]) => length > LONGEST_BORROWED && 3 * length > total).map(([id]) => id))
}

/** A short draft may be copied in the better part. UTF-16 units. */
const LONGEST_BORROWED = 1_200

/** A draft without marks, or words in a block quotation: they are somebody's there. */
const isSpokenInDraft = ({ quotations }: Analysis, span: Span): boolean =>
  quotations.some((quotation) => quotation.kind !== 'indirect' && quotation.segments.some((segment) => overlaps(segment.span, span)))

function sentenceAround({ block: { prose } }: AnalyzedBlock, { span }: Copied): string {
  const around = prose.sentences.filter((sentence) => overlaps(sentence, span))
  return prose.text.slice(around[0]?.start ?? span.start, around.at(-1)?.end ?? span.end)
}

/** Whether the sentence names who published the words. */
const isCredited = (sentence: string, { passage: { article } }: Copied): boolean =>
  article.publisher !== undefined && sentence.toLowerCase().includes(article.publisher.toLowerCase().replace(/^the /, ''))

/** Marks around the words as they stand; a speaker or publisher who is not named in the sentence is named behind it. */
function putMarks(analysis: Analysis, span: Span, copied: Copied, sentence: string): readonly Fix[] {
  const { text } = analysis
  if (/[*_`<>[\]\\\n"“”]/.test(text.slice(span.start, span.end))) return []
  const [open, close] = writtenMarks(analysis)
  const { passage } = copied
  const speaker = passage.voice === 'spoken' && passage.speaker ? readableName(passage.speaker) : null
  const who = speaker ?? passage.article.publisher ?? null
  const last = who?.split(' ').at(-1) ?? ''
  const isNamed = who === null || sentence.toLowerCase().includes(last.toLowerCase())
  const stop = text.charAt(span.end)
  const style = houseStyle(analysis)
  const ends = stop === '.' || stop === '' || stop === '\n'
  if (isNamed || !ends)
    return [{ title: l10n.t('Put it in quotation marks'), edits: [insert(span.start, open), insert(span.end, close)], preferred: true }]
  const verb = speaker ? style.tense : style.tense === 'says' ? 'reports' : 'reported'
  const clause = speaker ? `${verb} ${who}` : `${who} ${verb}`
  const behind = style.commaInside ? `,${close} ${clause}.` : `${close}, ${clause}.`
  const end: Edit = { start: span.end, end: span.end + (stop === '.' ? 1 : 0), newText: behind }
  return [
    {
      title: l10n.t('Put it in quotation marks and attribute it to {0}', who ?? ''),
      edits: [insert(span.start, open), end],
      preferred: true
    }
  ]
}

const insert = (offset: number, newText: string): Edit => ({ start: offset, end: offset, newText })
