/** Counts, verdicts and parts of a story as a writer reads them, in the language of VS Code. */
import { env, l10n } from 'vscode'
import type { StoryPart } from '../../server/src/lsp/protocol.ts'

export const quotationCount = (count: number): string => (count === 1 ? l10n.t('1 quotation') : l10n.t('{0} quotations', count))
export const findingCount = (count: number): string => (count === 1 ? l10n.t('1 finding') : l10n.t('{0} findings', count))
export const wordCount = (count: number): string => (count === 1 ? l10n.t('1 word') : l10n.t('{0} words', figure(count)))
export const problemCount = (count: number): string => (count === 1 ? l10n.t('1 problem') : l10n.t('{0} problems', figure(count)))
export const articleCount = (count: number): string => (count === 1 ? l10n.t('1 article') : l10n.t('{0} articles', figure(count)))
export const packCount = (count: number): string => (count === 1 ? l10n.t('1 pack') : l10n.t('{0} packs', count))

/** *1,204*, with the sign between thousands that the language has. */
export const figure = (count: number): string => count.toLocaleString(env.language)

/** *Ortiz*, *Ortiz and Okafor*, *Ortiz, Okafor and Brandt*. */
export const enumerated = (names: readonly string[]): string =>
  names.length < 2 ? names.join() : l10n.t('{0} and {1}', names.slice(0, -1).join(', '), names.at(-1)!)

/** Who said words that nobody is found to have said. */
export const nobody = (): string => l10n.t('nobody')

/** One that this client does not know, of a newer server, stays as it is. */
export function verdictName(verdict: string): string {
  switch (verdict) {
    case 'verbatim':
      return l10n.t('verbatim')
    case 'trimmed':
      return l10n.t('trimmed')
    case 'altered':
      return l10n.t('altered')
    case 'spliced':
      return l10n.t('spliced')
    case 'unsupported':
      return l10n.t('not in the coverage')
    default:
      return verdict
  }
}

export function partName(kind: StoryPart['kind']): string {
  switch (kind) {
    case 'headline':
      return l10n.t('headline')
    case 'lede':
      return l10n.t('lede')
    case 'takeaway':
      return l10n.t('takeaway')
  }
}

/** What went wrong, as whoever threw it says. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
