/** What a rule is, and what it tells. */
import type { Analysis } from '../analysis/analysis.ts'
import type { Block } from '../markdown/block.ts'
import type { Finding, Severity } from './finding.ts'

/** A finding before its severity is known, with the block it belongs to, by which it can be ignored; none in the front matter. */
export type Told = Omit<Finding, 'rule' | 'severity' | 'ignoring'> & {
  readonly block: Block | null
  /** How loud it is at the most, where it says less than others of its rule. */
  readonly atMost?: Severity
}

export type Rule = (analysis: Analysis) => Iterable<Told>
