/** The newest articles' attributions, read before a quotation asks for them: a draft mostly quotes what was published last. */
import type { Article } from '../coverage/article.ts'
import type { Coverage } from '../coverage/coverage.ts'
import { articlesOf } from '../coverage/passage-index.ts'

/** More are read when they are asked for; so many are well within what is remembered. */
const MOST = 400

/** Articles that are looked through in one step for the newest. */
const LOOK = 2_000

/** Reads one article in each step, the newest first, so that the driver can pause, or stop when the coverage is another. */
export function* readAhead(coverage: Coverage): Iterable<void> {
  if (!coverage.said) return
  let newest: Article[] = []
  let looked = 0
  for (const article of articlesOf(coverage.index)) {
    // Of a statement or a transcript it is known already.
    if (article.date !== undefined && !article.speakers && !article.turns) newest.push(article)
    looked += 1
    if (looked % LOOK > 0) continue
    newest = byDate(newest)
    yield
  }
  for (const article of byDate(newest)) {
    coverage.said(article, 0, 1)
    yield
  }
}

/** ISO dates compare as strings. */
const byDate = (articles: readonly Article[]): Article[] =>
  [...articles].sort((a, b) => ((a.date as string) < (b.date as string) ? 1 : -1)).slice(0, MOST)
