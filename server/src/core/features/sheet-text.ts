/** Quotation sheets as files: a table to read in Markdown, rows for a spreadsheet, data for other programs. */
import * as l10n from '@vscode/l10n'
import { linked, plain } from './markup.ts'
import type { SheetRow, SheetVerdict } from './sheet.ts'
import { verdictName } from './verdict.ts'

export interface Sheet {
  /** The draft’s path or title, as it is shown. */
  readonly draft: string
  /** What opens it, where a link can. */
  readonly link?: string
  readonly rows: readonly SheetRow[]
  /** The line of an offset, from 1. */
  line(offset: number): number
}

export type SheetFormat = 'md' | 'csv' | 'json'

export const sheetText = (sheets: readonly Sheet[], format: SheetFormat): string => writers[format](sheets)

/** Tables with a box for initials. Front matter says that this is no story, so that nobody’s rules run over it. */
function markdown(sheets: readonly Sheet[]): string {
  const parts = sheets.map((sheet) => {
    const rows = sheet.rows.map((row) => `| ${cells(sheet, row).join(' | ')} |\n`).join('')
    return `# ${l10n.t('Quotations: {0}', plain(sheet.draft))}\n\n${tally(sheet.rows)}\n${rows ? `\n${head()}${rows}` : ''}`
  })
  return `---\nsaidby: off\n---\n\n${parts.join('\n')}`
}

const head = (): string =>
  `${l10n.t('| Line | Quotation | Speaker | Verdict | Publisher | Date | Checked by |')}\n| ---: | :--- | :--- | :--- | :--- | :--- | :--- |\n`

function cells({ line, link }: Sheet, row: SheetRow): string[] {
  const at = line(row.span.start)
  const name = sheetVerdict(row.verdict)
  const sound = row.verdict === 'verbatim' || row.verdict === 'trimmed' || row.verdict === 'none'
  const more = [row.remark, row.published && l10n.t('published: “{0}”', row.published)].filter(Boolean).map((text) => plain(text))
  return [
    link ? `[${at}](${link}#L${at})` : String(at),
    l10n.t('“{0}”', plain(row.words)),
    plain(row.speaker) || '—',
    `${sound ? name : `**${name}**`}${more.length > 0 ? ` (${more.join('; ')})` : ''}`,
    linked(row.publisher || (row.url && l10n.t('link')) || '—', row.url),
    plain(row.date) || '—',
    initials(row)
  ]
}

function initials({ checked }: SheetRow): string {
  if (!checked) return '☐'
  const by = [checked.initials, checked.date].filter(Boolean).map(plain).join(', ')
  return `☑ ${[by, plain(checked.note)].filter(Boolean).join(': ')}`
}

/** *4 quotations: 3 verbatim, 1 altered.* */
export function tally(rows: readonly SheetRow[]): string {
  if (rows.length === 0) return l10n.t('No quotations.')
  return `${tallyWords(rows)}.`
}

/** The same without a stop. */
export function tallyWords(rows: readonly { readonly verdict: SheetVerdict }[]): string {
  const counts = order.flatMap((verdict) => {
    const count = rows.filter((row) => row.verdict === verdict).length
    return count > 0 ? `${count} ${sheetVerdict(verdict)}` : []
  })
  const total = quotationCount(rows.length)
  return rows.every(({ verdict }) => verdict === 'none') ? total : l10n.t('{0}: {1}', total, counts.join(', '))
}

const order: readonly SheetVerdict[] = ['verbatim', 'trimmed', 'altered', 'spliced', 'unsupported', 'none']

/** *1 quotation*, *4 quotations*. */
export const quotationCount = (count: number): string => (count === 1 ? l10n.t('1 quotation') : l10n.t('{0} quotations', count))

/** As a sheet in Markdown has it, for readers; other programs read the verdict itself. */
export const sheetVerdict = (verdict: SheetVerdict): string => (verdict === 'none' ? l10n.t('not compared') : verdictName(verdict))

const columns = [
  'draft',
  'line',
  'quotation',
  'speaker',
  'verdict',
  'remark',
  'published',
  'publisher',
  'url',
  'date',
  'article',
  'note',
  'initials'
] as const

/** RFC 4180: lines end with CR LF, whatever holds a comma, a quotation mark or a line break stands in marks, doubled inside. */
function csv(sheets: readonly Sheet[]): string {
  const lines = sheets.flatMap((sheet) =>
    sheet.rows.map((row) => Object.values(fields(sheet, row)).map((value) => csvField(String(value))))
  )
  return [[...columns], ...lines].map((line) => `${line.join(',')}\r\n`).join('')
}

/** A spreadsheet takes what begins with “=” for a formula, also in a quotation; an apostrophe makes it text. */
function csvField(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const json = (sheets: readonly Sheet[]): string =>
  `${JSON.stringify(
    sheets.flatMap((sheet) => sheet.rows.map((row) => fields(sheet, row))),
    null,
    2
  )}\n`

/** One row, its keys in the order of the columns. */
function fields({ draft, line }: Sheet, row: SheetRow): Readonly<Record<(typeof columns)[number], string | number>> {
  const { words, speaker, verdict, remark, published, publisher, url, date, article, checked } = row
  return {
    draft,
    line: line(row.span.start),
    quotation: words,
    speaker,
    verdict,
    remark,
    published,
    publisher,
    url,
    date,
    article,
    note: checked?.note ?? '',
    initials: checked?.initials ?? ''
  }
}

const writers: Readonly<Record<SheetFormat, (sheets: readonly Sheet[]) => string>> = { md: markdown, csv, json }
