/** How an attribution reads that an editor would have written: a test for each thing that is asked of one. */
import { describe, expect, test } from 'vitest'
import { type Analysis, createWorkspace, defaultLevels, type Finding, type Fix, findings } from '../../server/src/core/api.ts'
import { attributionClause } from '../../server/src/core/rules/attribution-clause.ts'
import { placeAttribution } from '../../server/src/core/rules/attribution-place.ts'
import { houseStyle } from '../../server/src/core/rules/attribution-style.ts'
import { applyEdits } from '../../server/src/core/text/edit.ts'

const FRAME = '---\nbyline: Ana Roth\n---\n\n'

function analyze(draft: string): Analysis {
  const analysis = createWorkspace()
    .withDraft('file:///draft.md', FRAME + draft)
    .analysis('file:///draft.md')
  if (!analysis) throw new Error('there is no analysis')
  return analysis
}

const unattributed = (analysis: Analysis): readonly Finding[] =>
  findings(analysis, defaultLevels).filter(({ rule }) => rule === 'unattributed-quotation')

/** The draft after the fix of its one unattributed quotation: the preferred one, or the one whose title begins so. */
function attributed(draft: string, title?: string): string {
  const analysis = analyze(draft)
  const [finding, ...others] = unattributed(analysis)
  if (!finding || others.length > 0) throw new Error(`the draft has ${others.length + (finding ? 1 : 0)} unattributed quotations`)
  const fix = finding.fixes().find((candidate) => (title ? candidate.title.startsWith(title) : candidate.preferred))
  if (!fix) throw new Error(`there is no such fix among ${finding.fixes().map((candidate) => candidate.title)}`)
  return applyEdits(FRAME + draft, fix.edits).slice(FRAME.length)
}

/** The last paragraph of the draft after the fix. */
const last = (draft: string, title?: string): string => attributed(draft, title).split('\n\n').at(-1) ?? ''

/** Dana Ortiz is introduced, and is who spoke last. */
const ORTIZ = 'Mayor Dana Ortiz said on Monday that the levy would stay.\n\nTraders had feared the worst.\n\n'

describe('the words', () => {
  test('said', () => {
    expect(last(`${ORTIZ}“Nobody will pay more than now.”`)).toBe('“Nobody will pay more than now,” Ortiz said.')
  })

  test('asked, after a question', () => {
    expect(last(`${ORTIZ}“Who are we to close the hall?”`)).toBe('“Who are we to close the hall?” Ortiz asked.')
  })

  test('the tense that the draft itself uses most', () => {
    const present = '“It stays,” says Dana Ortiz, the mayor. “It pays for the bridge,” she says.\n\nTraders had feared the worst.\n\n'
    expect(last(`${present}“Nobody will pay more than now.”`)).toBe('“Nobody will pay more than now,” Ortiz says.')
    expect(last(`${present}“Who are we to close the hall?”`)).toBe('“Who are we to close the hall?” Ortiz asks.')
  })

  test('somebody who was introduced above has the family name, subject first', () => {
    expect(last(`${ORTIZ}“Nobody will pay more than now.”`)).toMatch(/,” Ortiz said\.$/)
  })

  test('on first mention the full name and role, verb first', () => {
    const draft = `The hall was full by noon.

“Nobody has asked us what we can pay.”

Samuel Okafor, a baker, said he would leave.`
    expect(attributed(draft).split('\n\n')[1]).toBe('“Nobody has asked us what we can pay,” said Samuel Okafor, a baker.')
  })

  test('nobody likely gets a placeholder, no guess', () => {
    expect(last('The hall was full by noon.\n\n“Nobody has asked us what we can pay.”', 'Attribute to [speaker]')).toBe(
      '“Nobody has asked us what we can pay,” [speaker] said.'
    )
  })
})

