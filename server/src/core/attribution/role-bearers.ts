/** Whom a noun stands for by a post: *the mayor*, *the Chinese leader*, *the two leaders*. */
import type { Gazetteer, KnownName } from '../entity/gazetteer.ts'
import * as word from '../entity/lexicon.ts'
import type { PlacedMention } from '../entity/placed-mention.ts'
import { fold } from '../text/fold.ts'
import { firstAt } from '../text/search.ts'
import { holds } from '../text/span.ts'
import type { BlockReading } from './reading.ts'
import { BLOCK, blockOf, type Somebody } from './somebody.ts'

/** A noun phrase where it stands. */
export interface Noun {
  readonly mention: PlacedMention
  readonly reading: BlockReading
  /** As block × 2²⁴ + prose offset. */
  readonly place: number
}

/** *The mayor* is whoever was introduced as one, last; *the Chinese leader*, whoever leads China. Null where nobody was named who fits. */
export function roleBearer(noun: Noun, all: readonly Somebody[], gazetteer: Gazetteer): Somebody | null {
  const { mention, place } = noun
  if (mention.number === 'many' || mention.body || gazetteer.revision < 0) return null
  const whose = whoseIn(noun, gazetteer)
  let best: Somebody | null = null
  let latest = -1
  for (const somebody of all) {
    if (!holdsPost(somebody, mention.head, whose)) continue
    const at = lastSeen(somebody, place)
    if (at > latest) {
      best = somebody
      latest = at
    }
  }
  return best
}

/** *The two leaders*, *both ministers*: the only two who hold such a post of those named last; nobody where they are three. */
export function roleBearers(noun: Noun, all: readonly Somebody[], gazetteer: Gazetteer): readonly Somebody[] {
  const { mention, reading, place } = noun
  const { text } = reading.prose
  if (mention.number !== 'many' || mention.body || !PAIR.test(text.slice(mention.span.start, mention.span.end))) return []
  const whose = whoseIn(noun, gazetteer)
  const post = mention.head.replace(/s$/, '')
  const block = blockOf(place)
  const fitting = all.filter((somebody) => lastSeen(somebody, place) >= 0 && holdsPost(somebody, post, whose, false))
  for (let back = 0; back <= FARTHEST; back += 1) {
    const near = fitting.filter((somebody) => lastSeen(somebody, place) >= (block - back) * BLOCK)
    if (near.length >= 2) return near.length === 2 ? near : []
  }
  return []
}

const PAIR = /^(?:the two|both(?: the)?|these two)\s/i

/** So many paragraphs back. */
const FARTHEST = 3

/** Whose post it is, as far as the words tell. */
interface Whose {
  /** Folded names of the country or body: *China* in *the Chinese leader*, *China’s leader*, *Beijing’s leader*. */
  readonly names: ReadonlySet<string>
  /** The other words of the phrase that a capital begins, in lower case. */
  readonly words: readonly string[]
}

function whoseIn({ mention, reading }: Noun, gazetteer: Gazetteer): Whose {
  const { known, prose } = reading
  const within = { start: mention.span.start, end: mention.span.end }
  const owners = known
    .filter(({ span, entities }) => holds(within, span) && entities.length === 1)
    .flatMap(({ entities: [owner] }: KnownName) => (owner ? [owner, gazetteer.byId(owner.standsFor ?? '') ?? []].flat() : []))
  const words = prose.text.slice(within.start, within.end).split(/\s+/).slice(1)
  return {
    names: new Set(owners.flatMap(({ name, aliases }) => [name, ...aliases]).map(fold)),
    words: words.filter((one) => /^\p{Lu}/u.test(one)).map((one) => one.toLowerCase())
  }
}

/** `must` asks that the words tell whose it is where they say no more than *leader*. */
function holdsPost({ entity, role, held }: Somebody, post: string, { names, words }: Whose, must = true): boolean {
  const leader = post === 'leader'
  if (entity && entity.roles.length > 0 && names.size > 0)
    return entity.roles.some(
      ({ title, of }) =>
        of !== undefined &&
        names.has(fold(of.replace(/^the /, ''))) &&
        (leader ? LEADS.test(title) : title.toLowerCase().split(/\s+/).includes(post))
    )
  if (!held.has(post)) {
    if (!leader || (must && names.size === 0)) return false
    return entity ? names.size === 0 && entity.roles.some(({ title }) => LEADS.test(title)) : LEADS.test(role ?? '')
  }
  // *The Russian president* is nobody who was introduced as *Ukrainian President*.
  const own = [...held].filter((one) => word.wordFlags(word.wordId(one)) & word.GENTILIC)
  return own.length === 0 || words.length === 0 || own.some((one) => words.includes(one))
}

/** The first of a state. */
const LEADS = /(?:^|\s)(?:president|prime minister|premier|chancellor|king|queen|emir|general secretary|leader)$/i

const lastSeen = ({ seen }: Somebody, place: number): number => seen[firstAt(seen, (at) => at, place) - 1] ?? -1
