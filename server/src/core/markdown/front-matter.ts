/** The YAML between the `---` lines at the top of a draft. */
import type { Markdown } from './block.ts'

/** The front matter, if any, and where what follows it (or a byte order mark) begins. An opening line without a closing one opens nothing. */
export function frontMatterOf(text: string): { frontMatter: Markdown['frontMatter']; end: number } {
  const bom = text.startsWith('\ufeff') ? 1 : 0
  const open = /^---[ \t]*(?:\r\n|\n)/.exec(text.slice(bom, bom + 80))
  if (!open) return { frontMatter: null, end: bom }
  const start = bom + open[0].length
  const close = /^(?:---|\.\.\.)[ \t]*$/m
  let at = start
  while (at <= text.length) {
    const newline = text.indexOf('\n', at)
    const lineEnd = newline < 0 ? text.length : newline
    const line = text.slice(at, Math.min(lineEnd, at + 80)).replace(/\r$/, '')
    if (close.test(line))
      return { frontMatter: { start, end: at, text: text.slice(start, at) }, end: newline < 0 ? text.length : newline + 1 }
    if (newline < 0 || at - start > LONGEST) break
    at = newline + 1
  }
  return { frontMatter: null, end: bom }
}

/** Front matter is a page of keys at most; a draft that begins with a rule has its `---` further on. */
const LONGEST = 20_000

/** The texts of a list in front matter, `[a, "b"]` or lines of `- a`, or one text alone; none where the key is missing. */
export function frontMatterList({ frontMatter }: Pick<Markdown, 'frontMatter'>, key: string): readonly string[] {
  const found = frontMatter && new RegExp(`^${key}:[ \\t]*(.*)$((?:\\r?\\n[ \\t]*- .*)*)`, 'm').exec(frontMatter.text)
  if (!found) return []
  const [, here = '', below = ''] = found
  const inline = here.trim().replace(/^\[|\]$/g, '')
  const items = here.trim().startsWith('[') ? (inline.match(/(?<=^|,\s*)(?:"[^"]*"|'[^']*'|[^\s,][^,]*)/g) ?? []) : inline ? [inline] : []
  return [...items, ...below.split('\n').map((line) => line.replace(/^[ \t]*- /, ''))].map(unquoted).filter((item) => item !== '')
}

const unquoted = (item: string): string => item.trim().replace(/^(["'])(.*)\1$/, '$2')
