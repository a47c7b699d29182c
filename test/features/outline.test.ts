/** The story as its parts. */
import { expect, test } from 'vitest'
import { createWorkspace, type OutlineItem, outline } from '../../server/src/core/api.ts'

function outlineOf(text: string): string {
  const analysis = createWorkspace().withDraft('file:///draft.md', text).analysis('file:///draft.md')
  const draw = ({ kind, title, detail, children }: OutlineItem, indent: string): string =>
    `${indent}${kind}: ${title}${detail ? ` (${detail})` : ''}\n${children.map((child) => draw(child, `${indent}  `)).join('')}`
  return analysis
    ? outline(analysis)
        .map((item) => draw(item, ''))
        .join('')
    : ''
}

test('headline from front matter, lede, takeaways with quotations and speakers', () => {
  const text =
    '---\ntitle: The levy stays\n---\n\nThe council has settled the levy for the year to come, at last.\n\n## 1. No rise\n\n“The levy stays,” said Dana Ortiz, the mayor.\n\n### Why\n\nNobody asked.\n\n## 2. The hall\n\nIt is half empty.\n'
  expect(outlineOf(text)).toBe(
    'headline: The levy stays\nlede: The council has settled the levy for the year to come, at last.\ntakeaway: 1. No rise (1 quotation · Dana Ortiz)\n  quotation: “The levy stays,” (Dana Ortiz)\ntakeaway: 2. The hall (no quotations)\n'
  )
})

test('a draft without headings has a headline and a lede, and no invented takeaway', () => {
  expect(
    outlineOf('The levy stays: five points\n\nspringfield\n\nThe council has settled the levy for the year to come, at last.\n\nIt is low.')
  ).toBe('headline: The levy stays: five points\nlede: The council has settled the levy for the year to come, at last.\n')
})

test('nothing in, nothing out', () => {
  expect(outlineOf('')).toBe('')
})
