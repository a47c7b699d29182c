/** Whether a draft is checked, and if not, or not in full, why: in sentences that its writer can act on. */
import * as l10n from '@vscode/l10n'
import type { Analysis } from '../analysis/analysis.ts'
import { ignoresIn } from '../rules/ignore.ts'
import { isCovered } from './covered.ts'

export interface Standing {
  readonly checked: boolean
  /** Why not; of a draft that is checked, what is left out. Empty where there is nothing of the kind. */
  readonly reasons: readonly string[]
}

/** As far as the draft and what is known of it can tell; what the writer set is for others to say. */
export function standing(analysis: Analysis): Standing {
  const { story, markdown } = analysis
  if (!story) {
    const off = /^saidby:[ \t]*["']?(?:off|false)\b/m.test(markdown.frontMatter?.text ?? '')
    return { checked: false, reasons: [off ? saysOff() : noStory()] }
  }
  const ignores = ignoresIn(markdown).filter(({ where }) => where === 'file')
  if (ignores.some(({ rules }) => rules === 'all')) return { checked: false, reasons: [ignoresAll()] }
  const rules = [...new Set(ignores.flatMap(({ rules }) => rules))]
  return {
    checked: true,
    reasons: [
      ...(rules.length > 0 ? [l10n.t('These rules are ignored in the whole file: {0}.', rules.join(', '))] : []),
      ...(isCovered(analysis) ? [] : [noCoverage()])
    ]
  }
}

const saysOff = (): string => l10n.t('This file is not checked, since its front matter says “{0}”.', 'saidby: off')
const noStory = (): string =>
  l10n.t(
    'This file is not checked, since it does not read like a news story: hardly anybody is quoted in it. With “{0}” in its front matter, it is checked all the same.',
    'saidby: story'
  )
const ignoresAll = (): string => l10n.t('This file is not checked, since a comment in it has everything ignored.')
const noCoverage = (): string =>
  l10n.t('No coverage is known of this story, so that its quotations are not held against what was published.')
