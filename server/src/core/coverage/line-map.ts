/** Where in a line of JSON its article's text stands, escape by escape. */
import type { OffsetMap } from '../text/offset-map.ts'
import { MappedTextBuilder } from './mapped-text.ts'

/** From the line's text to the line. The line is one that `parseLine` reads; of another the map is empty. */
export function lineMap(line: string): OffsetMap {
  const builder = new MappedTextBuilder()
  const start = textStart(line)
  if (start < 0) return builder.finish().map
  let at = start
  while (at < line.length && line[at] !== '"') {
    if (line[at] !== '\\') {
      let end = at
      while (end < line.length && line[end] !== '"' && line[end] !== '\\') end += 1
      builder.units(line.slice(at, end), at)
      at = end
    } else {
      const length = line[at + 1] === 'u' ? 6 : 2
      // One unit, whichever it is.
      builder.whole('.', at, length)
      at += length
    }
  }
  return builder.finish().map
}

/** Where the string begins that is the last value of the outermost “text”; -1 where there is none. */
function textStart(line: string): number {
  let depth = 0
  let found = -1
  for (let at = 0; at < line.length; at += 1) {
    const sign = line[at]
    if (sign === '{' || sign === '[') depth += 1
    else if (sign === '}' || sign === ']') depth -= 1
    if (sign !== '"') continue
    const end = stringEnd(line, at)
    const value = depth === 1 && isText(line.slice(at, end)) ? /^\s*:\s*"/.exec(line.slice(end, end + 100)) : null
    if (value) found = end + value[0].length
    at = (value ? stringEnd(line, found - 1) : end) - 1
  }
  return found
}

/** Behind the closing mark of the string that opens at the offset. */
function stringEnd(line: string, open: number): number {
  let at = open + 1
  while (at < line.length && line[at] !== '"') at += line[at] === '\\' ? 2 : 1
  return at + 1
}

/** Keys may be written with escapes, too. */
const isText = (token: string): boolean =>
  token.length < 40 && token.replace(/\\u([\da-f]{4})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))) === '"text"'
