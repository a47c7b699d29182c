/** How right the mentions of a draft are: found, with the right words, and standing for the right one. `README.md` has the format. */
import { type Analysis, createWorkspace, type Pack, type Span } from '../../server/src/core/api.ts'

/** A draft and who is named or pointed at in it, by names that the judge made up. */
export interface Judged {
  readonly text: string
  readonly mentions: readonly (Span & { readonly who: string })[]
}

/** Of `all` mentions so many were found at all, have the judge’s very words, and stand for the judge’s one. */
export interface MentionScore {
  readonly all: number
  readonly found: number
  readonly exact: number
  readonly right: number
  readonly misses: readonly string[]
}

/** Takes the marks out of `[Dana Ortiz]{ortiz} left`. Brackets that no brace follows stay. */
export function readMentions(marked: string): Judged {
  let text = ''
  let at = 0
  const mentions: (Span & { who: string })[] = []
  for (const { index, 0: whole, 1: words = '', 2: who = '' } of marked.matchAll(/\[([^\][]+)\]\{([\w-]+)\}/g)) {
    text += marked.slice(at, index)
    mentions.push({ start: text.length, end: text.length + words.length, who })
    text += words
    at = index + whole.length
  }
  return { text: text + marked.slice(at), mentions }
}

/**
 * A mention is found where a mention of the draft ends with it; its words are right but for an article. A chain is the one whom most of its judged
 * mentions stand for, the first of equals, and each of the judge’s has one chain: so a chain that was cut in two, or made of two, costs what is in it.
 */
export function scoreMentions({ text, mentions }: Judged, packs: readonly Pack[]): MentionScore {
  const analysis = createWorkspace().withPacks(packs).withDraft('judged:', text).analysis('judged:') as Analysis
  const own = analysis.chains.flatMap(({ mentions: all }, chain) => all.map(({ span }) => ({ ...span, chain })))
  const answers = mentions.map((gold) => ({ gold, answer: own.find(({ start, end }) => end === gold.end && start < gold.end) ?? null }))
  const owner = ownersOf(answers.flatMap(({ gold, answer }) => (answer ? [{ who: gold.who, chain: answer.chain }] : [])))
  const bare = ({ start, end }: Span) => text.slice(start, end).replace(/^(?:the|a|an)\s/i, '')
  const isRight = ({ gold, answer }: (typeof answers)[number]) => answer !== null && owner.get(answer.chain) === gold.who
  return {
    all: mentions.length,
    found: answers.filter(({ answer }) => answer !== null).length,
    exact: answers.filter(({ gold, answer }) => answer !== null && bare(answer) === bare(gold)).length,
    right: answers.filter(isRight).length,
    misses: answers
      .filter((one) => !isRight(one))
      .map(
        ({ gold, answer }) =>
          `${text.slice(gold.start, gold.end)} is ${gold.who}: ${answer ? (owner.get(answer.chain) ?? 'part of another') : 'not found'}`
      )
  }
}

function ownersOf(pairs: readonly { readonly who: string; readonly chain: number }[]): ReadonlyMap<number, string> {
  const counts = new Map<string, { who: string; chain: number; times: number }>()
  for (const { who, chain } of pairs) {
    const known = counts.get(`${who} ${chain}`)
    if (known) known.times += 1
    else counts.set(`${who} ${chain}`, { who, chain, times: 1 })
  }
  const owner = new Map<number, string>()
  const taken = new Set<string>()
  for (const { who, chain } of [...counts.values()].sort((a, b) => b.times - a.times)) {
    if (owner.has(chain) || taken.has(who)) continue
    owner.set(chain, who)
    taken.add(who)
  }
  return owner
}
