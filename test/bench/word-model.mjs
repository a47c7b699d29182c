/** Sentences that look like news to an index: words as rare and as sociable as English ones, in English function words. The same seed gives the same. */

/** Words of each kind; the more frequent ones come first. */
const SIZES = { noun: 24_000, verb: 8_000, adjective: 10_000, adverb: 3_000 }

const determiners = 'the a the his the its this their the her the our that every another no some each any'.split(' ')
const prepositions = 'of in to for of on in with at from by of about as into after over under between against during without'.split(' ')
const auxiliaries = 'will would has had can could may must did should might'.split(' ')
const conjunctions = 'and but because and while that and when although as if before since'.split(' ')
const openers = 'on Monday|on Friday|last week|for now|in June|at the time|by then|a year ago|in the end|so far'.split('|')
const given = 'Dana Samuel Miriam Luis Ines Tomas Greta Omar Helen Viktor Noor Peter Lena Jonas Mara Felix Ada Rufus Clara Emil'.split(' ')

/** Numbers from 0 up to 1, the same for every run; sfc32, since hundreds of millions are drawn. */
export function chance(seed) {
  let [a, b, c, count] = [seed, 0x9e3779b9, 0x243f6a88, 1]
  const next = () => {
    const sum = (((a + b) | 0) + count) | 0
    count = (count + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }
  for (let i = 0; i < 16; i += 1) next()
  return next
}

/**
 * Sentences as lists of words, numbers into `words`. Words of a kind are as frequent as their rank says (Zipf–Mandelbrot); every third
 * is one that the word before likes to stand with, every fifth one of the article's own, which `topic` draws.
 */
export function wordModel(seed) {
  const next = chance(seed)
  const words = []
  const add = (list) => list.map((word) => words.push(word) - 1)
  const one = (list) => list[Math.floor(next() * list.length)]
  const the = Object.fromEntries(
    Object.entries({ determiners, prepositions, auxiliaries, conjunctions, given }).map(([name, list]) => [name, add(list)])
  )
  const opening = openers.map((phrase) => add(phrase.split(' ')))
  const said = add(['said', 'said', 'said', 'added'])
  const figures = add(Array.from({ length: 900 }, (_, i) => String(i + 2)))
  const taken = new Set(words)
  const kinds = Object.fromEntries(Object.entries(SIZES).map(([kind, size]) => [kind, ranked(add(coined(size, taken, next)))]))
  const family = add(coined(4_000, taken, next).map((word) => word[0].toUpperCase() + word.slice(1)))
  const vocabulary = taken.size

  const topic = () =>
    Object.fromEntries(Object.entries(kinds).map(([kind, { draw }]) => [kind, Array.from({ length: 24 }, () => draw(next()))]))

  const content = (kind, own, sentence) => {
    const luck = next()
    const { ids, draw, first } = kinds[kind]
    if (luck < 0.2) return one(own[kind])
    // A word likes six others of each kind, which are among the more frequent ones.
    const before = sentence.at(-1) ?? 0
    return luck < 0.5 && before >= first
      ? ids[(Math.imul(before, 0x9e3779b1 + Math.floor(next() * 6) * 0x85ebca77) >>> 16) % (ids.length >> 3)]
      : draw(next())
  }

  const noun = (own, sentence, depth) => {
    const luck = next()
    if (luck < 0.1) return sentence.push(one(the.given), one(family))
    if (luck < 0.16) sentence.push(one(figures))
    else if (luck < 0.86) sentence.push(one(the.determiners))
    if (next() < 0.35) sentence.push(content('adjective', own, sentence))
    sentence.push(content('noun', own, sentence))
    if (depth < 2 && next() < 0.3) preposition(own, sentence, depth + 1)
  }

  const preposition = (own, sentence, depth) => {
    sentence.push(one(the.prepositions))
    noun(own, sentence, depth)
  }

  const clause = (own, sentence) => {
    noun(own, sentence, 0)
    if (next() < 0.35) sentence.push(one(the.auxiliaries))
    sentence.push(content('verb', own, sentence))
    if (next() < 0.2) sentence.push(content('adverb', own, sentence))
    if (next() < 0.75) noun(own, sentence, 1)
    if (next() < 0.4) preposition(own, sentence, 1)
  }

  /** `speaker` is given where the sentence is somebody's words. */
  const sentence = (own) => {
    const made = next() < 0.12 ? [...one(opening)] : []
    clause(own, made)
    if (next() < 0.4) {
      made.push(one(the.conjunctions))
      clause(own, made)
    }
    return { words: made, speaker: next() < 0.25 ? [one(the.given), one(family), one(said)] : null }
  }

  return { words, vocabulary, next, topic, sentence, word: () => kinds.noun.draw(next()) }
}

/** Words of one kind with a way to draw them by rank: a table of the inverse of their summed frequencies. */
function ranked(ids) {
  const table = new Uint16Array(1 << 20)
  const weights = ids.map((_, rank) => 1 / (rank + 8) ** 0.95)
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  let rank = 0
  let sum = weights[0]
  for (let i = 0; i < table.length; i += 1) {
    while (sum < (all * (i + 0.5)) / table.length) sum += weights[++rank]
    table[i] = rank
  }
  return { ids, first: ids[0], draw: (luck) => ids[table[Math.floor(luck * table.length)]] }
}

const onsets = 'b c d f g h j k l m n p r s t v w br ch cl cr dr fl gr pl pr sh sk sl sp st str th tr'.split(' ')
const vowels = 'a e i o u a e i o ai ea ee oa ou'.split(' ')
const codas = ['', '', '', 'n', 'r', 'l', 's', 't', 'm', 'nd', 'st', 'ck', 'ng', 'rd', 'nt']
const endings = ['', '', '', '', '', 's', 'ed', 'ing', 'er', 'y', 'ment', 'ness', 'al', 'ity']

/** Words that nobody has used yet; frequent ones are short. */
function coined(count, taken, next) {
  const one = (list) => list[Math.floor(next() * list.length)]
  const made = []
  while (made.length < count) {
    const syllables = made.length < 400 ? 1 : 2 + Math.floor(next() * 1.2)
    let word = ''
    for (let i = 0; i < syllables; i += 1) word += one(onsets) + one(vowels)
    word += one(codas) + (syllables > 1 ? one(endings) : '')
    if (taken.has(word)) continue
    taken.add(word)
    made.push(word)
  }
  return made
}
