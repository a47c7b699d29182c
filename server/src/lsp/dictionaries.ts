/** For spelling checkers: their dictionaries with the names that are right by the coverage, in every draft of the workspace. */
import type { CancellationToken } from 'vscode-languageserver'
import { loadDictionaries, nameWords } from '../core/api.ts'
import type { Files } from '../store/files.ts'
import { everyDraft } from './drafts.ts'
import { Refusal } from './guard.ts'
import type { DictionariesParams, DictionariesResult } from './protocol.ts'
import type { Session } from './session.ts'

/** What each dictionary is to hold; nothing of it is written. Throws Refusal for parameters that are none. */
export async function dictionaries(
  session: Session,
  files: Files,
  folders: readonly string[],
  { dictionaries: wanted }: DictionariesParams,
  token: CancellationToken
): Promise<DictionariesResult> {
  if (!Array.isArray(wanted) || !wanted.every(({ format, text }) => formats.has(format) && (text === null || typeof text === 'string')))
    throw new Refusal('Each dictionary has a format and its present text, or null.')
  const words = new Set<string>()
  for await (const { analysis } of everyDraft(session, files, folders)) {
    if (token.isCancellationRequested) break
    if (analysis.story) for (const word of nameWords(analysis)) words.add(word)
  }
  const sorted = [...words].sort((a, b) => a.localeCompare(b, 'en'))
  const { dictionary, Unreadable } = await loadDictionaries()
  return {
    words: sorted.length,
    dictionaries: wanted.map(({ format, text: before }) => {
      try {
        const { text, added } = dictionary(format, sorted, before)
        return { text, added: added.length, problem: null }
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error
        return { text: null, added: 0, problem: error.message }
      }
    })
  }
}

const formats: ReadonlySet<string> = new Set(['plain', 'cspell', 'cspell-yaml', 'harper', 'vale', 'ltex'])
