/** Somebody whom the draft names before it says who they are: by the family name alone, or, of those it quotes, without a role. */
import * as l10n from '@vscode/l10n'
import type { Analysis } from '../analysis/analysis.ts'
import type { Quotation } from '../attribution/attribution.ts'
import * as word from '../entity/lexicon.ts'
import { rolePhrase } from '../entity/role-phrase.ts'
import { roleAt } from '../entity/roles.ts'
import { LOWER, SIGN, type Tokens } from '../entity/tokens.ts'
import { frontMatterList } from '../markdown/front-matter.ts'
import { fold } from '../text/fold.ts'
import { firstAt } from '../text/search.ts'
import { displayOf } from './display.ts'
import { asItStands, isBefore, type NameHere, type Names, namesOf, placeOf, spanOf, textOf } from './names.ts'
import type { Told } from './told.ts'

export function* firstReferences(analysis: Analysis): Iterable<Told> {
  const names = namesOf(analysis)
  const known = wellKnown(analysis)
  const met = new Set<string>()
  for (const name of names.all) {
    if (met.has(name.family) || !isOwnText(analysis, name)) continue
    met.add(name.family)
    if (known.has(name.family) || known.has(name.key)) continue
    const told = name.words.length === 1 ? familyFirst(analysis, names, name) : withoutRole(analysis, names, name)
    if (told) yield told
  }
}

/** Those of whom the front matter, `wellKnown: [Dana Ortiz, Okafor]`, or the house says that every reader knows them. */
function wellKnown({ markdown, house }: Analysis): ReadonlySet<string> {
  return new Set([...frontMatterList(markdown, 'wellKnown'), ...house.wellKnown].map(fold))
}

/** “Okafor shrugged,” before *Samuel Okafor* is named: the reader meets a stranger. */
function familyFirst(analysis: Analysis, names: Names, name: NameHere): Told | null {
  const fulls = (names.fullByFamily.get(name.family) ?? []).filter(
    (full) => full.person && full.words.length < 4 && !full.words.some(({ key }) => key === 'of') && isOwnText(analysis, full)
  )
  const [full] = fulls
  if (!full || fulls.some(({ key }) => key !== full.key) || !standsForOne(analysis, name)) return null
  // A draft that goes on for long with the family name alone takes it for known, or means another of the family.
  const before = (names.byKey.get(name.key) ?? []).filter((other) => isBefore(other, full))
  if (before.length > MOST_BEFORE) return null
  const span = placeOf(analysis, name)
  const outside = analysis.text.slice(0, span.start)
  if (standsInFull(outside, name)) return null
  const start = span.start - (COURTESY_BEFORE.exec(outside)?.[0].length ?? 0)
  const said = textOf(full) + (lacksRole(analysis, names, name) ? missingRole(analysis, { ...name, entity: full.entity }).text : '')
  return {
    block: analysis.blocks[name.block]!.block,
    span: { start, end: span.end },
    message: l10n.t('“{0}” is named in full only further on.', textOf(full)),
    fixes: () => [{ title: l10n.t('Say “{0}”', said.replace(/,$/, '')), edits: [{ start, end: span.end, newText: said }], preferred: true }]
  }
}

