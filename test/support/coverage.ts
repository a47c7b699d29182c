/** A small coverage in memory, written as texts with their speakers. */
import { type Coverage, coverageOf } from '../../server/src/core/coverage/coverage.ts'
import type { DraftSpeaker } from '../../server/src/core/verification/speaker.ts'
import type { Verification } from '../../server/src/core/verification/verification.ts'
import { verifyWords } from '../../server/src/core/verification/verify.ts'

/** Articles by their ids: a text, or a speaker with what they say. */
export function coverage(articles: Readonly<Record<string, string | readonly [speaker: string, text: string]>>): Coverage {
  const published = Object.entries(articles).map(([id, value]) =>
    typeof value === 'string' ? { article: { id }, text: value } : { article: { id, speakers: [value[0]] }, text: value[1] }
  )
  return coverageOf(published, [], 1)
}

/** `altered hall: not→never +very −too` — verdict, article, edits; those that the writer shows stand in brackets. */
export function told(verification: Verification | null): string {
  if (!verification) return 'nothing'
  const { verdict, passages, edits } = verification
  const articles = [...new Set(passages.map(({ article }) => article.id))].join(' ')
  const words = edits.map(({ op, quote, published, shown }) => {
    const change = op === 'sub' ? `${published}→${quote}` : op === 'ins' ? `+${quote}` : `−${published}`
    return shown ? `(${change})` : change
  })
  return [articles ? `${verdict} ${articles}` : verdict, ...words].join(' ')
}

export const verdict = (text: string, known: Coverage, speaker: DraftSpeaker | null = null): string =>
  told(verifyWords(text, { speaker, near: [] }, known))
