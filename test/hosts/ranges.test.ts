/** `saidby ranges` as other checkers use it: the built program and real files. */
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const program = join(import.meta.dirname, '..', '..', 'dist', 'saidby.mjs')
const folder = mkdtempSync(join(tmpdir(), 'saidby-ranges-'))
const run = (args: readonly string[], input = '') =>
  spawnSync(process.execPath, [program, 'ranges', '--no-coverage', ...args], { cwd: folder, encoding: 'utf8', input })

const STORY = 'It rained.\n\n“The levy,” said Dana Ortiz, the mayor, “stays\nas it is.”\n'
writeFileSync(join(folder, 'levy.md'), STORY)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a line for each range, from its first column to the one behind it', () => {
  expect(run(['levy.md'])).toMatchObject({ stdout: 'levy.md:3:1-3:12\nlevy.md:3:41-4:11\n', stderr: '', status: 0 })
})

test('the same as data, with offsets and speakers', () => {
  const { stdout } = run(['levy.md', '--format', 'jsonl'])
  expect(
    stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
  ).toEqual([
    { path: 'levy.md', start: { line: 3, column: 1, offset: 12 }, end: { line: 3, column: 12, offset: 23 }, speaker: 'Dana Ortiz' },
    { path: 'levy.md', start: { line: 3, column: 41, offset: 52 }, end: { line: 4, column: 11, offset: 69 }, speaker: 'Dana Ortiz' }
  ])
})

test('the draft without those words, also of what comes by standard input', () => {
  const without = 'It rained.\n\n            said Dana Ortiz, the mayor,       \n          \n'
  expect(run(['levy.md', '--format', 'masked']).stdout).toBe(without)
  expect(run(['-', '--format', 'masked'], STORY).stdout).toBe(without)
})

test.each([
  [[], 'saidby ranges needs a file'],
  [['levy.md', '--format', 'xml'], '“xml” is no format of the ranges; there are plain, jsonl and masked'],
  [['levy.md', 'levy.md', '--format', 'masked'], '--format masked is for one draft at a time'],
  [['none.md'], 'none.md: there is no such file']
])('%j is refused in one line', (args, message) => {
  expect(run(args)).toMatchObject({ stdout: '', stderr: `saidby: ${message}\n`, status: 2 })
})

describe('the recipes of docs/other-checkers.md', () => {
  const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'other-checkers.md'), 'utf8')
  const recipes = [...page.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, recipe]) => recipe as string)
  const DRAFT = 'It was a very cold day.\n\n“It was very, very cold,” said Dana Ortiz, the mayor, very late.\n'
  const bin = join(folder, 'bin')

  /** A checker that minds one word, and tells it as others do. */
  const CHECKER = `#!/bin/sh
awk '{ line = $0; gone = 0; while ((at = index(line, "very")) > 0) { print FILENAME ":" NR ":" gone + at ": very"; gone += at + 3; line = substr(line, at + 4) } }' "$2"
`
  const shell = (script: string): string =>
    spawnSync('sh', ['-c', script], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C.UTF-8', PATH: `${bin}:${process.env['PATH']}` }
    }).stdout

  beforeAll(() => {
    mkdirSync(bin)
    const programs = { saidby: `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`, 'write-good': CHECKER }
    for (const [name, script] of Object.entries(programs)) {
      writeFileSync(join(bin, name), script)
      chmodSync(join(bin, name), 0o755)
    }
    writeFileSync(join(folder, 'draft.md'), DRAFT)
  })

  test('are two', () => {
    expect(recipes.length).toBe(2)
  })

  test('the draft without them: what is told is about the writer’s own words', () => {
    const lines = shell(recipes[0] ?? '')
      .trimEnd()
      .split('\n')
    expect(lines.map((line) => line.split(':')[1])).toEqual(['1', '3'])
    expect(shell('write-good --parse draft.md').trimEnd().split('\n').length).toBe(4)
  })

  test('the report without them: the same', () => {
    const places = ['1:10', '3:9', '3:15', '3:55']
    writeFileSync(join(folder, 'report.txt'), places.map((place) => `draft.md:${place}: very\n`).join(''))
    expect(shell(recipes[1] ?? '')).toBe('draft.md:1:10: very\ndraft.md:3:55: very\n')
  })
})