/** Also in marks, in a list, in a name that was read otherwise: a capital right before the family name. */
function standsInFull(before: string, { words }: NameHere): boolean {
  const family = words[0]!.text
  for (let at = before.indexOf(family); at > 0; at = before.indexOf(family, at + 1))
    if (/(?:^|[\s“"'‘(])\p{Lu}[\p{L}.-]*\s(?:\p{L}\.?\s)?$/u.test(before.slice(Math.max(0, at - 24), at))) return true
  return false
}

const MOST_BEFORE = 2

/** Not *the Okafor campaign*, *Okafor & Sons*, *the Okafor*; nor *President Okafor*, *Mrs. Okafor*, who need no given name. */
function standsForOne(analysis: Analysis, name: NameHere): boolean {
  const { mention, words } = asItStands(analysis, name)
  const { block } = name
  if (words[0]!.text === words[0]!.text.toUpperCase() || isKnownBy(analysis, mention.role)) return false
  const tokens = tokensOf(analysis, block, mention)
  if (!tokens) return false
  const before = mention.from - 1
  if (before >= 0 && tokens.flags[before]! & (word.DETERMINER | word.POSSESSIVE)) return false
  if (before >= 0 && /^['’]s?$/.test(textAt(tokens, before))) return false
  const next = mention.last + 1
  if (next >= tokens.length || mention.possessive) return true
  if (tokens.shape[next] === SIGN) return !/[&/-]/.test(textAt(tokens, next))
  return (
    (tokens.flags[next]! & (word.CUE | word.AUXILIARY | word.PREPOSITION | word.CONJUNCTION | word.ADVERB | word.RELATIVE)) !== 0 ||
    /ed$/.test(textAt(tokens, next))
  )
}

/** A house that has courtesy titles has them of those whom the reader has met; of another’s drafts, somebody’s *Mr.* is their whole name. */
function isKnownBy({ house }: Analysis, role: string | null): boolean {
  return role !== null && (KNOWN_BY_POST.test(role) || (!house.courtesyTitles && COURTESY.test(role)))
}

const KNOWN_BY_POST = /^(?:president|pope|king|queen|prince|princess|saint|st|sir|dame|lord|lady)\b/i

const COURTESY = /^(?:mr|mrs|ms|miss|mx)\b\.?$/i
const COURTESY_BEFORE = /\b(?:Mr|Mrs|Ms|Miss|Mx)\b\.?\s+$/

/** Somebody who speaks where they are first named, and nothing near says who they are. */
function withoutRole(analysis: Analysis, names: Names, name: NameHere): Told | null {
  if (!mayBePerson(name) || !lacksRole(analysis, names, name)) return null
  const span = placeOf(analysis, name)
  const { text, known } = missingRole(analysis, name)
  return {
    block: analysis.blocks[name.block]!.block,
    span,
    message: l10n.t('“{0}” speaks here for the first time, and nothing near says who that is.', textOf(name)),
    fixes: () => [
      {
        title: l10n.t('Say who: “{0}”', `${textOf(name)}${text.replace(/,$/, '')}`),
        edits: [{ start: span.end, end: span.end, newText: text }],
        preferred: known
      }
    ]
  }
}

const mayBePerson = ({ person, words }: NameHere): boolean => person && words.length < 5 && !words.some(({ key }) => key === 'of')

function lacksRole(analysis: Analysis, names: Names, name: NameHere): boolean {
  if (!speaksHere(analysis, name)) return false
  const uses = [...(names.byKey.get(name.family) ?? []), ...(names.fullByFamily.get(name.family) ?? [])]
  // Whom the headline names, or the story tells of again and again, its readers know or come to know.
  if (uses.length > MOST_USES || uses.some((use) => saysWho(analysis, use.mention.role) || !isOwnText(analysis, use))) return false
  return !isIntroduced(analysis, name)
}

const MOST_USES = 5

const saysWho = ({ house }: Analysis, role: string | null): boolean => role !== null && !(house.courtesyTitles && COURTESY.test(role))

/** What to put behind the name; the comma behind it only where none follows. */
function missingRole(analysis: Analysis, name: NameHere): { readonly text: string; readonly known: boolean } {
  const { blocks, date } = analysis
  const role = name.entity && roleAt(name.entity, date)
  const followed = /^\s*[,.;:!?)]/.test(blocks[name.block]!.block.prose.text.slice(spanOf(analysis, name).end))
  return { text: `, ${role ? rolePhrase(role) : '[role]'}${followed ? '' : ','}`, known: role !== null }
}

/** Whether a cue gives a quotation to this very name. */
function speaksHere(analysis: Analysis, name: NameHere): boolean {
  const { start, end } = placeOf(analysis, name)
  return quotationsIn(analysis, name.block).some(({ kind, carriedOver, evidence }) => {
    const words = evidence?.words[0]
    if (carriedOver || kind === 'indirect' || evidence?.sieve !== 'adjacent' || !words) return false
    return words.start <= start && end <= words.end
  })
}

/** The quotations that begin in the block; they stand in order. */
function quotationsIn({ quotations }: Analysis, block: number): readonly Quotation[] {
  const from = firstAt(quotations, (quotation) => quotation.block, block)
  let to = from
  while (to < quotations.length && quotations[to]!.block === block) to += 1
  return quotations.slice(from, to)
}

/** Whether the sentence that names them, the one before or the next says what anybody is. */
function isIntroduced(analysis: Analysis, name: NameHere): boolean {
  const { blocks } = analysis
  const { block } = name
  const { mention } = asItStands(analysis, name)
  const { reading } = blocks[block]!
  const { sentences, text } = reading.prose
  const at = firstAt(sentences, ({ end }) => end, mention.span.end)
  const start = sentences[at - 1]?.start ?? sentences[at]?.start ?? 0
  const end = sentences[at + 1]?.end ?? sentences[at]?.end ?? text.length
  const behind = text.slice(mention.span.end, mention.span.end + 40)
  const tokens = reading.paragraphs.find(({ mentions }) => mentions.includes(mention))?.tokens
  if (tokens && mention.from > 0 && describes(tokens, mention.from - 1)) return true
  if (
    /^,?\s*\(|^,\s+\p{Lu}|^ (?:of\b|(?:from|at|in|on|for|with) (?:the )?\p{Lu})|^,\s+(?!(?:and|but|or|said|says)\b)[\p{Ll}\d[]|^\s*[—–-]/u.test(
      behind
    )
  )
    return true
  for (const { tokens } of reading.paragraphs)
    for (let i = 0; i < tokens.length; i += 1) {
      if (tokens.start[i]! < start || tokens.end[i]! > end) continue
      if (tokens.flags[i]! & (word.PERSON | word.TITLE)) return true
    }
  return false
}

/** *Councilmember Ruth Lund*, *the Quay’s Ruth Lund*: a word before a name that is neither a verb nor holds the sentence together. */
function describes(tokens: Tokens, before: number): boolean {
  if (/^['’]s?$/.test(textAt(tokens, before))) return true
  return (
    tokens.shape[before] === LOWER &&
    (tokens.flags[before]! & (word.CUE | word.AUXILIARY | word.PREPOSITION | word.CONJUNCTION | word.ADVERB | word.RELATIVE)) === 0 &&
    !/(?:ed|ing)$/.test(textAt(tokens, before))
  )
}

/** What stands around the text, lists and others’ words follow rules of their own; so do a pasted draft’s first lines. */
function isOwnText(analysis: Analysis, { block }: Pick<NameHere, 'block'>): boolean {
  const { kind, containers, prose } = analysis.blocks[block]!.block
  if (kind !== 'paragraph' || containers.length > 0 || displayOf(analysis, block) !== null) return false
  const alone = prose.sentences.length === 1
  if (block < 2 && prose.text.length < LONGEST_LINE && !analysis.markdown.frontMatter && !analysis.headline) return false
  return !(alone && prose.text.length < SHORTEST_SENTENCE)
}

const LONGEST_LINE = 250
/** *Okafor: a pause.* is a heading in all but name. */
const SHORTEST_SENTENCE = 60

function tokensOf({ blocks }: Analysis, block: number, mention: NameHere['mention']): Tokens | null {
  return blocks[block]!.reading.paragraphs.find(({ mentions }) => mentions.includes(mention))?.tokens ?? null
}

const textAt = ({ text, start, end }: Tokens, i: number): string => text.slice(start[i], end[i])
