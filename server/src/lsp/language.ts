/** In which language the server tells what it has to tell: the editor's, where there is a translation. */
import * as l10n from '@vscode/l10n'
import german from '../../../l10n/bundle.l10n.de.json'
import french from '../../../l10n/bundle.l10n.fr.json'

/** By language, each English text’s translation. */
const bundles: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map([
  ['de', german],
  ['fr', french]
])

/**
 * From now on texts are told in the language of this locale, `de`, `fr-CA` or, as some editors have it, `de_DE.UTF-8`; in English where the client
 * names none or one without a translation. Call it before anything is read: texts are remembered with what they tell.
 */
export function tellIn(locale: unknown): void {
  const [language] = String(locale ?? '')
    .toLowerCase()
    .split(/[-_.]/)
  l10n.config({ contents: bundles.get(language ?? '') ?? {} })
}
