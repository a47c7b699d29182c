/** Two mentions side by side that are one: *Dana Ortiz, the mayor of Ortizville, said*; *the mayor, Dana Ortiz, said*. */
import type { PlacedMention } from './placed-mention.ts'
import type { Tokens } from './tokens.ts'

/** The mentions with `apposedTo` and the role that an appositive gives set. */
export function appositives(tokens: Tokens, found: PlacedMention[]): readonly PlacedMention[] {
  for (let i = 1; i < found.length; i += 1) {
    const here = found[i]!
    const before = found[i - 1]!
    if (before.object || here.object || here.kind === 'pronoun' || before.kind === 'pronoun' || before.possessive) continue
    if (here.from !== before.last + 2 || tokens.text[tokens.start[before.last + 1]!] !== ',') continue
    if (before.kind === 'name' && here.kind === 'nominal' && before.body === here.body && here.number === 'one') {
      found[i] = { ...here, apposedTo: i - 1 }
      found[i - 1] = { ...before, role: before.role ?? roleText(tokens, here.first), gender: before.gender ?? here.gender }
    } else if (
      before.kind === 'nominal' &&
      here.kind === 'name' &&
      before.number === 'one' &&
      tokens.text[tokens.start[here.last + 1] ?? 0] === ','
    ) {
      found[i] = {
        ...here,
        apposedTo: i - 1,
        role: here.role ?? tokens.text.slice(before.span.start, before.span.end),
        gender: here.gender ?? before.gender
      }
    }
  }
  return found
}

/** From the appositive's first word to the comma, bracket or end that closes it: *the mayor of Ortizville*. */
function roleText(tokens: Tokens, first: number): string {
  let end = first
  while (
    end + 1 < tokens.length &&
    end - first < 14 &&
    tokens.sentence[end + 1] === tokens.sentence[first] &&
    !/[,;:()—–.“"]/.test(tokens.text[tokens.start[end + 1]!]!)
  )
    end += 1
  return tokens.text.slice(tokens.start[first]!, tokens.end[end]!)
}
