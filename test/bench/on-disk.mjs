/** Articles whose texts lie in a file, one behind the other, and are read from it piece by piece. */
import { closeSync, openSync, readFileSync, readSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Texts of so many articles are kept. */
const KEPT = 32

/** A folder that `corpus.mjs` or `writeTexts` filled. Articles are given out one by one, since a hundred thousand of them are memory as well. */
export function onDisk(folder) {
  const file = openSync(join(folder, 'texts.txt'), 'r')
  const kept = new Map()
  let buffer = Buffer.alloc(1 << 16)
  const read = ({ start, end }) => {
    if (end - start > buffer.length) buffer = Buffer.alloc(end - start)
    return buffer.toString('utf8', 0, readSync(file, buffer, 0, end - start, start))
  }
  const textOf = ({ id, place }) => {
    let text = kept.get(id)
    if (text === undefined) {
      text = read(place)
      if (kept.size === KEPT) kept.delete(kept.keys().next().value)
      kept.set(id, text)
    }
    return text
  }
  return {
    *articles() {
      const lines = readFileSync(join(folder, 'articles.jsonl'), 'utf8')
      for (let at = 0; at < lines.length; ) {
        const end = lines.indexOf('\n', at)
        yield JSON.parse(lines.slice(at, end))
        at = end + 1
      }
    },
    /** The whole text, not kept. */
    whole: ({ place }) => read(place),
    text: (article, start, end) => textOf(article).slice(start, end),
    close: () => closeSync(file)
  }
}

/** Articles of other people, put down in the same way. */
export function writeTexts(folder, articles) {
  const texts = []
  const lines = []
  let at = 0
  for (const { id, text } of articles) {
    const bytes = Buffer.from(text)
    texts.push(bytes)
    lines.push(`${JSON.stringify({ id, place: { file: 'texts.txt', start: at, end: at + bytes.length } })}\n`)
    at += bytes.length
  }
  writeFileSync(join(folder, 'texts.txt'), Buffer.concat(texts))
  writeFileSync(join(folder, 'articles.jsonl'), lines.join(''))
}
