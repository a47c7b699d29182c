/** MDX, R Markdown and Quarto: what is no prose in them, and what of plain Markdown only looks alike. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseMarkdown } from '../../../server/src/core/markdown/parse.ts'

const prose = (text: string): string[] =>
  parseMarkdown(text)
    .blocks.map((block) => block.prose.text)
    .filter((words) => words !== '')

const STORY = '“We will not raise it,” said Dana Ortiz.'

describe('MDX', () => {
  test('modules go on to a blank line outside of braces', () => {
    expect(
      prose(
        `import Chart from './chart.js'\nimport { a, b } from "./“other”.js"\n\nexport const meta = {\n  title: “The levy”,\n\n  by: 'Ana'\n}\n\n${STORY}\n`
      )
    ).toEqual([STORY])
    expect(prose(`export default function Page() {\n  return "“no”"\n}\n\n${STORY}\n`)).toEqual([STORY])
  })

  test('components are tags, whatever stands in their braces', () => {
    expect(prose(`<Chart title="“up”" data={["“levy”", "rent"]} />\n`)).toEqual([])
    expect(prose(`Rents rose <Chart data={{ a: "“x”" }}/> in May.\n`)).toEqual(['Rents rose <Chart data={{ a: "“x”" }}/> in May.'])
    expect(prose(`Rents rose <Mark value={"“x”"}/>in May.\n`)).toEqual(['Rents rose in May.'])
  })

  test('expressions have a place in the sentence and no words', () => {
    expect(prose('Dana Ortiz said {props.when} that {"“no”"} it stays {count(votes)}.\n')).toEqual([
      'Dana Ortiz said \ufffc that \ufffc it stays \ufffc.'
    ])
  })

  test('a comment is one', () => {
    const { comments, blocks } = parseMarkdown(`{/* saidby: not-a-quotation */}\n\n${STORY} {/* who? */}\n`)
    expect(comments.map(({ text }) => text)).toEqual(['saidby: not-a-quotation', 'who?'])
    expect(blocks.map((block) => block.prose.text)).toEqual(['', STORY])
  })
})

describe('R Markdown and Quarto', () => {
  test('chunks and inline code are code', () => {
    expect(prose('```{r levy, fig.cap="“Rents”"}\n#| label: x\npaste("“no”")\n```\n\nThe levy is `r paste("“x”")` euros.\n')).toEqual([
      'The levy is \ufffc euros.'
    ])
  })

  test('divisions are no prose, and what stands in them is', () => {
    expect(prose(`::: {.callout-note title="“Note”"}\n${STORY}\n:::\n\nRain fell.\n:::: aside\n::::\n`)).toEqual([STORY, 'Rain fell.'])
  })

  test('attributes and shortcodes', () => {
    expect(
      prose(
        `# The levy {#sec-levy .unnumbered title="“x”"}\n\n![A hall](hall.png){fig-alt="“x”" width=50%} Rain {{< pagebreak title="“x”" >}} fell.\n`
      )
    ).toEqual(['The levy', '\ufffc Rain \ufffc fell.'])
  })
})

test('what a writer writes in braces stays', () => {
  for (const text of [
    'He said “the levy {sic} stays” on Monday.',
    'They sang {as ever}.',
    'Import duties rose. export prices fell.',
    'import duties rose from “nothing” to ten per cent.',
    'export default rates fell: who knew?',
    'He wrote “:::” on the wall.',
    'A < B and C > D.'
  ])
    expect(prose(`${text}\n`)).toEqual([text])
})

test('no text stops the reading', () => {
  const pieces = ['{', '}', '{/*', '*/}', '{{<', '>}}', ':::', '<A b={', '/>', 'import {', 'export const', '\n', '\n\n', '“a”', ' ', '.x']
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (parts) => {
      const text = parts.join('')
      const { blocks } = parseMarkdown(text)
      return blocks.every((block) => text.slice(block.start, block.end) === block.text)
    })
  )
})
