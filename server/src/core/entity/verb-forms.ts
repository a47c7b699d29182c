/** The regular and given forms of an English verb. */

/** The form of a cue verb: *say*, *says*, *said*, *saying*. */
export type CueForm = 0 | 1 | 2 | 3

/** `say`, past `said`: say, says, said, saying, each with its form. A verb without a given past is regular. */
export function verbForms(lemma: string, past?: string, participle?: string): readonly (readonly [CueForm, string])[] {
  const regular = past ?? pastOf(lemma)
  return [
    [0, lemma],
    [1, thirdPerson(lemma)],
    [2, regular],
    [2, participle ?? regular],
    [3, ingOf(lemma)]
  ]
}

/** *slam*, *slammed*: a short verb with one vowel before its last consonant doubles it; so do these longer ones. */
const doubles = (lemma: string): boolean => /^[^aeiou]*(?:qu)?[aeiou][^aeiouwxy]$/.test(lemma) || LONGER.has(lemma)

const LONGER = new Set(['admit', 'submit', 'concur', 'refer', 'prefer', 'infer', 'begin', 'forget', 'rebut'])

function thirdPerson(lemma: string): string {
  if (/(?:s|x|z|ch|sh|o)$/.test(lemma)) return `${lemma}es`
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ies`
  return `${lemma}s`
}

function pastOf(lemma: string): string {
  if (lemma.endsWith('e')) return `${lemma}d`
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ied`
  return doubles(lemma) ? `${lemma}${lemma.at(-1)}ed` : `${lemma}ed`
}

function ingOf(lemma: string): string {
  if (/[^eo]e$/.test(lemma)) return `${lemma.slice(0, -1)}ing`
  return doubles(lemma) ? `${lemma}${lemma.at(-1)}ing` : `${lemma}ing`
}
