/** Whether a draft tells a story. A README with an odd quotation in it must never be flagged. */
import type { Quotation } from '../attribution/attribution.ts'
import type { Markdown } from '../markdown/block.ts'
import type { BlockFacts } from './analyze-block.ts'

/**
 * Told by front matter (`saidby: story` or `saidby: off`, a byline, a dateline), else by the prose: somebody is reported
 * to have said things, often enough for the length, and the text is not strewn with code.
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
  let attributed = 0
  for (const quotation of quotations) {
    if (quotation.probability < 0.6 || (quotation.kind !== 'direct' && quotation.kind !== 'mixed') || !quotation.cue) continue
    // One speaker who goes on for paragraphs is one attribution.
    if (quotation.carriedOver) continue
    attributed += 1
    if (attributed >= 2 && attributed * WORDS_PER_QUOTATION >= words) return true
  }
  return false
}

/** Documentation has a code span or an address every few sentences; a story has hardly one in a page. */
const WORDS_PER_OBJECT = 120

/** A news story quotes somebody every hundred words; a changelog of ten thousand words that thanks two people by quoting them is none. */
const WORDS_PER_QUOTATION = 700
