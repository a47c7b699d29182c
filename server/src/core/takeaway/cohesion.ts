/** How well paragraphs hold together: whether their words are those of one takeaway. */

/**
 * For paragraphs given as terms, the score of each stretch `[i, j)` as `scores[i][j - i - 1]`, `longest` paragraphs at most. A stretch is one
 * draw of words from one hidden distribution, a Dirichlet compound multinomial (Eisenstein and Barzilay 2008), so that words which come again
 * count for it; each term weighs by how few paragraphs have it. Only differences between segmentations of the same paragraphs mean anything.
 */
export function cohesion(paragraphs: readonly (readonly string[])[], longest: number): readonly Float64Array[] {
  const { terms, weights } = numbered(paragraphs)
  const counts = new Uint16Array(weights.length)
  return terms.map((_, i) => {
    const reach = Math.min(longest, terms.length - i)
    const scores = new Float64Array(reach)
    let total = 0
    let score = 0
    for (let length = 0; length < reach; length += 1) {
      for (const term of terms[i + length]!) {
        const count = counts[term]!
        score += weights[term]! * (logOf(again, count) - logOf(among, total))
        counts[term] = count + 1
        total += 1
      }
      scores[length] = score
    }
    for (let length = 0; length < reach; length += 1) for (const term of terms[i + length]!) counts[term] = 0
    return scores
  })
}

/** How often a word counts as seen before it is, and how many words a story is thought to choose from. */
const PRIOR = 0.1
const VOCABULARY = 300

/** Logarithms of what is asked for again and again, by count. */
const again: number[] = []
const among: number[] = []

function logOf(table: number[], count: number): number {
  for (let n = table.length; n <= count; n += 1)
    table.push(table === again ? Math.log((n + PRIOR) * VOCABULARY) : Math.log(n + PRIOR * VOCABULARY))
  return table[count]!
}

/** Terms as numbers, and for each its weight: the square of the inverse paragraph frequency, 1 for a term of one paragraph, 0 for one of all. */
function numbered(paragraphs: readonly (readonly string[])[]): { terms: Uint32Array[]; weights: Float64Array } {
  const ids = new Map<string, number>()
  const seenIn: number[] = []
  const last: number[] = []
  const terms = paragraphs.map((words, p) =>
    Uint32Array.from(words, (word) => {
      let id = ids.get(word)
      if (id === undefined) {
        id = ids.size
        ids.set(word, id)
        seenIn.push(0)
        last.push(-1)
      }
      if (last[id] !== p) {
        last[id] = p
        seenIn[id]! += 1
      }
      return id
    })
  )
  const all = Math.log(Math.max(2, paragraphs.length))
  return { terms, weights: Float64Array.from(seenIn, (seen) => (Math.log(paragraphs.length / seen) / all) ** 2) }
}
