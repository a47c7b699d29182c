/** What MDX, R Markdown and Quarto put into Markdown that is no prose: modules, components, expressions, attributes, divisions, shortcodes. */
import type { BlockContext, InlineContext, Line, MarkdownConfig } from '@lezer/markdown'

/** `import Chart from './chart.js'`, `export const title = {`: nobody begins a paragraph of a story so. */
const MODULE = new RegExp(
  [
    /^import\s*(?:['"{*]|[\w$]+[\s,][^\n]*\bfrom\s*['"])/,
    /^export\s+(?:(?:const|let|var)\s+[\w$[{]|(?:async\s+)?function\b|class\s+[\w$]+\s*(?:extends\b|\{)|\{|\*)/,
    /^export\s+default\s+(?:async\b|function\b|class\b|[({]|[\w$.]+\s*(?:[;(]|$))/
  ]
    .map(({ source }) => source)
    .join('|')
)

/** `::: {.callout-note title="What he said"}`, and the `:::` at its end. */
const DIVISION = /^:{3,}/

/** Modules go on to a blank line outside of braces. */
function module(context: BlockContext, line: Line): boolean {
  if (line.indent > line.baseIndent || context.depth > 1 || !MODULE.test(line.text)) return false
  const start = context.lineStart
  let end = start
  let depth = 0
  do {
    if (depth <= 0 && line.text.trim() === '') break
    depth += (line.text.match(/[{([]/g)?.length ?? 0) - (line.text.match(/[})\]]/g)?.length ?? 0)
    end = context.lineStart + line.text.length
  } while (context.nextLine())
  context.addElement(context.elt('Module', start, end))
  return true
}

function division(context: BlockContext, line: Line): boolean {
  if (!isDivision(line)) return false
  const start = context.lineStart + line.pos
  context.addElement(context.elt('Division', start, context.lineStart + line.text.length))
  context.nextLine()
  return true
}

const isDivision = (line: Line): boolean =>
  line.next === COLON && line.indent < line.baseIndent + 4 && DIVISION.test(line.text.slice(line.pos))

const COLON = 58
const BRACE = 123
const ANGLE = 60

/** Each from its first sign; none looks beyond the next brace, or far. */
const braced: readonly (readonly [name: string, pattern: RegExp])[] = [
  // `{/* saidby: not-a-quotation */}`: what a comment is in MDX.
  ['Comment', /\{\/\*(?:[^*]|\*(?!\/\})){0,2000}\*\/\}/y],
  // `{{< video https://example.org/a.mp4 title="The vote" >}}`
  ['Shortcode', /\{\{[<%][^{}]{0,2000}[>%]\}\}/y],
  // `{#sec-vote .unnumbered title="The vote"}`, `{=html}`, `{-}`
  ['Attributes', /\{(?:[#.][\w-]|[\w-]+=|=\w)[^{}]{0,2000}\}|\{-\}/y],
  // `{props.title}`, `{count(votes)}`, `{"\n"}`, and no `{sic}`.
  ['Expression', /\{\s*(?:[\w$]+(?:\.[\w$]+)+|[\w$.]+\([^{}]{0,500}\)|"[^"{}\n]{0,500}"|'[^'{}\n]{0,500}'|`[^`{}\n]{0,500}`)\s*\}/y]
]

/** `<Chart data={["levy", "rent"]} />`: what HTML would not take for a tag. */
const COMPONENT = /<[A-Z][\w.]{0,100}(?:\s+[\w:-]{1,100}(?:=(?:"[^"]{0,1000}"|'[^']{0,1000}'|\{[^{}]{0,1000}\}))?){1,50}\s*\/?>/y

function inline(context: InlineContext, next: number, pos: number): number {
  if (next === BRACE)
    for (const [name, pattern] of braced) {
      const end = endOf(pattern, context, pos)
      if (end > 0) return context.addElement(context.elt(name, pos, end))
    }
  if (next !== ANGLE) return -1
  const end = endOf(COMPONENT, context, pos)
  return end > 0 ? context.addElement(context.elt('HTMLTag', pos, end)) : -1
}

function endOf(pattern: RegExp, { text, offset }: InlineContext, pos: number): number {
  pattern.lastIndex = pos - offset
  return pattern.test(text) ? offset + pattern.lastIndex : -1
}

export const dialects: MarkdownConfig = {
  defineNodes: [
    { name: 'Module', block: true },
    { name: 'Division', block: true },
    { name: 'Shortcode' },
    { name: 'Attributes' },
    { name: 'Expression' }
  ],
  parseBlock: [
    { name: 'Module', before: 'LinkReference', parse: module },
    { name: 'Division', before: 'LinkReference', parse: division, endLeaf: (_, line) => isDivision(line) }
  ],
  parseInline: [{ name: 'Dialect', before: 'Escape', parse: inline }]
}
