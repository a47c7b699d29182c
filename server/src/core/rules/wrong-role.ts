/** A post that somebody did not hold when the story was written, as the coverage knows it: *Prime Minister Xi*. Silent without a date. */
import * as l10n from '@vscode/l10n'
import data from '../../../data/offices.json'
import type { Analysis } from '../analysis/analysis.ts'
import type { Entity, Role } from '../entity/entity.ts'
import { rolePhrase } from '../entity/role-phrase.ts'
import { rolesAt } from '../entity/roles.ts'
import { readableDate } from '../text/in-words.ts'
import { toDraft } from '../text/offset-map.ts'
import { firstAt } from '../text/search.ts'
import type { Span } from '../text/span.ts'
import type { Related } from './finding.ts'
import { namesOf, spanOf } from './names.ts'
import type { Told } from './told.ts'

export function* wrongRoles(analysis: Analysis): Iterable<Told> {
  const { date, blocks, gazetteer } = analysis
  if (gazetteer.entities.length === 0 || date === null) return
  for (const name of namesOf(analysis).all) {
    const { entity } = name
    if (entity?.kind !== 'person' || entity.roles.length === 0) continue
    const { text, sentences } = blocks[name.block]!.block.prose
    const whole = spanOf(analysis, name)
    const given = officeBefore(text, whole) ?? officeBehind(text, whole)
    if (!given || tellsOfThePast(text, sentences, whole, date)) continue
    const held = rolesAt(entity, date)
    const right = held.find(({ title }) => officeOf(title) !== null)
    if (held.some((role) => isHeldAs(role, given.office)) || !(right || entity.roles.some((role) => isHeldAs(role, given.office)))) continue
    const { prose, start } = blocks[name.block]!.block
    const span = toDraft(prose.map, given.span, start)
    yield {
      block: blocks[name.block]!.block,
      span,
      message: told(entity, right, given.office, readableDate(date)),
      related: entriesOf(analysis, entity),
      fixes: () => {
        const newText = right ? (given.phrase ? rolePhrase(right) : right.title) : ''
        return newText ? [{ title: l10n.t('Say “{0}”', newText), edits: [{ ...span, newText }], preferred: true }] : []
      }
    }
  }
}

/** Where a pack has them. */
const entriesOf = ({ packs }: Analysis, { id, name }: Entity): readonly Related[] =>
  packs
    .filter(({ entities }) => entities.some((entity) => entity.id === id))
    .map((pack) => ({
      kind: 'coverage',
      passage: { article: { id: `${pack.id}#${id}` }, start: 0, end: 0 },
      message: l10n.t('The entry of {0} in “{1}”.', name, pack.title)
    }))

const offices = new Map(Object.entries(data.same))

/** Longest first, so that *vice president* is not read as *president*. */
const names = [...offices.keys()].sort((a, b) => b.length - a.length).map((name) => name.replace('.', '\\.'))
const BEFORE = new RegExp(`(?<![\\p{L}-])(${names.join('|')})\\s+$`, 'iu')
const BEHIND = new RegExp(
  `^,\\s+((?:the\\s+)?(?:(?!former|then|late)[\\p{L}’'.-]+\\s+){0,2}?(${names.join('|')})(?:\\s+of\\s+[\\p{L}’' ]+?)?)(?=[,.;:)]|$)`,
  'iu'
)

interface Given {
  readonly office: string
  readonly span: Span<'prose'>
  /** Whether it is a phrase behind the name: *the prime minister of China*. */
  readonly phrase: boolean
}

/** *Prime Minister Xi*; not *former*, *then-*, *Vice* or *acting* before it. */
function officeBefore(text: string, { start }: Span<'prose'>): Given | null {
  // The name may be known with its title: *President Xi*.
  const match = BEFORE.exec(text.slice(Math.max(0, start - 40), start))
  if (!match) return null
  const at = start - match[0].length
  if (NOT_NOW.test(text.slice(Math.max(0, at - 24), at))) return null
  return { office: offices.get(match[1]!.toLowerCase())!, span: { start: at, end: at + match[1]!.length }, phrase: false }
}

const NOT_NOW =
  /(?:\b(?:former|formerly|then|ex|late|once|onetime|one-time|past|previous|future|next|incoming|outgoing|acting|interim|designate|shadow|vice|deputy|assistant|under|first|as|becoming|became|elected|like|would-be|aspiring|self-proclaimed|self-styled|honorary|replaced|succeeded|predecessor|successor)[\s,-]+)(?:[\p{Lu}][\p{L}.]*\s+)?$/iu

/** *Xi Jinping, the prime minister of China,* — the first words behind the name. */
function officeBehind(text: string, { end }: Span<'prose'>): Given | null {
  const match = BEHIND.exec(text.slice(end, end + 80))
  if (
    !match ||
    /\b(?:former|then|late|ex|acting|vice|deputy|next|incoming|wife|husband|son|daughter|aide|spokesman|spokeswoman)\b/i.test(
      match[1]!.replace(match[2]!, '')
    )
  )
    return null
  const start = end + match[0].indexOf(match[1]!)
  return { office: offices.get(match[2]!.toLowerCase())!, span: { start, end: start + match[1]!.length }, phrase: true }
}

/** The post that a role is, by its last words: *general secretary*, of *General Secretary of the party*. */
function officeOf(title: string): string | null {
  const lower = title.toLowerCase()
  return offices.get(lower) ?? [...offices].find(([name]) => lower.endsWith(` ${name}`))?.[1] ?? null
}

/** *Minister* is not known here, but *Secretary General* is held as *General Secretary*, *Prime Minister* as *Premier*. */
const isHeldAs = ({ title }: Role, office: string): boolean =>
  officeOf(title) === office || (offices.get(title.toLowerCase()) ?? '') === office

/** *In 2012, Vice President Xi*; *when President Poroshenko met …*: an earlier year, or words for another time, in the sentence. */
function tellsOfThePast(text: string, sentences: readonly Span<'prose'>[], { start }: Span<'prose'>, date: string): boolean {
  const sentence = sentences[firstAt(sentences, ({ end }) => end, start + 1)]
  const words = sentence ? text.slice(sentence.start, sentence.end) : text
  if (/\b(?:ago|at the time|back then|in those days|years earlier|used to|since|until|when|during)\b/i.test(words)) return true
  return [...words.matchAll(/(?<!\d)(?:1[89]|20)\d\d(?!\d)/g)].some(([year]) => year !== date.slice(0, 4))
}

function told({ name }: Entity, right: Role | undefined, office: string, date: string): string {
  if (!right) return l10n.t('By the coverage, {0} was not {1} on {2}.', name, office, date)
  const held = right.of ? `${right.title} of ${right.of}` : right.title
  return l10n.t('By the coverage, {0} was {1}, not {2}, on {3}.', name, held, office, date)
}
