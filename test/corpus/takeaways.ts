/** Drafts with the borders of their takeaways, as people write them: a line `% takeaway` stands above the paragraph that begins one. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface GoldTakeaways {
  readonly name: string
  /** The Markdown alone. */
  readonly text: string
  /** Offsets at which takeaways begin, in order. */
  readonly starts: readonly number[]
}

/** Every draft of the folder, in the order of their names. */
export const takeawayDrafts = (folder: string): readonly GoldTakeaways[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => readTakeaways(file.slice(0, -3), readFileSync(join(folder, file), 'utf8')))

/** Takes the lines that begin with `% ` out of a draft and tells where they stood. */
export function readTakeaways(name: string, gold: string): GoldTakeaways {
  let text = ''
  const starts: number[] = []
  for (const line of gold.split(/(?<=\n)/)) {
    if (/^% takeaway\s*$/.test(line)) starts.push(text.length)
    else if (line.startsWith('% ')) throw new Error(`${name}: “${line.trim()}” is no answer; there is only “% takeaway”`)
    else text += line
  }
  return { name, text, starts }
}

/** The same draft with its headings under the headline taken off, so that only the prose tells its takeaways. */
export function withoutHeadings({ name, text }: GoldTakeaways): GoldTakeaways {
  return readTakeaways(`${name}, without headings`, text.replace(/^## .*\n+/gm, '% takeaway\n'))
}

/** The same draft with every number taken away that says how many takeaways there are; no offset changes. */
export function withoutNumbers({ name, text, starts }: GoldTakeaways): GoldTakeaways {
  const untold = text.replace(/\b(?:two|three|four|five|six)(?= (?:takeaways|things|points|lessons|heads)\b)/gi, (word) =>
    '–'.repeat(word.length)
  )
  return { name: `${name}, without its number`, text: untold, starts }
}
