/** `saidby outline FILE…`: the story's parts, indented, with the speaker behind each quotation; then the takeaways that only a pack has. */
import { missingTakeaways, type OutlineItem, outline } from '../core/api.ts'
import type { CoverageOption } from './coverage.ts'
import { eachDraft } from './drafts.ts'
import { paint } from './paint.ts'

/** Exit status: 0, or 2 when a file could not be read. */
export async function printOutlines(paths: readonly string[], coverage: CoverageOption): Promise<number> {
  const unreadable = await eachDraft(paths, { coverage }, ({ path, analysis, index }) => {
    const line = (item: OutlineItem) => index.positionAt(item.selection.start).line + 1
    const items = outline(analysis).map((item) => draw(item, '  ', line))
    const missing = missingTakeaways(analysis).map(({ title }) => `  ${paint('missing', 'yellow')} ${title}\n`)
    process.stdout.write(`${paint(path, 'bold')}\n${items.join('')}${missing.join('')}`)
  })
  return unreadable > 0 ? 2 : 0
}

function draw(item: OutlineItem, indent: string, line: (item: OutlineItem) => number): string {
  const { kind, title, detail, children } = item
  const name = kind === 'quotation' ? '' : `${paint(kind, 'blue')} `
  const at = paint(`:${line(item)}`, 'grey')
  return `${indent}${name}${title}${detail ? ` — ${detail}` : ''} ${at}\n${children.map((child) => draw(child, `${indent}  `, line)).join('')}`
}
