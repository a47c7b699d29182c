/** Quotations for the bench: cut out of articles as they are, with one word in ten changed, and of the same words in an order that nobody used. */
import { draft } from './draft.mjs'
import { chance } from './word-model.mjs'

const SHORTEST = 6
const LONGEST = 40

/** `count` quotations of six to forty words, without marks or the end of a paragraph inside, from articles drawn at random. */
export function drawQuotations(articles, textOf, foldWords, count, seed) {
  const next = chance(seed)
  const drawn = []
  for (let tries = 0; drawn.length < count && tries < 50 * count; tries += 1) {
    const article = articles[Math.floor(next() * articles.length)]
    const whole = textOf(article)
    const words = foldWords(whole)
    const length = SHORTEST + Math.floor(next() * (LONGEST - SHORTEST + 1))
    const first = Math.floor(next() * (words.count - length))
    if (first < 0) continue
    const start = words.starts[first]
    const end = words.ends[first + length - 1]
    const text = whole.slice(start, end)
    if (/["“”\n[\]()]|\.{3}|…/.test(text)) continue
    drawn.push({ article, start, end, words: length, text })
  }
  return drawn
}

/** Each with one word in ten changed, at least one, but neither the first nor the last: another in its place, left out, or one more. */
export function changedQuotations(quotations, seed) {
  const next = chance(seed)
  const anyWord = (not) => {
    const words = quotations[Math.floor(next() * quotations.length)].text.split(' ')
    const word = words[Math.floor(next() * words.length)]
    return word.toLowerCase() === not.toLowerCase() ? anyWord(not) : word
  }
  return quotations.map((quotation) => {
    const words = quotation.text.split(' ')
    const places = new Set()
    while (places.size < Math.max(1, Math.round(words.length / 10))) places.add(1 + Math.floor(next() * (words.length - 2)))
    const changed = words.flatMap((word, i) => {
      if (!places.has(i)) return word
      const luck = next()
      return luck < 0.6 ? anyWord(word) : luck < 0.8 ? [] : [word, anyWord(word)]
    })
    return { ...quotation, changed: changed.join(' ') }
  })
}

/** The words of the quotation in reverse. */
export const reversed = ({ text }) => text.split(' ').reverse().join(' ')

/** A draft in whose marks, every second time, stand words of the coverage, of which a third are changed. */
export function quotingDraft(words, quotations) {
  let count = 0
  return draft(words).replace(/(?<=“)[^”\n]{20,}(?=[,.]”)/g, (said) => {
    count += 1
    const quotation = quotations[count % quotations.length]
    return count % 2 === 0 ? said : count % 3 === 0 ? quotation.changed : quotation.text
  })
}
