/** The quotation sheet, in each of its formats. */
import { expect, test } from 'vitest'
import { createWorkspace, lineIndex, quotationSheet, type SheetFormat, sheetText } from '../../server/src/core/api.ts'
import { analysisOf, covered } from '../support/covered.ts'

const STORY = `# The levy

“We will never raise the levy this year,” Dana Ortiz said. She left.

“Nobody has asked the traders what a new roof
is worth to them,” said Samuel Okafor.

“The ferry | timetable, the *worst* of all, is a disgrace to every island,” Tomas Vale said.

“Maybe,” said Lena Brandt.
`

function sheet(text: string, format: SheetFormat): string {
  const index = lineIndex(text)
  const rows = quotationSheet(analysisOf(text))
  return sheetText([{ draft: 'levy.md', rows, line: (offset) => index.positionAt(offset).line + 1 }], format)
}

test('a table to read, in which nothing breaks a cell', () => {
  expect(sheet(STORY, 'md')).toMatchInlineSnapshot(`
    "---
    saidby: off
    ---

    # Quotations: levy.md

    4 quotations: 1 verbatim, 1 altered, 1 not in the coverage, 1 not compared.

    | Line | Quotation | Speaker | Verdict | Publisher | Date | Checked by |
    | ---: | :--- | :--- | :--- | :--- | :--- | :--- |
    | 3 | “We will never raise the levy this year” | Dana Ortiz | **altered** (“never” for “not”; published: “We will not raise the levy this year”) | Harbour Gazette | 2026-11-20 | ☐ |
    | 5 | “Nobody has asked the traders what a new roof is worth to them” | Samuel Okafor | verbatim | Harbour Gazette | 2026-11-20 | ☐ |
    | 8 | “The ferry \\| timetable, the worst of all, is a disgrace to every island” | Tomas Vale | **not in the coverage** | — | — | ☐ |
    | 10 | “Maybe” | Lena Brandt | not compared | — | — | ☐ |
    "
  `)
})

test('rows for a spreadsheet, with doubled marks, and no formulas', () => {
  expect(sheet(`${STORY}\n"=1+1, she \u201csaid\u201d and so on," Lena Brandt said.\n`, 'csv').split('\r\n')).toMatchInlineSnapshot(`
    [
      "draft,line,quotation,speaker,verdict,remark,published,publisher,url,date,article,note,initials",
      "levy.md,3,We will never raise the levy this year,Dana Ortiz,altered,“never” for “not”,We will not raise the levy this year,Harbour Gazette,,2026-11-20,levy#no-rise,,",
      "levy.md,5,Nobody has asked the traders what a new roof is worth to them,Samuel Okafor,verbatim,,,Harbour Gazette,,2026-11-20,levy#nobody-asked,,",
      "levy.md,8,"The ferry | timetable, the worst of all, is a disgrace to every island",Tomas Vale,unsupported,,,,,,,,",
      "levy.md,10,Maybe,Lena Brandt,none,,,,,,,,",
      "levy.md,12,"'=1+1, she “said” and so on",Lena Brandt,unsupported,,,,,,,,",
      "",
    ]
  `)
})

test('data with the same keys in every row', () => {
  const rows = JSON.parse(sheet(STORY, 'json'))
  expect(rows.map((row: object) => Object.keys(row).join(' '))).toEqual(
    Array(4).fill('draft line quotation speaker verdict remark published publisher url date article note initials')
  )
  expect(rows[0]).toMatchObject({
    line: 3,
    verdict: 'altered',
    published: 'We will not raise the levy this year',
    publisher: 'Harbour Gazette'
  })
})

test('a draft without quotations, and one without coverage', () => {
  expect(sheet('Nobody spoke.', 'md')).toContain('No quotations.')
  const bare = createWorkspace().withDraft('a', STORY).analysis('a')
  expect(bare && new Set(quotationSheet(bare).map(({ verdict }) => verdict))).toEqual(new Set(['none']))
})

test('what was checked by hand shows its note', () => {
  const note = {
    draft: 'levy.md',
    speaker: 'Dana Ortiz',
    words: 'we will never raise the levy this year',
    note: 'On tape | at 12:40',
    initials: 'LB',
    date: '2026-11-25'
  }
  const analysis = covered
    .withChecked(() => [note])
    .withDraft('levy', STORY)
    .analysis('levy')
  const rows = analysis ? quotationSheet(analysis) : []
  expect(rows.map(({ checked }) => checked?.note ?? '')).toEqual(['On tape | at 12:40', '', '', ''])
  expect(sheetText([{ draft: 'levy.md', rows, line: () => 1 }], 'md')).toContain('| ☑ LB, 2026-11-25: On tape \\| at 12:40 |')
})

test('whose words they are where the draft does not say, and nothing of a few words that were not found', () => {
  const rows = quotationSheet(analysisOf('“The roof of the market hall comes first.”\n\n“Bread and roses too,” Dana Ortiz said.'))
  expect(rows.map(({ verdict, remark }) => `${verdict}: ${remark}`)).toEqual(['verbatim: the coverage gives it to Dana Ortiz', 'none: '])
})
