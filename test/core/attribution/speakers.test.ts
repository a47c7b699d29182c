/** Who said it, in short stories: each line of an answer is the speaker, by the fullest name known, and the words given to them. */
import { describe, expect, test } from 'vitest'
import { createWorkspace, type Quotation } from '../../../server/src/core/api.ts'

const URI = 'file:///story.md'

function quotations(text: string): readonly Quotation[] {
  return createWorkspace().withDraft(URI, text).analysis(URI)?.quotations ?? []
}

/** `Dana Ortiz: “We will not raise the levy,”`; nobody where no speaker was found, and the kind where it is not direct or mixed. */
function whoSaid(text: string): string[] {
  return quotations(text).map(({ span, kind, speaker }) => {
    const names = speaker && [speaker.name ?? text.slice(speaker.span.start, speaker.span.end), ...speaker.also.map(({ name }) => name)]
    const words = text.slice(span.start, span.end).replaceAll('\n', ' ')
    return `${names?.join(' and ') ?? 'nobody'}${kind === 'direct' || kind === 'mixed' ? '' : ` (${kind})`}: ${words}`
  })
}

describe('where the attribution stands', () => {
  test.each([
    ['behind', '“We will not raise the levy,” Dana Ortiz said on Monday.', ['Dana Ortiz: “We will not raise the levy,”']],
    ['behind and inverted', '“We will not raise the levy,” said Dana Ortiz, the mayor.', ['Dana Ortiz: “We will not raise the levy,”']],
    ['in front', 'Dana Ortiz told reporters: “We will not raise the levy.”', ['Dana Ortiz: “We will not raise the levy.”']],
    [
      'between',
      '“We will not raise the levy,” Dana Ortiz said, “and that is that.”',
      ['Dana Ortiz: “We will not raise the levy,” Dana Ortiz said, “and that is that.”']
    ],
    [
      'between sentences',
      '“We will not raise the levy,” Dana Ortiz said. “That much is certain.”',
      ['Dana Ortiz: “We will not raise the levy,”', 'Dana Ortiz: “That much is certain.”']
    ],
    ['behind an appositive', '“We stay,” said Lena Brandt, a baker who has run her shop for ten years.', ['Lena Brandt: “We stay,”']],
    ['according to', 'The hall is “full every day,” according to Dana Ortiz.', ['Dana Ortiz: “full every day,”']],
    ['told whom', '“We stay,” Dana Ortiz told Lena Brandt on Monday.', ['Dana Ortiz: “We stay,”']],
    ['a colon alone', 'Dana Ortiz was blunt: “We stay where we are.”', ['Dana Ortiz: “We stay where we are.”']],
    ['a signature', '“We stay where we are.” — Dana Ortiz, mayor', ['Dana Ortiz: “We stay where we are.”']],
    ['a signature that Markdown takes for a list', '“We stay where we are.”\n\n- Dana Ortiz', ['Dana Ortiz: “We stay where we are.”']],
    ['no signature but a list', '“We stay where we are.”\n\n- Dana Ortiz\n- Tom Reed', ['nobody: “We stay where we are.”']],
    ['a verb of speech with a name that is a word', '“We stay,” Young said.', ['Young: “We stay,”']],
    ['a partial quotation', 'Dana Ortiz called the plan “a gift to the traders.”', ['Dana Ortiz: “a gift to the traders.”']]
  ])('%s', (_, text, answer) => expect(whoSaid(text)).toEqual(answer))
})

describe('who speaks', () => {
  test('several people', () => {
    expect(whoSaid('“We will build it together,” Dana Ortiz and Tomas Vale said.')).toEqual([
      'Dana Ortiz and Tomas Vale: “We will build it together,”'
    ])
  })

  test('somebody described', () => {
    expect(whoSaid('“Nobody asked us,” a senior council official said on Monday.')).toEqual([
      'a senior council official: “Nobody asked us,”'
    ])
  })

  test('a document', () => {
    expect(whoSaid('“The levy is to stay,” the report said.')).toEqual(['the report: “The levy is to stay,”'])
  })

  test('whom a pronoun stands for: whom the sentence before tells about', () => {
    expect(whoSaid('Dana Ortiz, the mayor, praised Lena Brandt. “We owe a lot to her,” she said.').at(-1)).toBe(
      'Dana Ortiz: “We owe a lot to her,”'
    )
  })
})

describe('over paragraphs', () => {
  test('a quotation that runs on', () => {
    const text = '“We stay,” Dana Ortiz said. “That much is certain.\n\n“And next year we shall see.”'
    expect(whoSaid(text).at(-1)).toBe('Dana Ortiz: “And next year we shall see.”')
    expect(quotations(text).at(-1)?.speaker?.carriedOver).toBe(true)
  })

  test('a sentence behind an attributed paragraph', () => {
    expect(whoSaid('“The levy is fair,” Dana Ortiz said. “It pays for the bridge.”\n\n“And it pays for the school.”').at(-1)).toBe(
      'Dana Ortiz: “And it pays for the school.”'
    )
  })

  test('a lead-in with a colon', () => {
    expect(whoSaid('Dana Ortiz wrote on Monday:\n\n“We will not raise the levy. We have no need to.”').at(-1)).toBe(
      'Dana Ortiz: “We will not raise the levy. We have no need to.”'
    )
  })

  test('nobody, where the paragraph before only names somebody', () => {
    expect(whoSaid('Dana Ortiz left at noon.\n\n“Nobody has asked us what we can pay. The hall is half empty.”').at(-1)).toBe(
      'nobody: “Nobody has asked us what we can pay. The hall is half empty.”'
    )
  })

  test('nobody, where only a sentence behind the words names somebody', () => {
    expect(whoSaid('“Nobody has asked us what we can afford.” Ortiz left.').at(-1)).toBe(
      'nobody: “Nobody has asked us what we can afford.”'
    )
  })
})

describe('without marks', () => {
  test('indirect speech', () => {
    expect(whoSaid('Dana Ortiz said the levy would stay until spring.')).toEqual([
      'Dana Ortiz (indirect): the levy would stay until spring'
    ])
  })

  test('indirect speech in front of who reports it', () => {
    expect(whoSaid('The levy will stay until spring, Dana Ortiz said on Monday.')).toEqual([
      'Dana Ortiz (indirect): The levy will stay until spring'
    ])
  })

  test('words that lost their marks', () => {
    expect(whoSaid('Dana Ortiz, the mayor, was sure.\n\nIt’s very clear that we can’t go on like this, she said.').at(-1)).toBe(
      'Dana Ortiz: It’s very clear that we can’t go on like this'
    )
  })

  test('what stands behind marked words is no speech of its own', () => {
    expect(whoSaid('“We stay,” said Lena Brandt, a baker from Reedham.')).toHaveLength(1)
  })
})

test('titles and marks of distance are nobody’s', () => {
  expect(whoSaid('The film “The Long Levy” opens on Friday.')).toEqual(['nobody (title): “The Long Levy”'])
})

test('every answer says which sieve or ranking decided it, and how probable it is', () => {
  for (const { speaker, evidence, probability } of quotations('“We stay,” Dana Ortiz said. Lena Brandt said she would leave.')) {
    expect(speaker).not.toBeNull()
    expect(evidence?.sieve).toMatch(/^[a-z-]+$/)
    expect(evidence?.reason).toMatch(/^.*[.]$/)
    expect(probability).toBeGreaterThan(0.5)
    expect(probability).toBeLessThanOrEqual(1)
  }
})