describe('the place', () => {
  test('after the first sentence of several', () => {
    expect(last(`${ORTIZ}“Nobody will pay more than now. The hall stays. I promise it.”`)).toBe(
      '“Nobody will pay more than now,” Ortiz said. “The hall stays. I promise it.”'
    )
  })

  test('at the end of one', () => {
    expect(last(`${ORTIZ}“Nobody will pay more, not this year, not the next.”`)).toBe(
      '“Nobody will pay more, not this year, not the next,” Ortiz said.'
    )
  })

  test('in front with a colon where the draft mostly does so', () => {
    const colons =
      'Mayor Dana Ortiz said: “It stays.” She added: “It pays.” Then she said: “That is all.”\n\nTraders had feared the worst.\n\n'
    expect(last(`${colons}“Nobody will pay more. The hall stays.”`)).toBe('Ortiz said: “Nobody will pay more. The hall stays.”')
    expect(last(`${colons}“Who are we to close the hall?”`)).toBe('Ortiz asked: “Who are we to close the hall?”')
  })

  test('never inside a sentence', () => {
    const words = 'Nobody, I say, will pay more (or less, Mr. Reed) than in the U.S. of old; that is a promise.'
    expect(last(`${ORTIZ}“${words}”`)).toBe(`“${words.slice(0, -1)},” Ortiz said.`)
  })

  test('nor inside what the speaker quotes', () => {
    expect(last(`${ORTIZ}“They told us, ‘Stay. Do not go.’ We went. We had to.”`)).toBe(
      '“They told us, ‘Stay. Do not go.’ We went,” Ortiz said. “We had to.”'
    )
  })

  test('never twice: pieces side by side get one', () => {
    expect(last(`${ORTIZ}“Nobody will pay more than now.” “The hall stays as it is.”`)).toBe(
      '“Nobody will pay more than now,” Ortiz said. “The hall stays as it is.”'
    )
  })

  test('in the first of several paragraphs', () => {
    const draft = `${ORTIZ}“Nobody will pay more than now. The hall stays.

“And the bridge will be open by May, come what may.”`
    expect(attributed(draft).slice(ORTIZ.length)).toBe(`“Nobody will pay more than now,” Ortiz said. “The hall stays.

“And the bridge will be open by May, come what may.”`)
  })

  test('in front of a first paragraph of one sentence that runs on', () => {
    const draft = `${ORTIZ}“Nobody will pay more than now.

“And the bridge will be open by May, come what may.”`
    expect(attributed(draft).slice(ORTIZ.length)).toBe(`Ortiz said: “Nobody will pay more than now.

“And the bridge will be open by May, come what may.”`)
  })

  test('the paper’s own sentences behind the quotation stay where they are', () => {
    expect(last(`${ORTIZ}“Nobody will pay more than now.” The traders clapped.`)).toBe(
      '“Nobody will pay more than now,” Ortiz said. The traders clapped.'
    )
  })
})

describe('stops', () => {
  test('the full stop before the closing mark becomes a comma', () => {
    expect(last(`${ORTIZ}“Nobody will pay more than now.”`)).toContain('now,” Ortiz')
  })

  test('outside the marks where the draft has it there', () => {
    const british = '‘It stays’, said Dana Ortiz, the mayor. ‘It pays for the bridge’, she said.\n\nTraders had feared the worst.\n\n'
    expect(last(`${british}‘Nobody will pay more than now.’`)).toBe('‘Nobody will pay more than now’, Ortiz said.')
    expect(last(`${british}‘Nobody will pay more. The hall stays.’`)).toBe('‘Nobody will pay more’, Ortiz said. ‘The hall stays.’')
  })

  test.each(['?', '!', '…', '...', ' . . .', ' —'])('“%s” stays, and no comma is added', (sign) => {
    const said = sign === '?' ? 'asked' : 'said'
    expect(last(`${ORTIZ}“We will not pay any more for it${sign}”`)).toBe(`“We will not pay any more for it${sign}” Ortiz ${said}.`)
  })

  test('between sentences as well', () => {
    expect(last(`${ORTIZ}“Who are we? We are not the ones who pay.”`)).toBe('“Who are we?” Ortiz asked. “We are not the ones who pay.”')
    expect(last(`${ORTIZ}“We will not pay! We never did before.”`)).toBe('“We will not pay!” Ortiz said. “We never did before.”')
  })

  test('a comma that is there is enough', () => {
    expect(last(`${ORTIZ}“We will not pay any more for it,”`)).toBe('“We will not pay any more for it,” Ortiz said.')
  })

  test('a stop inside inner marks is the one that changes', () => {
    expect(last(`${ORTIZ}“They told us we would ‘never see the end of it.’”`)).toBe(
      '“They told us we would ‘never see the end of it,’” Ortiz said.'
    )
  })

  test('emphasis keeps what it set', () => {
    expect(last(`${ORTIZ}“We will **never** pay. *We never did before.*”`)).toBe(
      '“We will **never** pay,” Ortiz said. “*We never did before.*”'
    )
    expect(last(`${ORTIZ}“*We will never pay.* We never did before.”`)).toBe('“*We will never pay,*” Ortiz said. “We never did before.”')
  })
})

