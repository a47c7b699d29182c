/**
 * `npm run bench -- --mentions FILE --texts FILE`: how right the built program is about who is meant, at places of texts that people judged. `texts` is
 * JSONL, `{id, text}` a line. So are the judgements: `{id, start, end, kind, name}`, with offsets half-open in UTF-16; `kind`, the row to count it in, is
 * `name`, `pronoun` or `noun`; `name` is the full name that the text gives, a list where it gives several of equal worth, or null where nobody is
 * named: a weekday, an *it* that stands for no one, *a doctor* who stays without a name. `--misses` prints what went wrong, with the texts’ words.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

export function mentions({ mentions: file, texts, misses }) {
  if (!texts) throw new Error('--texts FILE is missing: the texts that were judged')
  const input = readFileSync(texts, 'utf8')
  const textOf = new Map(readLines(input).map(({ id, text }) => [id, text]))
  const answers = new Map(annotate(input).map((answer) => [answer.id, answer.mentions]))
  const results = readLines(readFileSync(file, 'utf8')).map((place) => result(place, textOf.get(place.id), answers.get(place.id)))
  print(results)
  if (misses) for (const one of results) if (!one.right) console.log(`${one.kind}: ${one.words} is ${one.gold}: ${one.answer}`)
}

const readLines = (jsonl) =>
  jsonl
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

function annotate(input) {
  const args = [join(root, 'dist', 'saidby.mjs'), 'annotate', '--jsonl', '--no-coverage']
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { input, encoding: 'utf8', maxBuffer: 2 ** 30 })
  if (status !== 0) throw new Error(stderr)
  return readLines(stdout)
}

/** Found is what ends where the judge’s ends; exact has the judge’s words but for an article or a title; right is called as the judge calls them. */
function result({ id, start, end, kind, name }, text, all) {
  if (text === undefined) throw new Error(`no text has the id ${id}`)
  const answer = all.find((mention) => mention.end === end && mention.start < end) ?? null
  const words = text.slice(start, end)
  const about = { kind, words, gold: name ?? 'nobody', answer: answer ? answer.name : 'not found', named: name !== null }
  if (name === null) return { ...about, found: answer !== null, exact: false, right: answer === null || answer.name === null }
  return {
    ...about,
    found: answer !== null,
    exact: answer !== null && bare(text.slice(answer.start, end)) === bare(words),
    right: answer !== null && [name].flat().some((one) => answer.name !== null && isSame(one, answer.name))
  }
}

const bare = (words) =>
  words.toLowerCase().replace(/^(?:(?:the|a|an|mr|mrs|ms|dr|rep|sen|gov|gen|president|senator|secretary|general)\.?\s)+/, '')

/** *Ortiz* and *Dana Ortiz* are the same; *Ortiz* and *Ortiz campaign* are not. */
function isSame(one, other) {
  const [short, long] = [one, other].map((name) => bare(name).match(/[\p{L}\p{N}]+/gu) ?? []).sort((a, b) => a.length - b.length)
  return short.length > 0 && short.at(-1) === long.at(-1) && short.every((word) => long.includes(word))
}

function print(results) {
  console.log(
    '| what is judged | named | found | with the very words | the right one | nobody is named | left alone |\n|---|---|---|---|---|---|---|'
  )
  for (const kind of ['all', ...new Set(results.map((one) => one.kind))]) {
    const here = results.filter((one) => kind === 'all' || one.kind === kind)
    const named = here.filter((one) => one.named)
    const nobody = here.filter((one) => !one.named)
    const count = (all, key) => all.filter((one) => one[key]).length
    const cells = [named.length, ...['found', 'exact', 'right'].map((key) => count(named, key)), nobody.length, count(nobody, 'right')]
    console.log(`| ${kind} | ${cells.join(' | ')} |`)
  }
}
