/** Learns a model from gold documents. Deterministic: the same documents give the same model. */
import type { WrittenModel } from '../server/src/core/attribution/model.ts'
import { plant } from '../server/src/core/attribution/ranker/forest.ts'
import { rankSubjects } from '../server/src/core/attribution/ranker/subject-ranker.ts'
import { spellingOf } from '../server/src/core/entity/lexicon.ts'
import { type Growth, grow } from './boost.ts'
import {
  addSpoken,
  addSubjects,
  type ReadDocument,
  reportingRates,
  type SegmentExample,
  segmentExamples,
  speakerHeap,
  spokenHeap,
  subjectHeap
} from './examples.ts'

const SUBJECT: Growth = { trees: 160, depth: 6, rate: 0.15, lambda: 3, share: 0.6 }
const SPEAKER: Growth = { trees: 300, depth: 6, rate: 0.1, lambda: 4, share: 0.6 }
const SPOKEN: Growth = { trees: 40, depth: 4, rate: 0.2, lambda: 3, share: 0.8 }

/** The parts in which the speaker’s examples get their subjects from a forest that has not seen them. */
const PARTS = 2

export function learn(documents: readonly ReadDocument[], say: (line: string) => void): WrittenModel {
  const rates = reportingRates(documents)
  const subjectForest = (from: readonly ReadDocument[]) => {
    const heap = subjectHeap()
    for (const document of from) addSubjects(heap, document, rates)
    say(`subjects of ${heap.size} cues`)
    return grow(heap.examples(), SUBJECT)
  }
  const examples: SegmentExample[] = []
  for (let part = 0; part < PARTS; part += 1) {
    const unseen = plant(subjectForest(documents.filter((_, i) => i % PARTS !== part)))
    for (const document of documents.filter((_, i) => i % PARTS === part))
      examples.push(...segmentExamples(document, (paragraph) => rankSubjects(paragraph, paragraph.cues, unseen, rates), rates))
  }
  const speakers = speakerHeap()
  for (const { rows, positive } of examples) if (positive.includes(true)) speakers.add(rows.rows, positive)
  const spoken = spokenHeap()
  addSpoken(spoken, examples)
  const subject = subjectForest(documents)
  say(`speakers of ${speakers.size} segments`)
  return {
    about:
      'Weights of attribution, trained by `npm run train`. `rates`: how often a verb reports, in 25ths plus one. A tree is a list of numbers: feature and threshold of each question, then the leaves in thousandths; bit d of a leaf’s number says whether question d was exceeded.',
    rates: Object.fromEntries([...rates].flatMap((rate, id) => (rate > 0 ? [[spellingOf(id), rate]] : []))),
    subject,
    speaker: grow(speakers.examples(), SPEAKER),
    spoken: grow(spoken.examples(), SPOKEN)
  }
}

/** The model as a file that can be reviewed: a line for each tree. */
export function writeModel({ about, rates, ...forests }: WrittenModel): string {
  const parts = Object.entries(forests).map(([name, { features, depth, trees }]) => {
    const lines = trees.map((tree) => `    ${JSON.stringify(tree)}`).join(',\n')
    return `  ${JSON.stringify(name)}: {"features": ${JSON.stringify(features)}, "depth": ${depth}, "trees": [\n${lines}\n  ]}`
  })
  return `{\n  "about": ${JSON.stringify(about)},\n  "rates": ${JSON.stringify(rates)},\n${parts.join(',\n')}\n}\n`
}
