/** Which passages of a page are its article. */
import type { MappedText } from './mapped-text.ts'

export interface PageElement {
  readonly name: string
  readonly parent: PageElement | null
  /** Nothing in it is read. */
  readonly silent: boolean
  /** It is called as what stands around articles is called. */
  readonly furniture: boolean
  /** It is said to be the article's body. */
  readonly body: boolean
  readonly main: boolean
  /** How many units of words stand in it and below it, links left out. */
  words: number
}

/** Words between the borders of blocks. */
export interface PagePassage extends MappedText {
  /** The innermost that they stand in. */
  readonly element: PageElement
  /** How many of its units are links' words. */
  readonly linked: number
}

/**
 * The passages of the element that holds the article: what says so itself, `<article>` or `<main>` where half of the page's words stand in it,
 * else the innermost that holds nearly all of them.
 */
export function articlePassages(passages: readonly PagePassage[]): readonly PagePassage[] {
  const all = passages.reduce((sum, { text, linked }) => sum + text.length - linked, 0)
  const kept = passages.filter(({ element, text, linked }) => !isFurniture(element, all) && !isLinks(text, linked))
  const most = kept.reduce((sum, { text, linked }) => sum + text.length - linked, 0)
  const root =
    fullest(kept, ({ body }) => body, most * FEW) ??
    fullest(kept, ({ name }) => name === 'article', most * HALF) ??
    fullest(kept, ({ main }) => main, most * HALF) ??
    innermost(kept, most * NEARLY_ALL)
  return root ? kept.filter(({ element }) => ancestors(element).includes(root)) : kept
}

/** Comments may be longer than the article; a body of few words is a teaser's. */
const FEW = 0.2
const HALF = 0.5
const NEARLY_ALL = 0.85

/** A page whose every element stands in `class="has-sidebar"` is no sidebar. */
function isFurniture(element: PageElement, all: number): boolean {
  return ancestors(element).some((one) => one.furniture && one.words < all * HALF)
}

/** “Read more: the levy, explained”: hardly a word that is no link. */
const isLinks = (text: string, linked: number): boolean => linked > 0.7 * text.length

/** Of the elements that are meant, the one with most words, when it has enough; of equals the innermost. */
function fullest(passages: readonly PagePassage[], meant: (element: PageElement) => boolean, enough: number): PageElement | null {
  let best: readonly [PageElement | null, number] = [null, 0]
  for (const [element, words] of wordsIn(passages)) if (words >= enough && words > best[1] && meant(element)) best = [element, words]
  return best[0]
}

/** The innermost element that has enough words. */
function innermost(passages: readonly PagePassage[], enough: number): PageElement | null {
  let best: readonly [PageElement | null, number] = [null, Number.POSITIVE_INFINITY]
  for (const [element, words] of wordsIn(passages)) if (words >= enough && words < best[1]) best = [element, words]
  return best[0]
}

/** How many units of the passages stand in each element; of an element and what alone it holds, the inner one comes first. */
function wordsIn(passages: readonly PagePassage[]): ReadonlyMap<PageElement, number> {
  const sums = new Map<PageElement, number>()
  for (const { element, text, linked } of passages)
    for (const one of ancestors(element)) sums.set(one, (sums.get(one) ?? 0) + text.length - linked)
  return sums
}

function ancestors(element: PageElement): readonly PageElement[] {
  const found: PageElement[] = []
  for (let at: PageElement | null = element; at; at = at.parent) found.push(at)
  return found
}
