/** Every quotation of a workspace, as an editor on deadline wants them: what needs a look first, the rest as a count. */
import * as l10n from '@vscode/l10n'
import { plain } from './markup.ts'
import type { SheetRow } from './sheet.ts'
import { type Sheet, sheetVerdict, tallyWords } from './sheet-text.ts'

/** Markdown. `unfinished` where somebody stopped it before every draft was read. */
export function workspaceReport(sheets: readonly Sheet[], unfinished: boolean): string {
  const rows = sheets.flatMap((sheet) => sheet.rows)
  const open = sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.filter(wantsLook) })).filter((sheet) => sheet.rows.length > 0)
  const drafts = sheets.filter((sheet) => sheet.rows.length > 0).length
  const parts = [
    `# ${l10n.t('Quotations in the workspace')}\n\n${summary(rows, drafts)}`,
    ...(unfinished ? [`**${l10n.t('Stopped before every draft was read.')}**`] : []),
    ...(open.length === 0 ? [l10n.t('Nothing needs a look.')] : open.map(draftText))
  ]
  return `---\nsaidby: off\n---\n\n${parts.join('\n\n')}\n`
}

function summary(rows: readonly SheetRow[], drafts: number): string {
  if (rows.length === 0) return l10n.t('No quotations.')
  return drafts === 1 ? l10n.t('{0}, in one draft.', tallyWords(rows)) : l10n.t('{0}, in {1} drafts.', tallyWords(rows), drafts)
}

/** Words that are not in the coverage may be the writer’s own interview; they are listed all the same, since nobody else asks. */
const wantsLook = ({ verdict, remark, checked }: SheetRow): boolean =>
  checked === null && (remark !== '' || verdict === 'altered' || verdict === 'spliced' || verdict === 'unsupported')

function draftText({ draft, link, rows, line }: Sheet): string {
  const items = rows.map((row) => {
    const at = line(row.span.start)
    const where = link ? `[${l10n.t('line {0}', at)}](${link}#L${at})` : l10n.t('line {0}', at)
    const verdict = `**${sheetVerdict(row.verdict)}**${row.remark ? ` (${plain(row.remark)})` : ''}`
    const words = `${l10n.t('“{0}”', plain(row.words))}${row.speaker ? `, ${plain(row.speaker)}` : ''}`
    const published = row.published && row.verdict !== 'unsupported' ? ` — ${l10n.t('published: “{0}”', plain(row.published))}` : ''
    return `- ${l10n.t('{0}: {1}: {2}', where, verdict, words)}${published}`
  })
  return `## ${plain(draft)}\n\n${items.join('\n')}`
}
