/** Whether a draft tells a story. A README with an odd quotation in it must never be flagged. */
import type { Quotation } from '../attribution/attribution.ts'
import type { Markdown } from '../markdown/block.ts'
import type { BlockFacts } from './analyze-block.ts'

/**
 * Told by front matter (`saidby: story` or `saidby: off`, a byline, a dateline), else by the prose: somebody is quoted or
 * reported to have said things, often enough for the length, and the text is not strewn with code.
 */
export function isStory(markdown: Markdown, facts: readonly BlockFacts[], quotations: readonly Quotation[]): boolean {
  const said = /^saidby:[ \t]*["']?(\w+)/m.exec(markdown.frontMatter?.text ?? '')?.[1]
  if (said) return said !== 'off' && said !== 'false'
  if (/^(?:byline|dateline|headline|deck|kicker):/m.test(markdown.frontMatter?.text ?? '')) return true
  let words = 0
  let objects = 0
  for (const fact of facts) {
    words += fact.words
    objects += fact.objects
  }
  if (objects * WORDS_PER_OBJECT > words) return false
  let speech = 0
  for (const { kind, probability, cue, carriedOver } of quotations) {
    // One speaker who goes on for paragraphs is one attribution.
    if (probability < SURE || !cue || carriedOver) continue
    speech += kind === 'direct' || kind === 'mixed' ? QUOTED : kind === 'indirect' ? REPORTED : 0
    if (speech >= ENOUGH && speech * WORDS_PER_REPORT >= words) return true
  }
  return false
}

const SURE = 0.6

/** *Ortiz said the levy would stay* shows a story as well as “…,” Ortiz said, but manuals say that something is so as well. */
const QUOTED = 2
const REPORTED = 1
const ENOUGH = 4

/** Documentation has a code span or an address every few sentences; a story has hardly one in a page. */
const WORDS_PER_OBJECT = 120

/** A news story quotes somebody every hundred words; a changelog of ten thousand words that thanks two people by quoting them is none. */
const WORDS_PER_REPORT = 350
