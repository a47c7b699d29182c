/** What has been published, as quotations are held against it: an index, and a way to the texts. */
import type { Entity } from '../entity/entity.ts'
import type { Article } from './article.ts'
import type { Pack } from './pack.ts'
import { emptyIndex, indexBuilder, type PassageIndex } from './passage-index.ts'
import type { Said } from './said.ts'
import type { Statement } from './statement.ts'

export interface Coverage {
  /** Changes with every change of the index; part of every memo's key that reads it. */
  readonly revision: number
  readonly index: PassageIndex
  /** Groups of spellings of one name: `['Kyiv', 'Kiev']`. */
  readonly spellings: readonly (readonly string[])[]
  /** The text of an article of the index between two UTF-16 offsets; empty where it can no longer be had. */
  text(article: Article, start: number, end: number): string
  /** Who says what stands there, where somebody reads the articles for it; else only what the article itself tells is known. */
  said?(article: Article, start: number, end: number): Said
  /** What is quoted there, each where its `within` tells, marks included; where somebody reads the articles for it. */
  sayings?(article: Article, start: number, end: number): readonly Said[]
}

export const noCoverage: Coverage = { revision: 0, index: emptyIndex, spellings: [], text: () => '' }

/** An article with its text, for what is small enough to be kept in memory. */
export interface Published {
  readonly article: Article
  readonly text: string
}

/** The statements of a pack as articles, `pack#statement`, each with its speakers by id and by name. */
export function statementsOf({ id, title, statements, entities, publisher }: Pack): readonly Published[] {
  const names = new Map(entities.map((entity) => [entity.id, entity.name]))
  return statements.map((statement) => ({
    article: {
      id: `${id}#${statement.id}`,
      title,
      ...(publisher && { publisher }),
      ...(statement.date && { date: statement.date }),
      ...(statement.occasion && { occasion: statement.occasion }),
      ...(statement.unnamed && { unnamed: statement.unnamed }),
      ...spokenIn(statement),
      language: statement.language,
      wording: statement.wording,
      speakers: statement.speakers.flatMap((speaker) => [speaker, names.get(speaker) ?? []].flat())
    },
    text: statement.words
  }))
}

/** Where it is not sure which words were spoken, none are taken for the reporter's. */
function spokenIn({ kind, certainty, verbatim }: Statement): Pick<Article, 'spoken'> {
  if (kind === 'direct' || certainty === 'unsure') return {}
  return { spoken: kind === 'mixed' ? (verbatim ?? []) : [] }
}

/** A coverage whose texts are all in memory. */
export function coverageOf(published: readonly Published[], entities: readonly Entity[], revision: number): Coverage {
  const builder = indexBuilder()
  const texts = new Map<string, string>()
  for (const { article, text } of published) {
    if (texts.has(article.id)) continue
    texts.set(article.id, text)
    builder.add(article, text)
  }
  return {
    revision,
    index: builder.finish(),
    spellings: entities.map(spellingsOf).filter((names) => names.length > 1),
    text: ({ id }, start, end) => texts.get(id)?.slice(start, end) ?? ''
  }
}

/**
 * The names of the entity that are one name differently spelt: of a place, every name of as many words (*Kyiv*, *Kiev*; *Peking*, *Beijing*); of
 * others, names whose words have the same consonants (*Zelensky*, *Zelenskiy*), and letters with or without points (*U.N.*, *UN*). *President Xi*
 * and *Xi Jinping* are two names, and one for the other is a word changed.
 */
export function spellingsOf({ name, family, aliases, kind }: Entity): readonly string[] {
  const words = (text: string) => text.split(/[\s-]+/).length
  const alike = (a: string, b: string) => words(a) === words(b) && (kind === 'place' || skeleton(a) === skeleton(b))
  const base = [name, ...(family ? [family] : [])]
  const variants = aliases.filter((alias) => base.some((one) => alike(one, alias)))
  const full = [name, ...variants.filter((alias) => alike(name, alias))]
  return full.length > 1 ? full : [name]
}

/** The consonants of a name, the same for *Zelensky* and *Zelenskiy*. */
export const skeleton = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .replace(/(?<=.)[aeiouy]/g, '')
    .replace(/(.)\1+/g, '$1')
