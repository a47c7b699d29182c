/**
 * A newsroom's articles, made by a word model and written to disk: `node test/bench/corpus.mjs DIR N` makes N articles of some 800 words, of
 * which a fifth are another's wire copy with small changes. Each is a file of Markdown in the folder `coverage`, a folder a month; `about.json`
 * says what the words are like, measured.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { wordModel } from './word-model.mjs'

/** Rises when the same seed gives other articles. */
const VERSION = 2
const SEED = 2026
const WORDS = 800

/** How many of an agency's last stories are still copied, and how many of all stories are an agency's. */
const RECENT = 60
const WIRE = 0.1

/** The corpus in the folder, or what is wrong with it; made anew where it is another one. */
export function corpusAt(folder, articles) {
  const file = join(folder, 'about.json')
  const about = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
  return about?.version === VERSION && about.articles === articles ? about : null
}

export function makeCorpus(folder, articles) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'coverage'), { recursive: true })
  const model = wordModel(SEED)
  const all = runs()
  const own = runs()
  const originals = []
  let words = 0
  let copies = 0
  for (let i = 0; i < articles; i += 1) {
    const copied = originals.length > 0 && model.next() < 0.2
    // A few stories are printed everywhere, most in a place or two.
    const sentences = copied ? copy(originals[Math.floor(model.next() ** 2 * originals.length)], model) : article(model)
    if (copied) copies += 1
    else if (model.next() < WIRE && originals.push(sentences) > RECENT) originals.shift()
    const ids = sentences.flatMap(({ words, speaker }) => [...words, ...(speaker ?? [])])
    words += ids.length
    all.take(ids)
    if (!copied) own.take(ids)
    const { month, header } = known(i)
    mkdirSync(join(folder, 'coverage', month), { recursive: true })
    writeFileSync(join(folder, 'coverage', month, `story-${i}.md`), header + written(sentences, model))
  }
  const about = {
    version: VERSION,
    articles,
    copies,
    words,
    vocabulary: model.vocabulary,
    once: own.once(),
    onceWithCopies: all.once()
  }
  writeFileSync(join(folder, 'about.json'), JSON.stringify(about))
  return about
}

function article(model) {
  const topic = model.topic()
  const sentences = []
  const length = WORDS * (0.5 + model.next())
  for (let count = 0; count < length; count += sentences.at(-1).words.length) sentences.push(model.sentence(topic))
  return sentences
}

/** Sentences left out, words changed, the end cut, a new lede. */
function copy(sentences, model) {
  const kept = sentences.slice(0, Math.ceil(sentences.length * (0.6 + 0.4 * model.next()))).filter(() => model.next() > 0.03)
  const changed = kept.map((sentence) =>
    model.next() < 0.06 ? { ...sentence, words: sentence.words.map((word) => (model.next() < 0.08 ? model.word() : word)) } : sentence
  )
  return [model.sentence(model.topic()), ...changed]
}

function written(sentences, { words, next }) {
  let text = ''
  for (const { words: ids, speaker } of sentences) {
    let plain = ''
    for (const id of ids) plain += plain === '' ? words[id] : (next() < 0.03 ? ', ' : ' ') + words[id]
    plain = plain[0].toUpperCase() + plain.slice(1)
    const who = speaker?.map((id) => words[id])
    text += who ? `“${plain},” ${who[0]} ${who[1]} ${who[2]}.` : `${plain}.`
    text += next() < 0.35 ? '\n\n' : ' '
  }
  return `${text.trimEnd()}\n`
}

function known(i) {
  const publisher = ['The Courier', 'The Harbour Post', 'Quayside News', 'The Evening Levy', 'North Wire'][i % 5]
  const date = new Date(Date.UTC(2020, 0, 1 + (i % 2100))).toISOString().slice(0, 10)
  const header = `---\ntitle: Story ${i} of the hall\npublisher: ${publisher}\ndate: ${date}\nlanguage: en\n---\n\n`
  return { month: date.slice(0, 7), header }
}

/** How many different runs of three words occur once: counted in every sixteenth run, chosen by its hash, so that memory stays small. */
function runs() {
  const prints = new Uint32Array(1 << 24)
  const often = new Uint8Array(1 << 24)
  return {
    take(ids) {
      for (let i = 0; i + 2 < ids.length; i += 1) {
        const hash = mixed(
          Math.imul(ids[i], 0x9e3779b1) ^ Math.imul(ids[i + 1] + 0x51ed, 0x85ebca77) ^ Math.imul(ids[i + 2] + 0x1337, 0xc2b2ae3d)
        )
        if ((hash & 15) !== 0) continue
        const print = mixed(Math.imul(ids[i], 0x27d4eb2f) + Math.imul(ids[i + 1], 0x165667b1) + Math.imul(ids[i + 2], 0x9e3779b1)) | 1
        let slot = hash >>> 8
        while (often[slot] > 0 && prints[slot] !== print >>> 0) slot = (slot + 1) & 0xffffff
        prints[slot] = print
        if (often[slot] < 2) often[slot] += 1
      }
    },
    once() {
      let once = 0
      let all = 0
      for (const count of often) {
        if (count > 0) all += 1
        if (count === 1) once += 1
      }
      return once / all
    }
  }
}

function mixed(value) {
  let hash = value ^ (value >>> 16)
  hash = Math.imul(hash, 0x85ebca6b)
  hash ^= hash >>> 13
  hash = Math.imul(hash, 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

if (process.argv[1] === import.meta.filename) console.log(makeCorpus(process.argv[2], Number(process.argv[3])))
