/** A draft with a small coverage of the invented world: a pack's statements, a wire story, a transcript. */
import {
  type Analysis,
  type Coverage,
  coverageOf,
  createWorkspace,
  type Pack,
  type Published,
  statementsOf
} from '../../server/src/core/api.ts'

/** What a pack knows of the levy. */
export const levyPack: Pack = {
  id: 'levy',
  title: 'The market levy',
  publisher: 'Harbour Gazette',
  date: '2026-11-20',
  entities: [
    {
      id: 'dana-ortiz',
      kind: 'person',
      name: 'Dana Ortiz',
      family: 'Ortiz',
      aliases: [],
      roles: [{ title: 'Mayor', of: 'Port Ellen' }],
      description: 'Dana Ortiz has been mayor since 2024.',
      pronouns: ['she']
    },
    {
      id: 'samuel-okafor',
      kind: 'person',
      name: 'Samuel Okafor',
      family: 'Okafor',
      aliases: [],
      roles: [],
      description: 'Samuel Okafor speaks for the traders.',
      pronouns: ['he']
    }
  ],
  statements: [
    statement('no-rise', 'dana-ortiz', 'We will not raise the levy this year, whatever the harbour board asks of us.'),
    statement('roof-first', 'dana-ortiz', 'The roof of the market hall comes first.'),
    statement('nobody-asked', 'samuel-okafor', 'Nobody has asked the traders what a new roof is worth to them.')
  ],
  takeaways: [],
  positions: {}
}

/** An article with marks of its own, and another that has the mayor’s words as well. */
export const articles: readonly Published[] = [
  {
    article: { id: 'wire/monday.md', publisher: 'Coast Wire', date: '2026-11-21', url: 'https://coast.example/monday' },
    text: 'The council met on Monday.\n\n“We will not raise the levy this year, whatever the harbour board asks of us,” Mayor Dana Ortiz said. Traders applauded.\n\n“The old bridge can wait for another winter,” said Lena Brandt, a baker. She left early.'
  },
  {
    article: { id: 'wire/tuesday.txt', title: 'The levy stays' },
    text: 'Lena Brandt sells bread by the market hall and pays the levy every month.'
  }
]

export const coverage: Coverage = coverageOf([...statementsOf(levyPack), ...articles], levyPack.entities, 1)

/** The workspace that knows the pack and the articles. */
export const covered = createWorkspace().withPacks([levyPack]).withCoverage(coverage)

export function analysisOf(text: string): Analysis {
  const analysis = covered.withDraft('file:///draft.md', text).analysis('file:///draft.md')
  if (!analysis) throw new Error('the draft was not analysed')
  return analysis
}

function statement(id: string, speaker: string, words: string): Pack['statements'][number] {
  return {
    id,
    words,
    speakers: [speaker],
    kind: 'direct',
    certainty: 'sure',
    occasion: 'council meeting',
    date: '2026-11-20',
    language: 'en',
    wording: 'as-published',
    paragraph: 1
  }
}
