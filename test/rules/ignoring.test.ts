/** What holds of every way to ignore a finding: it hides what it says and nothing else, hides something, and leaves the draft’s words and structure alone. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Analysis, createWorkspace, defaultLevels, type Finding, findings, type Ignoring } from '../../server/src/core/api.ts'
import { applyEdits } from '../../server/src/core/text/edit.ts'

/** Words in which the rules find something to tell. */
const sentences = fc.constantFrom(
  '“Nobody has asked us what we can pay for a stall.”',
  '“It stays,” Brandt claimed. “Why?” quipped Samuel Okafor, a fishmonger, who admitted that it is hers.',
  'A source said the hall was sold. “It is,” according to two insiders.',
  '“We stay here," said Ortiz. ”We go,“ said Brandt.',
  'Trains go to Kyiv. Trains from Kiev are slow. “It leaks,” said Ana Peña.',
  'It rained on the market hall all day.',
  '“We will not raise the levy this year,” said Dana Ortiz, the mayor.'
)

/** A paragraph whose lines end anywhere, inside marks and outside. */
const wrapped = fc.tuple(sentences, sentences, fc.integer({ min: 12, max: 60 })).map(([a, b, width]) => wrap(`${a} ${b}`, width))

const wrap = (text: string, width: number): string => text.replace(new RegExp(`(.{${width}}\\S*) `, 'g'), '$1\n')

const stretch = fc.oneof(
  sentences,
  wrapped,
  wrapped.map((text) => text.replace(/\n/, '  \n').replace(/^/gm, '  ')),
  fc.tuple(sentences, sentences).map(([a, b]) => `- ${a}\n- ${b}`),
  fc.tuple(sentences, sentences).map(([a, b]) => `1. ${a}\n\n   ${b}`),
  fc.tuple(sentences, sentences).map(([a, b]) => `> ${a}\n>\n> ${b}`),
  fc.tuple(sentences, sentences, sentences).map(([a, b, c]) => `| Speaker | Words |\n| --- | --- |\n| ${a} | ${b} |\n| ${c} | none |`),
  fc.tuple(sentences, sentences).map(([a, b]) => `## ${a}\n\n${b}`),
  sentences.map((text) => `## ${text} {#sec-levy .unnumbered}`),
  sentences.map((text) => `${text}\n===`)
)

const front = fc.constantFrom(
  '',
  'saidby: story\n',
  'saidby-ignore:\n',
  'saidby-ignore: []\n',
  'saidby-ignore: [distant-attribution] # for now\n',
  'saidby-ignore:\n  - distant-attribution # for now\n'
)

const drafts = fc
  .tuple(front, fc.array(stretch, { minLength: 1, maxLength: 3 }), fc.constantFrom('\n', '\r\n'))
  .map(([said, parts, lineEnd]) => `---\nbyline: Ana Roth\n${said}---\n\n${parts.join('\n\n')}\n`.replaceAll('\n', lineEnd))

/** An ignore in the front matter of a draft hides nothing mostly, and is told of for that alone. */
const levels = { ...defaultLevels, 'distant-attribution': 'off' as const }

function analyze(text: string): Analysis {
  const analysis = createWorkspace().withDraft('file:///draft.md', text).analysis('file:///draft.md')
  if (!analysis) throw new Error('there is no analysis')
  return analysis
}

function forEveryWay(hold: (analysis: Analysis, finding: Finding, way: Ignoring, after: string) => void): void {
  fc.assert(
    fc.property(drafts, (text) => {
      const analysis = analyze(text)
      for (const finding of findings(analysis, levels))
        for (const way of finding.ignoring()) hold(analysis, finding, way, applyEdits(text, way.fix.edits))
    }),
    { numRuns: 10 }
  )
}

const told = ({ text }: Analysis, found: readonly Finding[]): string[] =>
  found.map(({ rule, span }) => `${rule}: ${text.slice(span.start, span.end).replace(/\s*(?:<!--|\{\/\*) saidby.*?(?:-->|\*\/\})/g, '')}`)

const inMdx = (text: string): string => text.replace(/<!-- (.*?) -->/g, '{/* $1 */}')

const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length
const blockOf = ({ markdown }: Analysis, { span }: Finding): number =>
  markdown.blocks.findIndex(({ start, end }) => start <= span.start && span.start < end)

/** Whether the other finding is where the first is to be ignored. */
function together(analysis: Analysis, a: Finding, b: Finding, scope: Ignoring['scope']): boolean {
  if (scope === 'file') return true
  if (scope === 'paragraph') return blockOf(analysis, a) === blockOf(analysis, b)
  return lineOf(analysis.text, a.span.start) === lineOf(analysis.text, b.span.start)
}

test('it hides the finding, with what stands beside it, and nothing else; nothing is told of the ignore', () => {
  forEveryWay((analysis, finding, { scope, rules }, after) => {
    const stays = findings(analysis, levels).filter(
      (other) => !((rules === 'all' || other.rule === rules) && together(analysis, finding, other, scope))
    )
    for (const text of [after, inMdx(after)]) {
      const again = analyze(text)
      expect(told(again, findings(again, levels))).toEqual(told(analysis, stays))
    }
  })
})

