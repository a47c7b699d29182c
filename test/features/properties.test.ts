/** What holds of every draft: no feature fails anywhere in it, what is quoted is what was said, and no words break a sheet. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Analysis,
  completions,
  coverageOf,
  createWorkspace,
  hover,
  namedAt,
  packDocument,
  passagesAt,
  quotationSheet,
  quotationsOf,
  quoteAt,
  type SheetFormat,
  type SheetRow,
  type Span,
  sheetText,
  statements,
  statementsOf,
  tallies,
  toCheckAt
} from '../../server/src/core/api.ts'
import { parsePack } from '../../server/src/core/coverage/parse-pack.ts'
import { analysisOf, coverage, levyPack } from '../support/covered.ts'
import { draft } from '../support/drafts.ts'

test('at every offset every feature has an answer, inside the draft', () => {
  const said = fc.constantFrom(
    '',
    '\n\nDana Ortiz said “',
    '\n\n“We will never raise the levy this year,” said Ortiz. "',
    '\n\nOrtiz said: „The roof'
  )
  fc.assert(
    fc.property(draft, said, fc.nat(), (text, more, somewhere) => {
      const whole = text + more
      const analysis = analysisOf(whole)
      for (const offset of [0, somewhere % (whole.length + 1), whole.length]) {
        for (const span of spansAt(analysis, offset))
          expect(0 <= span.start && span.start <= span.end && span.end <= whole.length).toBe(true)
        namedAt(analysis, offset)
        for (const { words } of statements(coverage, { entity: null, name: 'Dana Ortiz' }, '', 3)) expect(words).not.toMatch(/^[“"]|[”"]$/)
      }
    }),
    { numRuns: 60 }
  )
})

function spansAt(analysis: Analysis, offset: number): Span[] {
  const origin = passagesAt(analysis, offset)
  return [
    hover(analysis, offset)?.span,
    completions(analysis, offset)?.span,
    toCheckAt(analysis, offset)?.span,
    origin?.span,
    ...(origin ? quotationsOf(analysis, origin.passages) : []),
    ...tallies(analysis).map(({ span }) => span)
  ].filter((span) => span !== undefined)
}

test('every statement that can be quoted from a pack is verbatim where it is put in, and its speaker’s', () => {
  const { pack } = parsePack(readFileSync(join(import.meta.dirname, '..', '..', 'coverage', 'summit.yaml'), 'utf8'))
  if (!pack) throw new Error('the pack cannot be read')
  const known = coverageOf(statementsOf(pack), pack.entities, 1)
  const workspace = createWorkspace().withPacks([pack]).withCoverage(known)
  const people = pack.entities.filter(({ kind }) => kind === 'person')
  const all = people.flatMap(({ id, name }) => statements(known, { entity: id, name }, '', 100).map((statement) => ({ name, statement })))
  expect(all.length).toBeGreaterThan(20)
  for (const { name, statement } of all) {
    const lead = 'The two met in Moscow in March.\n\n'
    const empty = workspace.withDraft('d', lead).analysis('d') as Analysis
    const text = lead + quoteAt(empty, lead.length, statement, [pack])
    const [row] = quotationSheet(workspace.withDraft('d', text).analysis('d') as Analysis)
    expect([text, row?.words.toLowerCase().startsWith(statement.words.slice(0, 5).toLowerCase())]).toEqual([text, true])
    // What the coverage itself shows as left out or put in is shown here, too.
    const verdict = row?.verdict === 'trimmed' && /[[(…]|\.\s?\./.test(statement.words) ? 'verbatim' : row?.verdict
    if (/\S+(\s+\S+){5}/.test(statement.words)) expect([text, verdict]).toEqual([text, 'verbatim'])
    if (statement.passage.speaker === name) expect(text).toContain(name.split(' ').at(-1))
  }
})

test('a page of a pack has every statement at its place', () => {
  const { text, places } = packDocument(levyPack)
  for (const { id, words } of levyPack.statements) {
    const place = places.get(id)
    expect(place && text.slice(place.start + 1, place.end - 1)).toBe(words)
  }
})

const anything = fc.string({ unit: 'binary', maxLength: 12 })
const odd = fc.oneof(anything, fc.constantFrom('a|b', 'c"d', 'e,f', 'g\r\nh', '=1+1', '\\|', '', '“i”'))
const row: fc.Arbitrary<SheetRow> = fc.record({
  span: fc.constant({ start: 0, end: 1 }),
  words: odd,
  speaker: odd,
  verdict: fc.constantFrom('verbatim', 'altered', 'none'),
  remark: odd,
  published: odd,
  article: odd,
  publisher: odd,
  url: fc.constantFrom('', 'https://coast.example/monday', 'javascript:alert(1)', 'https://a b'),
  date: odd,
  checked: fc.option(fc.record({ draft: odd, speaker: odd, words: odd, note: odd, initials: odd, date: odd }))
})
const sheet = (rows: readonly SheetRow[], format: SheetFormat) => sheetText([{ draft: 'a.md', rows, line: () => 1 }], format)

test('rows for a spreadsheet are read back field by field, by the book', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 4 }), (rows) => {
      const [head, ...lines] = readCsv(sheet(rows, 'csv'))
      const data: Record<string, unknown>[] = JSON.parse(sheet(rows, 'json'))
      expect(lines).toHaveLength(data.length)
      for (const [i, fields] of data.entries())
        expect(Object.fromEntries((head ?? []).map((name, k) => [name, lines[i]?.[k]?.replace(/^'(?=[=+\-@\t\r])/, '')]))).toEqual(
          Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value).replace(/^'(?=[=+\-@\t\r])/, '')]))
        )
    })
  )
})

/** RFC 4180, read strictly. */
function readCsv(text: string): string[][] {
  const lines: string[][] = [[]]
  const field = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/gy
  while (field.lastIndex < text.length) {
    const [, value = '', stop] = field.exec(text) ?? []
    if (stop === undefined) throw new Error(`this is no CSV: ${JSON.stringify(text)}`)
    lines.at(-1)?.push(value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value)
    if (stop === '\r\n') lines.push([])
  }
  return lines.slice(0, -1)
}

test('no words break a row of the table', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
      const lines = sheet(rows, 'md').split('\n')
      const at = lines.findIndex((line) => line.startsWith('| ---:'))
      const table = lines.slice(at + 1, -1)
      expect(table).toHaveLength(rows.length)
      for (const line of table) expect(line.match(/(?<!\\)(?:\\\\)*\|/g)).toHaveLength(8)
    })
  )
})
