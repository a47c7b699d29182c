/** A pack as a page to read: its statements with who said them, where and when, and who is who. */
import * as l10n from '@vscode/l10n'
import type { Pack } from '../coverage/pack.ts'
import { markedWords, type Statement, type Wording } from '../coverage/statement.ts'
import type { Span } from '../text/span.ts'

export interface PackDocument {
  /** Markdown. */
  readonly text: string
  /** Where each statement’s words stand in the text, with their marks, and each entity’s and takeaway’s name, by its id. */
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
    const heading: string = [statement.occasion, statement.date].filter(Boolean).join(', ') || l10n.t('Without an occasion')
    if (heading !== above) text += `\n## ${heading.charAt(0).toUpperCase()}${heading.slice(1)}\n`
    above = heading
    const marked = markedWords(statement)
    const start = text.length + 1
    text += `\n${marked}\n\n— ${speakersOf(statement, names)}${wordingOf(statement)}\n`
    places.set(statement.id, { start, end: start + marked.length })
  }
  const section = (title: string, entries: readonly { readonly id: string; readonly name: string; readonly about: string }[]) => {
    if (entries.length > 0) text += `\n## ${title}\n`
    for (const { id, name, about } of entries) {
      const start = text.length + 3
      text += `\n**${name}.** ${about}\n`
      places.set(id, { start, end: start + name.length })
    }
  }
  section(
    l10n.t('Who and what is named'),
    pack.entities.map(({ id, name, description }) => ({ id, name, about: description }))
  )
  section(
    l10n.t('Takeaways'),
    pack.takeaways.map(({ id, title, summary }) => ({ id, name: title, about: summary }))
  )
  return { text, places }
}

const speakersOf = ({ speakers, unnamed }: Statement, names: ReadonlyMap<string, string>): string =>
  speakers.map((id) => names.get(id) ?? id).join(', ') || unnamed || l10n.t('nobody named')

function wordingName(wording: Exclude<Wording, 'as-published'>): string {
  return wording === 'translated' ? l10n.t('wording: translated') : l10n.t('wording: rough')
}

function wordingOf({ wording, kind }: Statement): string {
  const notes = [kind === 'indirect' ? l10n.t('reported, not quoted') : '', wording === 'as-published' ? '' : wordingName(wording)].filter(
    Boolean
  )
  return notes.length > 0 ? ` (${notes.join('; ')})` : ''
}