/** Every block as a reader has it. */
const shape = ({ markdown }: Analysis): string[] =>
  markdown.blocks
    .filter(({ prose }) => prose.text !== '')
    .map(({ kind, level, containers, prose }) => `${kind} ${level} ${containers.map((one) => one.kind + one.ordinal)} ${prose.text.trim()}`)

test('no word, no block and no list is another after it, also where the comment is that of MDX', () => {
  forEveryWay((analysis, _, __, after) => {
    expect(shape(analyze(after))).toEqual(shape(analysis))
    expect(shape(analyze(inMdx(after)))).toEqual(shape(analysis))
  })
})

test('it is never put inside quotation marks', () => {
  forEveryWay(({ quotations }, _, { fix }) => {
    for (const { start } of fix.edits)
      expect(quotations.some(({ segments }) => segments.some(({ open, span }) => open.end <= start && start < span.end))).toBe(false)
  })
})

test('every line ends as the draft’s do', () => {
  forEveryWay(({ text }, _, __, after) => {
    expect(/(?<!\r)\n/.test(after)).toBe(/(?<!\r)\n/.test(text))
    expect(after.includes('\r')).toBe(text.includes('\r'))
  })
})

/** What the way makes of the draft’s lines from the first that differs. */
function written(text: string, scope: Ignoring['scope'], rules: 'all' | 'loaded-cue' = 'loaded-cue'): string | null {
  const found = findings(analyze(text), levels).find(({ rule }) => rule === 'loaded-cue')
  const way = found?.ignoring().find((one) => one.scope === scope && one.rules === rules)
  return way ? applyEdits(text, way.fix.edits) : null
}

const CLAIMED = '“It stays,” claimed Dana Ortiz, the mayor.'
const STORY = `---\nbyline: Ana Roth\n---\n\n`

test('a comment stands where its Markdown lets it', () => {
  const said = (what: string) => `<!-- saidby: ${what} loaded-cue -->`
  for (const [before, scope, after] of [
    [CLAIMED, 'paragraph', `${said('ignore')}\n${CLAIMED}`],
    [CLAIMED, 'line', `${CLAIMED} ${said('ignore-line')}`],
    [CLAIMED, 'next-line', `${said('ignore-next-line')}\n${CLAIMED}`],
    [`  ${CLAIMED}`, 'next-line', `  ${said('ignore-next-line')}\n  ${CLAIMED}`],
    [`It rained.  \n${CLAIMED}`, 'next-line', `It rained. ${said('ignore-next-line')}  \n${CLAIMED}`],
    [`- ${CLAIMED}`, 'paragraph', `- ${CLAIMED} ${said('ignore')}`],
    [`- ${CLAIMED}`, 'next-line', null],
    [`## ${CLAIMED} {#levy}`, 'paragraph', `## ${CLAIMED} ${said('ignore')} {#levy}`],
    [`## ${CLAIMED}`, 'next-line', `${said('ignore-next-line')}\n## ${CLAIMED}`],
    [`| a | b |\n| - | - |\n| ${CLAIMED} | c |`, 'paragraph', `| a | b |\n| - | - |\n| ${CLAIMED} ${said('ignore')} | c |`],
    [`| a | b |\n| - | - |\n| ${CLAIMED} | c |`, 'next-line', null],
    ['“It stays,” claimed Dana Ortiz. “It\nhas to,” she said.', 'line', null]
  ] as const)
    expect(written(STORY + before, scope)).toBe(after === null ? null : STORY + after)
})

test('a file says it in its front matter, which it has or has not', () => {
  const bare = `${CLAIMED}\n\n`.repeat(4)
  expect(written(bare, 'file')).toBe(`<!-- saidby: ignore-file loaded-cue -->\n\n${bare}`)
  expect(written(bare, 'file', 'all')).toBe(`<!-- saidby: ignore-file -->\n\n${bare}`)
  for (const [before, rules, after] of [
    ['byline: Ana Roth\n', 'loaded-cue', 'byline: Ana Roth\nsaidby-ignore: loaded-cue\n'],
    ['byline: Ana Roth\n', 'all', 'byline: Ana Roth\nsaidby: off\n'],
    ['saidby: story\nbyline: Ana Roth\n', 'all', 'saidby: off\nbyline: Ana Roth\n'],
    ['saidby: story\nsaidby-ignore: wrong-role # so\n', 'loaded-cue', 'saidby: story\nsaidby-ignore: wrong-role, loaded-cue # so\n'],
    ['saidby: story\nsaidby-ignore: [wrong-role]\n', 'loaded-cue', 'saidby: story\nsaidby-ignore: [wrong-role, loaded-cue]\n'],
    ['saidby: story\nsaidby-ignore: []\n', 'loaded-cue', 'saidby: story\nsaidby-ignore: [loaded-cue]\n'],
    ['saidby: story\nsaidby-ignore:\n', 'loaded-cue', 'saidby: story\nsaidby-ignore: loaded-cue\n'],
    [
      'saidby-ignore:\n- "wrong-role" # so\nsaidby: story\n',
      'loaded-cue',
      'saidby-ignore:\n- "wrong-role" # so\n- loaded-cue\nsaidby: story\n'
    ]
  ] as const)
    expect(written(`---\n${before}---\n\n${CLAIMED}\n`, 'file', rules)).toBe(`---\n${after}---\n\n${CLAIMED}\n`)
})
