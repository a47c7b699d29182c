/** What a page says about its article: in its head, and in the JSON for those who collect pages. */
import { told } from './article.ts'
import type { Facts } from './article-header.ts'

type Metas = readonly (readonly [name: string, value: string])[]

/** `data` are the texts of the page's JSON-LD; what is none is passed over. */
export function pageFacts(metas: Metas, data: readonly string[], pageTitle: string): Facts {
  const known = data.flatMap(articlesIn)[0] ?? {}
  const first = (...names: readonly string[]): string | undefined => {
    for (const name of names) {
      const value = metas.find(([key, given]) => key === name && given.trim() !== '')?.[1]
      if (value !== undefined) return plain(value)
    }
    return undefined
  }
  const publisher = first('og:site_name') ?? nameOf(known['publisher']) ?? first('publisher', 'dc.publisher', 'application-name')
  const author = nameOf(known['author']) ?? notAddress(first('author', 'article:author', 'dc.creator', 'parsely-author'))
  const facts: Record<string, string | undefined> = {
    title: first('og:title') ?? textOf(known['headline']) ?? withoutPublisher(plain(pageTitle), publisher),
    publisher,
    date:
      first('article:published_time', 'og:article:published_time') ??
      textOf(known['datePublished']) ??
      first('datepublished', 'date', 'dc.date', 'dcterms.created', 'pubdate', 'publish-date', 'parsely-pub-date', 'time'),
    url: address(first('canonical') ?? first('og:url') ?? textOf(known['url']) ?? first('saved-from')),
    author,
    language: first('lang') ?? textOf(known['inLanguage']) ?? first('og:locale')?.replace('_', '-')
  }
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined && value !== '')) as Facts
}

type Data = Readonly<Record<string, unknown>>

/** The articles in the JSON, however it wraps them. */
function articlesIn(json: string): readonly Data[] {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return []
  }
  const found: Data[] = []
  const look = (one: unknown, depth: number): void => {
    if (depth > 4 || typeof one !== 'object' || one === null) return
    if (Array.isArray(one)) {
      for (const item of one) look(item, depth + 1)
      return
    }
    const data = one as Data
    if (/(?:Article|Report|BlogPosting)\b/.test(String(data['@type']))) found.push(data)
    else for (const key of ['@graph', 'mainEntity']) look(data[key], depth + 1)
  }
  look(value, 0)
  return found
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() !== '' ? plain(value) : undefined)

/** A name, or that of a person or body; of several, all. */
function nameOf(value: unknown): string | undefined {
  if (Array.isArray(value)) {
    const names = value.slice(0, 20).flatMap((one) => (Array.isArray(one) ? [] : (nameOf(one) ?? [])))
    return names.length > 0 ? names.join(', ') : undefined
  }
  if (typeof value === 'object' && value !== null) return textOf((value as Data)['name'])
  return notAddress(textOf(value))
}

const plain = (text: string): string => told(text.replace(/\s+/g, ' ').trim())

const notAddress = (text: string | undefined): string | undefined => (text !== undefined && /^https?:|^@/.test(text) ? undefined : text)

const address = (text: string | undefined): string | undefined => (text !== undefined && /^https?:\/\//.test(text) ? text : undefined)

/** “The levy stays | The Courier”, “The levy stays - The Courier”. */
function withoutPublisher(title: string, publisher: string | undefined): string {
  const [, story, rest] = /^(.{8,}?)\s+[|–—-]\s+([^|]{2,60})$/.exec(title) ?? []
  return story !== undefined && (publisher === undefined || title.includes('|') || rest === publisher) ? story : title
}
