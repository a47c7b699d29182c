/** Text that would take the parser too long, made harmless: same length, without its signs. */

/** A paragraph is the parser's smallest unit of work; one longer than this is read as plain prose. */
const LONGEST_PARAGRAPH = 40_000

/** From every space inside a line the parser looks for the end of its run; only the ends of a long run need be spaces. */
const wide = /(?<=[^ \n] {16}) {1000,}(?= {16})/g
const WIDE = ' '.repeat(1032)

/** Containers nested deeper than anybody writes. */
const deep = /^(?:[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])){40,}/gm

/** The text itself, unless it holds something that no writer wrote by hand. */
export function tamed(body: string): string {
  const narrow = body.includes(WIDE) ? body.replace(wide, blot) : body
  const shallow = /(?:(?:>|[-*+] |\d[.)] )[ \t]*){40}/.test(narrow) ? narrow.replace(deep, blot) : narrow
  let tame = ''
  let at = 0
  for (let start = 0; start < shallow.length; ) {
    const gap = shallow.indexOf('\n\n', start)
    const end = gap < 0 ? shallow.length : gap
    if (end - start > LONGEST_PARAGRAPH) {
      tame += shallow.slice(at, start) + shallow.slice(start, end).replace(/[^\p{L}\p{N}\s.,;]/gu, blot)
      at = end
    }
    start = end + 2
  }
  return at === 0 ? shallow : tame + shallow.slice(at)
}

const blot = (signs: string): string => 'x'.repeat(signs.length)

/**
 * The same after an edit of a text that was tame: only the paragraphs that the change touches can have become wild.
 * `start` and `end` say where in `body` the change stands.
 */
export function tamedAfter(body: string, start: number, end: number): string {
  const from = Math.max(0, body.lastIndexOf('\n\n', Math.max(0, start - 2)))
  const next = body.indexOf('\n\n', end)
  const touched = body.slice(from, next < 0 ? body.length : next)
  return tamed(touched) === touched ? body : tamed(body)
}
