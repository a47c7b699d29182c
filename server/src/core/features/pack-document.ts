/** A pack as a page to read: its statements with who said them, where and when. */
import type { Pack } from '../coverage/pack.ts'
import { markedWords, type Statement } from '../coverage/statement.ts'
import type { Span } from '../text/span.ts'

export interface PackDocument {
  /** Markdown. */
  readonly text: string
  /** Where each statement’s words stand in the text, with their marks, by its id. */
  readonly places: ReadonlyMap<string, Span>
}

/** Statements in the order of the pack, under their occasions. */
export function packDocument(pack: Pack): PackDocument {
  const names = new Map(pack.entities.map(({ id, name }) => [id, name]))
  const places = new Map<string, Span>()
  let text = `---\nsaidby: off\n---\n\n# ${pack.title}\n`
  const published = [pack.publisher, pack.date].filter(Boolean).join(', ')
  if (published) text += `\n${published}\n`
  let above: string | null = null
  for (const statement of pack.statements) {
    const heading: string = [statement.occasion, statement.date].filter(Boolean).join(', ') || 'Without an occasion'
    if (heading !== above) text += `\n## ${heading.charAt(0).toUpperCase()}${heading.slice(1)}\n`
    above = heading
    const marked = markedWords(statement)
    const start = text.length + 1
    text += `\n${marked}\n\n— ${speakersOf(statement, names)}${wordingOf(statement)}\n`
    places.set(statement.id, { start, end: start + marked.length })
  }
  return { text, places }
}

const speakersOf = ({ speakers, unnamed }: Statement, names: ReadonlyMap<string, string>): string =>
  speakers.map((id) => names.get(id) ?? id).join(', ') || unnamed || 'nobody named'

function wordingOf({ wording, kind }: Statement): string {
  const notes = [kind === 'indirect' ? 'reported, not quoted' : '', wording === 'as-published' ? '' : `wording: ${wording}`].filter(Boolean)
  return notes.length > 0 ? ` (${notes.join('; ')})` : ''
}
