/** What stands under the cursor: who a name is and what they said, or who said a quotation, and whether they did. */
import type { Analysis } from '../analysis/analysis.ts'
import type { Chain, Quotation, Speaker } from '../attribution/attribution.ts'
import type { Pack } from '../coverage/pack.ts'
import { markedWords } from '../coverage/statement.ts'
import type { Entity, Role } from '../entity/entity.ts'
import type { Mention } from '../entity/mention.ts'
import { type Span, touches } from '../text/span.ts'
import { plain } from './markup.ts'
import { quotationText } from './quotation-text.ts'

export interface Hover {
  readonly span: Span
  /** Markdown; its first sentence makes sense read aloud. */
  readonly markdown: string
}

/** The hover at a draft offset, or null where nothing is known. A name inside a quotation wins over the quotation. */
export function hover(analysis: Analysis, offset: number): Hover | null {
  for (const chain of analysis.chains) {
    const mention = chain.mentions.find((candidate) => touches(candidate.span, offset))
    if (mention && isTold(chain)) return { span: mention.span, markdown: entityText(analysis, chain, mention) }
  }
  const quotation = analysis.quotations.find(({ segments, span, kind }) =>
    kind === 'indirect' ? touches(span, offset) : segments.some((segment) => touches(segment.span, offset))
  )
  return quotation && isReported(quotation) ? { span: quotation.span, markdown: quotationText(analysis, quotation) } : null
}

/** A noun or pronoun that stands for nobody we know is not worth a hover. */
const isTold = ({ entity, name }: Chain): boolean => entity !== null || name !== null

const isReported = ({ kind }: Quotation): boolean => kind === 'direct' || kind === 'mixed' || kind === 'indirect'

function entityText(analysis: Analysis, chain: Chain, mention: Mention): string {
  const entity = chain.entity === null ? undefined : analysis.entity(chain.entity)
  const name = entity?.name ?? chain.name ?? mention.head
  const role = entity ? roleAt(entity, storyDate(analysis)) : null
  const title = role ? roleText(role) : (chain.role ?? mention.role)
  const quoted = analysis.quotations.filter(({ speaker }) => speaker && isOf(speaker, chain)).length
  const lines = [`**${plain(name)}**${title ? `, ${plain(title)}` : ''}.`]
  if (entity?.description) lines.push(plain(entity.description))
  lines.push(quoted === 0 ? 'Not quoted in this draft.' : `Quoted ${times(quoted)} in this draft.`)
  if (entity) lines.push(...saidInCoverage(analysis.packs, entity))
  else lines.push('Known from this draft alone.')
  return lines.join('\n\n')
}

/** Up to five statements; a hover is no archive. */
function saidInCoverage(packs: readonly Pack[], { id }: Entity): string[] {
  const said = packs.flatMap((pack) => pack.statements.filter(({ speakers }) => speakers.includes(id)))
  if (said.length === 0) return []
  const shown = said.slice(0, 5).map((statement) => {
    const when = [statement.occasion, statement.date].filter(Boolean).join(', ')
    return `- ${plain(markedWords(statement))}${when ? ` (${plain(when)})` : ''}`
  })
  const more = said.length > shown.length ? [`- … and ${said.length - shown.length} more`] : []
  return [['In the coverage:', '', ...shown, ...more].join('\n')]
}

function isOf(speaker: Speaker, chain: Chain): boolean {
  const same = (entity: string | null, name: string | null) =>
    chain.entity !== null ? entity === chain.entity : entity === null && name !== null && name === chain.name
  return same(speaker.entity, speaker.name) || speaker.also.some(({ entity, name }) => same(entity, name))
}

/** The date the story carries, ISO, or the newest of its packs. */
function storyDate({ markdown, packs }: Analysis): string | null {
  return /^date:[ \t]*["']?(\d{4}-\d\d-\d\d)/m.exec(markdown.frontMatter?.text ?? '')?.[1] ?? packs[0]?.date ?? null
}

/** The role held on that date; without a date, the last one listed. ISO dates compare as strings, also shortened ones. */
export function roleAt({ roles }: Entity, date: string | null): Role | null {
  if (date === null) return roles.at(-1) ?? null
  return (
    roles.find(
      ({ from, until }) => (from === undefined || from <= date) && (until === undefined || date <= until || until.startsWith(date))
    ) ?? null
  )
}

const roleText = ({ title, of, asReported }: Role): string =>
  `${title}${of ? `, ${of}` : ''}${asReported ? ' (as the coverage reports it)' : ''}`

const times = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`)