describe('marks', () => {
  test.each([
    ['"', '"'],
    ['‘', '’'],
    ['«', '»'],
    ['``', "''"],
    ['„', '”']
  ])('%s…%s are closed and opened again as the draft has them', (open, close) => {
    expect(last(`${ORTIZ}${open}Nobody will pay more. We never did before.${close}`)).toBe(
      `${open}Nobody will pay more,${close} Ortiz said. ${open}We never did before.${close}`
    )
  })

  test('what follows starts a sentence, in the line where it stood', () => {
    const wrapped =
      '“Nobody in this whole hall will pay any more than they pay now, and\nthat is a promise. We never did ask for more than what the bridge\ncosts us.”'
    expect(last(`${ORTIZ}${wrapped}`)).toBe(
      '“Nobody in this whole hall will pay any more than they pay now, and\nthat is a promise,” Ortiz said. “We never did ask for more than what the bridge\ncosts us.”'
    )
  })
})

describe('partial quotations', () => {
  /** The draft with its last quotation given to the speaker named in it. */
  function partial(draft: string): string {
    const analysis = analyze(draft)
    const quotation = analysis.quotations.at(-1)
    const block = quotation && analysis.blocks[quotation.block]?.block
    const candidate = quotation && analysis.candidates(quotation)[0]
    if (!block || !candidate) throw new Error('there is no quotation, or nobody to give it to')
    const style = houseStyle(analysis)
    const edits = placeAttribution(analysis, quotation, block, attributionClause(candidate, style), style)
    return (
      applyEdits(FRAME + draft, edits)
        .split('\n\n')
        .at(-1) ?? ''
    )
  }

  test('the clause stands at the sentence’s end', () => {
    expect(partial(`${ORTIZ}The levy was “a very fair price” for a bridge.`)).toBe(
      'The levy was “a very fair price” for a bridge, Ortiz said.'
    )
    expect(partial(`${ORTIZ}The levy was “a very fair price.”`)).toBe('The levy was “a very fair price,” Ortiz said.')
  })

  test('in a question it becomes what somebody called it', () => {
    expect(partial(`${ORTIZ}Was the levy “a very fair price” for a bridge?`)).toBe(
      'Was the levy what Ortiz called “a very fair price” for a bridge?'
    )
  })
})

describe('block quotations', () => {
  test('get a last line with name and role', () => {
    expect(attributed(`${ORTIZ}> We will not ask anybody to pay more than now, and we never did.`).slice(ORTIZ.length)).toBe(
      '> We will not ask anybody to pay more than now, and we never did.\n>\n> — Dana Ortiz, the mayor'
    )
  })

  test('of several paragraphs, one', () => {
    const quoted =
      '> We will not ask anybody to pay more than now, and we never did.\n>\n> And we will open our bridge by May, whatever it costs us.'
    expect(attributed(ORTIZ + quoted).slice(ORTIZ.length)).toBe(`${quoted}\n>\n> — Dana Ortiz, the mayor`)
  })

  test('or a line in front, where the draft has its speakers in front', () => {
    const colons =
      'Mayor Dana Ortiz said: “It stays.” She added: “It pays.” Then she said: “That is all.”\n\nTraders had feared the worst.\n\n'
    const quoted = '> We will not ask anybody to pay more than now, and we never did.'
    expect(attributed(colons + quoted).slice(colons.length)).toBe(`Ortiz said:\n\n${quoted}`)
  })
})

describe('the choice', () => {
  const crowd = `Mayor Dana Ortiz spoke first. Samuel Okafor, Miriam Lund, Tom Reed, Lena Brandt and Omar Vale listened to her.

“Nobody has asked us what we can pay.”`
  const offered = (draft: string): readonly Fix[] =>
    (unattributed(analyze(draft))[0]?.fixes() ?? []).filter(({ title }) => title.startsWith('Attribute to'))

  test('at most four speakers, each with its reason', () => {
    const titles = offered(crowd).map(({ title }) => title)
    expect(titles).toHaveLength(4)
    for (const title of titles) expect(title).toMatch(/^Attribute to \p{Lu}\w+: [a-z ,]+, \d+ %$/u)
  })

  test('one is preferred, and each is one step', () => {
    const fixes = offered(crowd)
    expect(fixes.map(({ preferred }) => preferred)).toEqual([true, false, false, false])
    for (const { edits } of fixes) expect(edits.length).toBeGreaterThan(0)
  })
})
