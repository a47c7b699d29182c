/** A quotation whose words the coverage gives to somebody else, as they stand or told in another tense and person. */
import * as l10n from '@vscode/l10n'
import type { Analysis } from '../analysis/analysis.ts'
import type { Quotation } from '../attribution/attribution.ts'
import { sameSpeaker } from '../verification/speaker.ts'
import type { Passage } from '../verification/verification.ts'
import type { Fix } from './finding.ts'
import { judgements } from './judgement.ts'
import { credit, places, readableName } from './published.ts'
import type { Told } from './told.ts'

export function* misattributedQuotations(analysis: Analysis): Iterable<Told> {
  for (const { charge, quotation, block, verification, passage } of judgements(analysis)) {
    if (charge !== 'misattributed' || !passage?.speaker || !quotation.speaker) continue
    const { span, name } = quotation.speaker
    const who = [readableName(passage.speaker), name ?? '', credit(passage.article)]
    yield {
      block,
      span,
      message:
        passage.voice === 'reported'
          ? l10n.t('The coverage reports this of {0}, not {1} ({2}).', ...who)
          : l10n.t('The coverage gives these words to {0}, not {1} ({2}).', ...who),
      related: places(analysis, verification.passages),
      fixes: () => attributeTo(analysis, quotation, passage)
    }
  }
}

/** Puts the right name for the wrong one, where a plain name says or said it: *Xi said*, *said Xi Jinping*. */
function attributeTo(analysis: Analysis, { speaker, cue, evidence }: Quotation, passage: Passage): readonly Fix[] {
  const mention = evidence?.words[0]
  if (!speaker || !cue || !mention || mention.start !== speaker.span.start || mention.end !== speaker.span.end) return []
  const words = analysis.text.slice(mention.start, mention.end)
  const between = analysis.text.slice(Math.min(mention.end, cue.end), Math.max(mention.start, cue.start))
  if (!/^\p{Lu}[\p{L}\s.’'-]*$/u.test(words) || /^(?:He|She|They|It|The|A|An)\b/.test(words) || !/^\s{1,2}$/.test(between)) return []
  // *said Xi Jinping, president of China*: what follows would be wrong of anybody else.
  const behind = Math.max(mention.end, cue.end)
  if (mention.start > cue.start && /^,\s+(?:the|a|an|who|\p{Ll}+)\b/u.test(analysis.text.slice(behind, behind + 12))) return []
  const name = nameInDraft(analysis, passage, mention.start)
  return [{ title: l10n.t('Attribute to {0}', name), edits: [{ ...mention, newText: name }], preferred: true }]
}

/** The family name of somebody who was introduced above, else the full one. */
function nameInDraft({ chains, entity }: Analysis, { speakers, speaker }: Passage, before: number): string {
  const chain = chains.find(({ entity: id, name }) =>
    id !== null ? speakers.includes(id) : name !== null && sameSpeaker({ entity: null, name }, speakers) === true
  )
  const known = chain?.entity ? entity(chain.entity) : speakers.map((id) => entity(id)).find((one) => one !== undefined)
  const full = known?.name ?? longer(chain?.name ?? '', readableName(speaker ?? ''))
  const introduced = chain?.mentions.some(({ span, kind }) => kind === 'name' && span.end <= before) === true
  return introduced ? (known?.family ?? full.split(' ').at(-1) ?? full) : full
}

const longer = (one: string, other: string): string => (one.length >= other.length ? one : other)
