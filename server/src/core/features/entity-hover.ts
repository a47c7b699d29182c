/** What is told of a name under the cursor: who it is, how it is spelt, what they said here and in the coverage, and how we know. */
import * as l10n from '@vscode/l10n'
import type { Analysis } from '../analysis/analysis.ts'
import type { Quotation } from '../attribution/attribution.ts'
import { markedWords } from '../coverage/statement.ts'
import type { Entity, EntityKind, Role } from '../entity/entity.ts'
import type { Mention } from '../entity/mention.ts'
import { asPhrase, rolePhrase } from '../entity/role-phrase.ts'
import { roleAt } from '../entity/roles.ts'
import { readableDate } from '../text/in-words.ts'
import { isCovered } from './covered.ts'
import { asRead, cut, plain } from './markup.ts'
import { toldVerdict, verdictName } from './verdict.ts'
import { entityOf, speaksAs, type Whom } from './whom.ts'

/** Markdown; its first sentence says by itself who it is. Of *the two leaders* each. */
export function entityText(analysis: Analysis, whom: Whom): string {
  const { entity, mention } = whom
  const same = ({ span }: Mention) => span.start === mention.span.start && span.end === mention.span.end
  const all = mention.number === 'many' ? analysis.chains.filter(({ mentions }) => mentions.some(same)) : []
  if (all.length > 1) return all.map((chain) => firstSentence(analysis, { chain, mention, entity: entityOf(analysis, chain) })).join('\n\n')
  const parts = [
    firstSentence(analysis, whom),
    entity ? government(analysis, entity) : '',
    entity?.description ? plain(entity.description) : '',
    entity ? spellings(entity) : '',
    quotedHere(analysis, whom),
    firstMention(analysis, whom),
    ...(entity ? [saidInCoverage(analysis, entity), provenance(analysis, entity)] : [l10n.t('Known from this draft alone.')])
  ]
  return parts.filter((part) => part !== '').join('\n\n')
}

function kindName(kind: EntityKind): string {
  switch (kind) {
    case 'person':
      return l10n.t('a person')
    case 'body':
      return l10n.t('a body')
    case 'place':
      return l10n.t('a place')
    case 'document':
      return l10n.t('a document')
    case 'event':
      return l10n.t('an event')
    case 'project':
      return l10n.t('a project')
  }
}

/** “**Volodymyr Zelensky**, the president of Ukraine.” Without a role, what kind of thing it is. */
function firstSentence(analysis: Analysis, { entity, chain, mention }: Whom): string {
  const name = plain(entity?.name ?? chain.name ?? mention.head)
  const date = analysis.date ?? analysis.packs.find(({ date }) => date)?.date ?? null
  const role = entity && roleAt(entity, date)
  const former = entity && !role ? lastBefore(entity, date) : null
  const draftRole = chain.role ?? mention.role
  const what = role
    ? role.asReported
      ? l10n.t('{0} (as the coverage reports it)', plain(rolePhrase(role)))
      : plain(rolePhrase(role))
    : former
      ? l10n.t('{0} until {1}', plain(rolePhrase(former)), readableDate(former.until ?? ''))
      : draftRole
        ? plain(asPhrase(draftRole))
        : chain.kind
          ? kindName(chain.kind)
          : ''
  return `**${name}**${what ? `, ${what}` : ''}.`
}

function government(analysis: Analysis, { standsFor }: Entity): string {
  const whose = standsFor === undefined ? undefined : analysis.entity(standsFor)
  return whose ? l10n.t('It also stands for the government of {0}.', plain(whose.name)) : ''
}

const lastBefore = ({ roles }: Entity, date: string | null): Role | null =>
  date === null ? null : (roles.findLast(({ until }) => until !== undefined && until < date) ?? null)

function spellings({ name, aliases }: Entity): string {
  const others = aliases.filter((alias) => alias !== name)
  return others.length === 0 ? '' : l10n.t('Also: {0}.', others.slice(0, MOST_SPELLINGS).map(plain).join(', '))
}

const MOST_SPELLINGS = 8

/** How often they are quoted here; where a coverage is known, with what became of each. A hover is no archive. */
function quotedHere(analysis: Analysis, { chain }: Whom): string {
  const own = analysis.quotations.filter(({ speaker, kind }) => speaksAs(speaker, chain) && (kind === 'direct' || kind === 'mixed'))
  if (own.length === 0) return l10n.t('Not quoted in this draft.')
  const covered = analysis.coverage.index.segments.length > 0
  const checked = own.map((quotation) => ({ quotation, verdict: covered ? toldVerdict(analysis.verification(quotation).whole) : null }))
  const times = quotedTimes(own.length)
  if (!isCovered(analysis) || checked.every(({ verdict }) => verdict === null)) return times
  const lines = checked
    .slice(0, MOST_SHOWN)
    .map(
      ({ quotation, verdict }) =>
        `- ${verdict ? l10n.t('{0}: {1}', excerpt(analysis, quotation), verdictName(verdict)) : excerpt(analysis, quotation)}`
    )
  return [times, '', ...lines, ...more(own.length)].join('\n')
}

const MOST_SHOWN = 5

const more = (count: number): string[] => (count > MOST_SHOWN ? [`- ${l10n.t('… and {0} more', count - MOST_SHOWN)}`] : [])

const excerpt = ({ text }: Analysis, { span }: Quotation): string => plain(cut(asRead(text.slice(span.start, span.end)), 80))

function firstMention({ text, blocks }: Analysis, { chain, mention }: Whom): string {
  const [first] = chain.mentions
  if (!first || first.span.start === mention.span.start) return ''
  const paragraph = blocks.filter(({ block }) => block.start <= first.span.start).length
  return l10n.t('First named as “{0}” in paragraph {1}.', plain(asRead(text.slice(first.span.start, first.span.end))), paragraph)
}

function saidInCoverage({ packs }: Analysis, { id }: Entity): string {
  const said = packs.flatMap((pack) => pack.statements.filter(({ speakers }) => speakers.includes(id)))
  if (said.length === 0) return ''
  const lines = said.slice(0, MOST_SHOWN).map((statement) => {
    const when = [statement.occasion, statement.date && readableDate(statement.date)].filter(Boolean).join(', ')
    return `- ${plain(markedWords(statement))}${when ? ` (${plain(when)})` : ''}`
  })
  return [l10n.t('In the coverage:'), '', ...lines, ...more(said.length)].join('\n')
}

function provenance({ packs }: Analysis, { id }: Entity): string {
  const known = packs.filter(({ entities }) => entities.some((entity) => entity.id === id))
  const pack = known.find(({ house }) => house === true) ?? known[0]
  if (!pack) return ''
  return pack.house ? l10n.t('From the house’s names “{0}”.', plain(pack.title)) : l10n.t('From the pack “{0}”.', plain(pack.title))
}

function quotedTimes(count: number): string {
  if (count === 1) return l10n.t('Quoted once in this draft.')
  return count === 2 ? l10n.t('Quoted twice in this draft.') : l10n.t('Quoted {0} times in this draft.', count)
}
