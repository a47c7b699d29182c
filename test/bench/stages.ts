/** The stages of the analysis, each timed by itself over all the texts. Processor time in milliseconds. */

import { createWorkspace, defaultLevels, findings, outline } from '../../server/src/core/api.ts'
import { attribute } from '../../server/src/core/attribution/attribute.ts'
import { decide, subjectsIn, unmarkedIn } from '../../server/src/core/attribution/decide.ts'
import { model } from '../../server/src/core/attribution/model.ts'
import { nothingBefore } from '../../server/src/core/attribution/ranker/before.ts'
import { layoutOf } from '../../server/src/core/attribution/ranker/layout.ts'
import { readBlock } from '../../server/src/core/attribution/read-block.ts'
import { buildGazetteer } from '../../server/src/core/entity/gazetteer.ts'
import { parseMarkdown } from '../../server/src/core/markdown/parse.ts'

export function measure(texts: readonly string[]): readonly (readonly [stage: string, milliseconds: number])[] {
  const costs: [string, number][] = []
  const timed = <R>(stage: string, work: () => R): R => {
    const before = process.cpuUsage()
    const result = work()
    const { user, system } = process.cpuUsage(before)
    costs.push([stage, (user + system) / 1000])
    return result
  }
  const gazetteer = buildGazetteer([], 0)
  model()
  const drafts = timed('Markdown to blocks and prose', () => texts.map((text) => parseMarkdown(text)))
  const read = timed('marks, words, mentions, cues', () =>
    drafts.map(({ blocks }) => blocks.map((block) => ({ block, reading: readBlock(block.prose, block.kind, gazetteer) })))
  )
  const paragraphs = read.flat().flatMap(({ reading }) => reading.paragraphs)
  timed('subjects of cues, ranked', () => paragraphs.map((paragraph) => layoutOf(paragraph) && subjectsIn(paragraph)))
  const decided = timed('sieves, and speakers ranked', () => paragraphs.map((paragraph) => decide(paragraph, 'paragraph', nothingBefore)))
  timed('speech without marks', () => paragraphs.map((paragraph, i) => unmarkedIn(paragraph, decided[i]!)))
  const attributed = timed('from paragraph to paragraph', () => read.map((blocks) => attribute(blocks, gazetteer)))
  timed('who the names stand for', () => attributed.map(({ quotations, chains }) => [chains, quotations.map(({ speaker }) => speaker)]))
  const analyses = texts.map((text) => createWorkspace().withDraft('bench:', text).analysis('bench:')!)
  for (const { chains, quotations } of analyses) if (chains && quotations.some(({ speaker }) => speaker === undefined)) throw new Error()
  timed('rules and fixes', () => analyses.map((analysis) => findings(analysis, defaultLevels).map((finding) => finding.fixes())))
  timed('outline', () => analyses.map((analysis) => outline(analysis)))
  return costs
}
