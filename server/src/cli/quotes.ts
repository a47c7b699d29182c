/** `saidby quotes FILE…`: the quotation sheet, for a desk to read, to print, or to open in a spreadsheet. */
import { createWorkspace, quotationSheet, type Sheet, type SheetFormat, sheetText } from '../core/api.ts'
import { readCoverage } from './coverage.ts'
import { eachDraft } from './drafts.ts'

export interface QuotesOptions {
  readonly format: SheetFormat
  /** As `--coverage` names it; null for what comes with Saidby. */
  readonly coverage: readonly string[] | null
}

/** Exit status: 0, or 2 when a file could not be read; the other files are listed all the same. */
export async function printQuotes(paths: readonly string[], { format, coverage }: QuotesOptions): Promise<number> {
  const known = await readCoverage(coverage)
  const workspace = createWorkspace().withPacks(known.packs).withCoverage(known.coverage)
  const sheets: Sheet[] = []
  const unreadable = eachDraft(
    paths,
    (path, analysis, index) =>
      sheets.push({ draft: path, rows: quotationSheet(analysis), line: (offset) => index.positionAt(offset).line + 1 }),
    workspace
  )
  process.stdout.write(sheetText(sheets, format))
  return unreadable > 0 ? 2 : 0
}
