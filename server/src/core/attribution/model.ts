/** The learned part of attribution: reviewed weights, trained by `npm run train`, planted when first needed. */
import written from '../../../data/attribution-model.json'
import { wordId } from '../entity/lexicon.ts'
import { type Forest, plant, type WrittenForest } from './ranker/forest.ts'

export interface Model {
  /** Whose verb a cue is. */
  readonly subject: Forest
  /** Who said a marked segment. */
  readonly speaker: Forest
  /** Whether words in marks sound spoken, by themselves. */
  readonly spoken: Forest
  /** How often each verb reports, from 1 to 26, by the lexicon's number; 0 for one never seen. */
  readonly rates: Uint8Array
}

/** A model as its file has it. */
export interface WrittenModel {
  readonly about: string
  readonly rates: Readonly<Record<string, number>>
  readonly subject: WrittenForest
  readonly speaker: WrittenForest
  readonly spoken: WrittenForest
}

let planted: Model | undefined

/** The model that comes with Saidby. */
export function model(): Model {
  planted ??= plantModel(written as WrittenModel)
  return planted
}

export function plantModel({ rates, subject, speaker, spoken }: WrittenModel): Model {
  const known = Object.entries(rates).map(([verb, rate]) => [wordId(verb), rate] as const)
  const byNumber = new Uint8Array(known.reduce((most, [id]) => Math.max(most, id), 0) + 1)
  for (const [id, rate] of known) if (id > 0) byNumber[id] = rate
  return { subject: plant(subject), speaker: plant(speaker), spoken: plant(spoken), rates: byNumber }
}
