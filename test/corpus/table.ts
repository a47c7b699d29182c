/** The scores as `scores.csv` holds them: a line for each story and one for all. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readStory, type Story } from './gold.ts'
import type { Score, Share } from './score.ts'

const COLUMNS = 'story,quotations,segments f1,kind,speaker,person,cue,indirect f1,false flags,missed flags'

/** Every story of the folder, in the order of their names. */
export const stories = (folder: string): readonly Story[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => readStory(file.slice(0, -3), readFileSync(join(folder, file), 'utf8')))

export const table = (scores: readonly Score[]): string => `${[COLUMNS, ...[...scores, sum(scores)].map(row)].join('\n')}\n`

function row({ name, segments, kind, speaker, person, cue, indirect, falseFlags, missedFlags }: Score): string {
  const shares = [kind, speaker, person, cue].map(share)
  return [name, kind.of, f1(segments), ...shares, f1(indirect), falseFlags, missedFlags].join(',')
}

const share = ({ right, of }: Share): string => (of === 0 ? '' : ((100 * right) / of).toFixed(1))
const f1 = ({ hit, predicted, gold }: Score['segments']): string =>
  predicted + gold === 0 ? '' : ((200 * hit) / (predicted + gold)).toFixed(1)

function sum(scores: readonly Score[]): Score {
  const shares = (of: (score: Score) => Share): Share => ({ right: total(scores, (s) => of(s).right), of: total(scores, (s) => of(s).of) })
  const matches = (of: (score: Score) => Score['segments']): Score['segments'] => ({
    hit: total(scores, (s) => of(s).hit),
    predicted: total(scores, (s) => of(s).predicted),
    gold: total(scores, (s) => of(s).gold)
  })
  return {
    name: 'all',
    segments: matches((s) => s.segments),
    kind: shares((s) => s.kind),
    speaker: shares((s) => s.speaker),
    person: shares((s) => s.person),
    cue: shares((s) => s.cue),
    indirect: matches((s) => s.indirect),
    falseFlags: total(scores, (s) => s.falseFlags),
    missedFlags: total(scores, (s) => s.missedFlags),
    misses: []
  }
}

const total = (scores: readonly Score[], of: (score: Score) => number): number => scores.reduce((all, score) => all + of(score), 0)
