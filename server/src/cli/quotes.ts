/** `saidby quotes FILE…`: the quotation sheet, for a desk to read, to print, or to open in a spreadsheet. */
import { quotationSheet, type Sheet, type SheetFormat, sheetText } from '../core/api.ts'
import type { CoverageOption } from './coverage.ts'
import { eachDraft } from './drafts.ts'

export interface QuotesOptions {
  readonly format: SheetFormat
  readonly coverage: CoverageOption
}

/** Exit status: 0, or 2 when a file could not be read; the other files are listed all the same. */
export async function printQuotes(paths: readonly string[], { format, coverage }: QuotesOptions): Promise<number> {
  const sheets: Sheet[] = []
  const unreadable = await eachDraft(paths, { coverage }, ({ path, analysis, index }) =>
    sheets.push({ draft: path, rows: quotationSheet(analysis), line: (offset) => index.positionAt(offset).line + 1 })
  )
  process.stdout.write(sheetText(sheets, format))
  return unreadable > 0 ? 2 : 0
}
