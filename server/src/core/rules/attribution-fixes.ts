/** The fixes that say who said a quotation: one for each likely speaker, with the reason; a placeholder where nobody is likely. */
import * as l10n from '@vscode/l10n'
import type { Analysis } from '../analysis/analysis.ts'
import type { Candidate, Quotation } from '../attribution/attribution.ts'
import type { Block } from '../markdown/block.ts'
import { attributionClause, PLACEHOLDER } from './attribution-clause.ts'
import { placeAttribution } from './attribution-place.ts'
import { houseStyle } from './attribution-style.ts'
import type { Fix } from './finding.ts'

/** At most four fixes, the likeliest speaker’s first and preferred; none where an attribution would read badly everywhere. */
export function attributionFixes(analysis: Analysis, quotation: Quotation, block: Block, likely: readonly Candidate[]): readonly Fix[] {
  const style = houseStyle(analysis)
  const attribute = (title: string, candidate: Candidate | null, preferred: boolean): Fix[] => {
    const edits = placeAttribution(analysis, quotation, block, attributionClause(candidate, style), style)
    return edits.length > 0 ? [{ title, edits, preferred, ...(candidate ? {} : { blank: PLACEHOLDER }) }] : []
  }
  const offered = likely
    .slice(0, MOST_SPEAKERS)
    .flatMap((candidate, i) =>
      attribute(
        l10n.t('Attribute to {0}: {1}, {2} %', candidate.shortName, candidate.reason, Math.round(candidate.probability * 100)),
        candidate,
        i === 0
      )
    )
  return offered.length > 0 ? offered : attribute(l10n.t('Attribute to {0}', PLACEHOLDER), null, false)
}

/** More names than that are a list to read, not a choice. */
const MOST_SPEAKERS = 4
