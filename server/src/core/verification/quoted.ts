/** A quotation's words as its writer gives them: which were spoken, and where it is shown that words were left out or replaced. */
import { foldWords, type Words } from '../coverage/words.ts'
import type { Unit } from './comparable.ts'

/** Words in brackets, or an ellipsis: `from` = `to`, counted in words. Stands for `most` words of the passage at the most. */
export interface Gap {
  readonly from: number
  readonly to: number
  readonly most: number
}

export interface Quoted {
  readonly text: string
  readonly words: Words
  /** In order; an ellipsis before the first or behind the last word is none, since it says nothing. */
  readonly gaps: readonly Gap[]
  /** Words with a bracket inside: “want[s]”. */
  readonly mended: ReadonlySet<number>
  /** How many words stand outside brackets. */
  readonly spoken: number
  /** The different words. */
  readonly ids: ReadonlySet<number>
  /** How far from a place that shares some of its words the quotation may reach, in UTF-16 units. */
  readonly reach: number
}

/** What the alignment goes through: a unit to be matched, or a gap with the units that stand in it. */
export type Step = UnitStep | GapStep

export interface UnitStep {
  readonly kind: 'unit'
  readonly unit: Unit
  readonly mended: boolean
}

export interface GapStep {
  readonly kind: 'gap'
  readonly gap: Gap
  readonly units: readonly Unit[]
}

/** “[China] will”, “it [the levy] stays”: brackets stand for nothing or for a few words. */
const BRACKETS_STAND_FOR = 6

/** “We will not … raise the levy”: what an ellipsis leaves out is a few sentences at the most; beyond that two passages are joined. */
export const ELLIPSIS_STANDS_FOR = 150

const BRACKETS = /\[[^[\]]{0,300}\]|\([^()]{0,300}\)/g
const ELLIPSIS = /…|\.(?:[\s\u00a0]?\.){2,}/g
/** The writer's word on the speaker's: “a host problems [sic]”. Stands for nothing. */
const SIC = /^\W*sic\W*$/i

/** Total: any text. */
export function quoted(text: string): Quoted {
  // Blanked rather than cut out, so that offsets stay.
  const plain = text.replace(BRACKETS, (brackets) => (SIC.test(brackets) ? ' '.repeat(brackets.length) : brackets))
  const words = foldWords(plain)
  const { starts, ends, count } = words
  const gaps: Gap[] = []
  const mended = new Set<number>()
  let bracketed = 0
  for (const { index, 0: brackets } of plain.matchAll(BRACKETS)) {
    const end = index + brackets.length
    const from = wordsBefore(words, index)
    const to = wordsBefore(words, end)
    if (from > 0 && (ends[from - 1] as number) > index) mended.add(from - 1)
    else if (to > from && (ends[to - 1] as number) > end) mended.add(to - 1)
    else if (to > from) {
      gaps.push({ from, to, most: Math.max(BRACKETS_STAND_FOR, to - from) })
      bracketed += to - from
    }
  }
  for (const { index } of plain.matchAll(ELLIPSIS)) {
    const at = wordsBefore(words, index)
    const inside = at > 0 && at < count && (starts[at] as number) >= index && (ends[at - 1] as number) <= index
    if (inside && !gaps.some((gap) => (gap.from < at && at < gap.to) || (gap.from === at && gap.to === at)))
      gaps.push({ from: at, to: at, most: ELLIPSIS_STANDS_FOR })
  }
  gaps.sort((a, b) => a.from - b.from || a.to - b.to)
  return {
    text,
    words,
    gaps,
    mended,
    spoken: count - bracketed,
    ids: new Set(words.ids.subarray(0, count)),
    reach: UNITS_OF_A_WORD * gaps.reduce((sum, { most }) => sum + most, count + (count >> 1) + 8)
  }
}

/** A word of English with its space is shorter than that. */
const UNITS_OF_A_WORD = 8

/** How many words begin before the offset; by bisection. */
function wordsBefore({ starts, count }: Words, offset: number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] as number) < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Units and gaps in order. */
export function stepsOf({ gaps, mended }: Quoted, units: readonly Unit[]): Step[] {
  const steps: Step[] = []
  let next = 0
  for (let i = 0; i < units.length; ) {
    const { from } = units[i] as Unit
    const gap = gaps[next]
    if (gap && gap.from <= from) {
      const inside: Unit[] = []
      for (let unit = units[i]; unit && unit.from < gap.to; unit = units[i]) {
        inside.push(unit)
        i += 1
      }
      steps.push({ kind: 'gap', gap, units: inside })
      next += 1
    } else {
      steps.push({ kind: 'unit', unit: units[i] as Unit, mended: mended.has(from) })
      i += 1
    }
  }
  return steps
}
