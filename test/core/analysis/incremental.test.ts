/** The invariant of incremental analysis, twice: it equals analysis from scratch, and typing reads one paragraph alone. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Analysis, createWorkspace, defaultLevels, findings, hover, outline } from '../../../server/src/core/api.ts'
import { draft, edit } from '../../support/drafts.ts'

const URI = 'file:///draft.md'

/** Everything that anybody can see of an analysis. */
function seen(analysis: Analysis | undefined): unknown {
  if (!analysis) return null
  const { quotations, chains, story, sections, packs, text } = analysis
  const told = findings(analysis, defaultLevels).map((finding) => ({ ...finding, fixes: finding.fixes(), ignoring: finding.ignoring() }))
  return {
    quotations: JSON.parse(JSON.stringify(quotations)),
    chains,
    story,
    sections,
    packs,
    told,
    outline: outline(analysis),
    hover: hover(analysis, text.length >> 1)
  }
}

test('after any edits, what is known equals what is found from scratch', () => {
  fc.assert(
    fc.property(draft, fc.array(edit, { minLength: 1, maxLength: 8 }), (text, edits) => {
      let workspace = createWorkspace().withDraft(URI, text)
      for (const change of edits) {
        const next = change(workspace.analysis(URI)?.text ?? '')
        workspace = workspace.withDraft(URI, next)
        expect(seen(workspace.analysis(URI))).toEqual(seen(createWorkspace().withDraft(URI, next).analysis(URI)))
      }
    }),
    { numRuns: 150 }
  )
})

test('typing in one paragraph reads that paragraph alone', () => {
  const paragraphs = Array.from(
    { length: 200 },
    (_, i) => `“The levy stays at ${i} a head,” Dana Ortiz said. She ${i % 2 ? 'smiled' : 'left'} after ${i} minutes.`
  )
  let workspace = createWorkspace().withDraft(URI, paragraphs.join('\n\n'))
  const before = workspace.blocksRead()
  for (let i = 0; i < 20; i += 1) {
    paragraphs[100] += i % 5 === 0 ? '.' : 'x'
    workspace = workspace.withDraft(URI, paragraphs.join('\n\n'))
    expect(workspace.blocksRead() - before).toBe(i + 1)
  }
})
