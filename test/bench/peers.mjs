/** What others would use: SQLite's full-text index and MiniSearch to find the article, approx-string-match to find the place in it. */
import { existsSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import search from 'approx-string-match'
import MiniSearch from 'minisearch'
import sqlite from 'node-sqlite3-wasm'

/** On disk, without the texts. The words as a phrase; where nobody has that, every three words in a row as one, best first (BM25). */
export function fts5(disk, cache) {
  const file = join(cache, 'fts5.sqlite')
  rmSync(file, { force: true })
  rmSync(`${file}.lock`, { recursive: true, force: true })
  const database = new sqlite.Database(file)
  database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536')
  database.exec("CREATE VIRTUAL TABLE articles USING fts5(text, content = '')")
  database.exec('BEGIN')
  const insert = database.prepare('INSERT INTO articles (rowid, text) VALUES (?, ?)')
  const articles = []
  for (const article of disk.articles()) {
    insert.run([articles.length, disk.whole(article)])
    articles.push(known(article))
  }
  insert.finalize()
  database.exec('COMMIT')
  const query = database.prepare('SELECT rowid FROM articles WHERE articles MATCH ? ORDER BY rank LIMIT 10')
  const ask = (match) => query.all([match]).map(({ rowid }) => ({ article: articles[rowid] }))
  return {
    few: articles.length > 20_000 ? 50 : 150,
    find(text) {
      const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
      const exact = ask(`"${words.join(' ')}"`)
      if (exact.length > 0) return exact
      return ask(
        words
          .slice(2)
          .map((word, i) => `"${words[i]} ${words[i + 1]} ${word}"`)
          .join(' OR ')
      )
    },
    bytes: () => (existsSync(file) ? statSync(file).size : 0),
    close() {
      query.finalize()
      database.close()
      rmSync(file, { force: true })
    }
  }
}

/** In memory; any of the words, best first (BM25+). */
export function miniSearch(disk) {
  const index = new MiniSearch({ fields: ['text'], idField: 'at' })
  const articles = []
  for (const article of disk.articles()) {
    index.add({ at: articles.length, text: disk.whole(article) })
    articles.push(known(article))
  }
  return {
    few: 100,
    find: (text) =>
      index
        .search(text)
        .slice(0, 10)
        .map(({ id }) => ({ article: articles[id] })),
    bytes: () => null,
    close() {}
  }
}

/** The stretches of the article that differ least from the words, with up to three characters in ten changed. */
export function approximate(text, words) {
  const matches = search(text, words, Math.ceil(words.length * 0.3))
  const least = Math.min(...matches.map(({ errors }) => errors))
  return matches.filter(({ errors }) => errors === least)
}

const known = ({ id, place }) => ({ id, place })
