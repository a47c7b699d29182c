/** Every quotation of a workspace, as an editor on deadline wants them: what needs a look first, the rest as a count. */
import { plain } from './markup.ts'
import type { SheetRow } from './sheet.ts'
import { type Sheet, tallyWords } from './sheet-text.ts'

/** Markdown. `unfinished` where somebody stopped it before every draft was read. */
export function workspaceReport(sheets: readonly Sheet[], unfinished: boolean): string {
  const rows = sheets.flatMap((sheet) => sheet.rows)
  const open = sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.filter(wantsLook) })).filter((sheet) => sheet.rows.length > 0)
  const drafts = sheets.filter((sheet) => sheet.rows.length > 0).length
  const parts = [
    `# Quotations in the workspace\n\n${rows.length === 0 ? 'No quotations.' : `${tallyWords(rows)}, in ${drafts === 1 ? 'one draft' : `${drafts} drafts`}.`}`,
    ...(unfinished ? ['**Stopped before every draft was read.**'] : []),
    ...(open.length === 0 ? ['Nothing needs a look.'] : open.map(draftText))
  ]
  return `---\nsaidby: off\n---\n\n${parts.join('\n\n')}\n`
}

/** Words that are not in the coverage may be the writer’s own interview; they are listed all the same, since nobody else asks. */
const wantsLook = ({ verdict, remark, checked }: SheetRow): boolean =>
  checked === null && (remark !== '' || verdict === 'altered' || verdict === 'spliced' || verdict === 'unsupported')

function draftText({ draft, link, rows, line }: Sheet): string {
  const items = rows.map((row) => {
    const at = line(row.span.start)
    const where = link ? `[line ${at}](${link}#L${at})` : `line ${at}`
    const verdict = row.verdict === 'unsupported' ? 'not in the coverage' : row.verdict
    const published = row.published && row.verdict !== 'unsupported' ? ` — published: “${plain(row.published)}”` : ''
    return `- ${where}: **${verdict}**${row.remark ? ` (${plain(row.remark)})` : ''}: “${plain(row.words)}”${row.speaker ? `, ${plain(row.speaker)}` : ''}${published}`
  })
  return `## ${plain(draft)}\n\n${items.join('\n')}`
}
