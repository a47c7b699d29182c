/** `saidby speakers FILE…`: who speaks in each draft, how often and in how many words, as a table or as data. */
import { type LineIndex, type Speaking, speakers } from '../core/api.ts'
import type { CoverageOption } from './coverage.ts'
import { eachDraft } from './drafts.ts'
import { paint } from './paint.ts'

export interface SpeakersOptions {
  readonly format: 'table' | 'json'
  readonly coverage: CoverageOption
}

/** Exit status: 0, or 2 when a file could not be read; the other files are told of all the same. */
export async function printSpeakers(paths: readonly string[], { format, coverage }: SpeakersOptions): Promise<number> {
  const drafts: object[] = []
  const unreadable = await eachDraft(paths, { coverage }, ({ path, analysis, index }) => {
    const found = speakers(analysis)
    if (format === 'json') drafts.push({ draft: path, speakers: found.map((speaking) => asData(speaking, index)) })
    else process.stdout.write(`${paint(path, 'bold')}\n${table(found)}`)
  })
  if (format === 'json') process.stdout.write(`${JSON.stringify(drafts, null, 2)}\n`)
  return unreadable > 0 ? 2 : 0
}

const asData = ({ places, ...speaking }: Speaking, index: LineIndex): object => ({
  ...speaking,
  lines: places.map(({ start }) => index.positionAt(start).line + 1)
})

function table(found: readonly Speaking[]): string {
  if (found.length === 0) return '  Nobody speaks.\n'
  const rows = [
    ['Speaker', 'Quotations', 'Words', 'Reported', 'Coverage'],
    ...found.map((one) => [shownName(one), String(one.quotations), String(one.words), String(one.reported), verdicts(one)])
  ]
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => (column === 0 || column === row.length - 1 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)))
      .join('  ')
      .trimEnd()
  return rows.map((row, i) => `  ${i === 0 ? paint(line(row), 'grey') : line(row)}\n`).join('')
}

const shownName = ({ kind, name }: Speaking): string => (kind === 'nobody' ? 'nobody' : kind === 'anonymous' ? `${name} (not named)` : name)

const verdicts = (speaking: Speaking): string =>
  Object.entries(speaking.verdicts)
    .map(([verdict, count]) => `${count} ${verdict}`)
    .join(', ')
