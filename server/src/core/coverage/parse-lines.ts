/** Articles as lines of JSON: `{"id", "text"}` with what else is known. */
import * as l10n from '@vscode/l10n'
import { type Article, told } from './article.ts'
import type { Published } from './coverage.ts'
import { isWording } from './statement.ts'
import { spoken } from './turns.ts'

/** An article, or what is wrong with the line in words that follow “line 3:”. Total: any text. */
export function parseLine(line: string): Published | { readonly problem: string } {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (error) {
    return {
      problem: l10n.t('this is not JSON: {0}', error instanceof Error ? (error.message.split('\n', 1)[0] as string) : String(error))
    }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { problem: l10n.t('this is not an object with “id” and “text”') }
  const { id, text, speaker, wording } = value as Readonly<Record<string, unknown>>
  if (typeof id !== 'string' && typeof id !== 'number') return { problem: l10n.t('“id” is missing or neither string nor number') }
  if (typeof text !== 'string') return { problem: l10n.t('“text” is missing or no string') }
  const speakers = typeof speaker === 'string' ? { speakers: [speaker] } : {}
  const article: Article = {
    id: String(id),
    ...strings(value as Readonly<Record<string, unknown>>),
    ...(isWording(wording) && { wording }),
    ...speakers,
    ...spoken(speakers, text)
  }
  return { article, text }
}

const keys = ['title', 'publisher', 'date', 'url', 'author', 'language'] as const

/** Those of the known keys whose values are text. */
const strings = (value: Readonly<Record<string, unknown>>): Partial<Article> =>
  Object.fromEntries(
    keys.flatMap((key) => {
      const given = value[key]
      return typeof given === 'string' && given !== '' ? [[key, told(given)]] : []
    })
  )
