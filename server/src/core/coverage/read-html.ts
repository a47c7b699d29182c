/** An article as it was saved from a page: its paragraphs, without what stands around them. */
import * as l10n from '@vscode/l10n'
import { Parser } from 'htmlparser2'
import { MappedTextBuilder } from './mapped-text.ts'
import { articlePassages, type PageElement, type PagePassage } from './page-body.ts'
import { pageFacts } from './page-facts.ts'
import { problemList } from './problems.ts'
import type { Reader } from './read-file.ts'
import { spoken } from './turns.ts'

/** Broken markup is read as browsers read it. A page without an article is told, and is one without words. */
export const readHtml: Reader = (text, id) => {
  const problems = problemList(text)
  const page = new Page()
  const parser = new Parser(
    {
      onopentag: (name, attributes) => page.open(name, attributes),
      ontext: (words) => page.text(words, parser.startIndex, parser.endIndex + 1),
      onclosetag: (name) => page.close(name),
      oncomment: (words) => page.comment(words)
    },
    { decodeEntities: true }
  )
  for (let at = 0; at < text.length && !page.tooDeep; at += CHUNK) parser.write(text.slice(at, at + CHUNK))
  if (page.tooDeep)
    problems.add(l10n.t('elements are nested too deeply here; what comes below is not read'), parser.endIndex, parser.endIndex)
  else parser.end()
  page.end()
  const builder = new MappedTextBuilder()
  for (const { text: words, map } of articlePassages(page.passages)) {
    builder.paragraph(map.pieces[1] as number)
    builder.mapped({ text: words, map }, 0, words.length, 0)
  }
  const article = builder.finish()
  if (article.text === '') problems.add(l10n.t('no article is to be found in this page'), 0, 0)
  const facts = pageFacts(page.metas, page.data, page.title)
  return { published: [{ article: { id, ...facts, ...spoken({}, article.text) }, ...article }], problems: problems.list() }
}

/** Units that the parser is given at once. */
const CHUNK = 1 << 16

const setOf = (names: string): ReadonlySet<string> => new Set(names.split(' '))

/** Elements that begin and end a paragraph. */
const blocks = setOf(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td tfoot th thead title tr ul'
)

/** Elements that hold no words of an article. */
const silents = setOf(
  'script style noscript template svg math iframe object canvas video audio select textarea button form nav footer aside dialog menu figcaption head search'
)

/** Elements that hold nothing. */
const voids = setOf('area base br col embed hr img input link meta param source track wbr')

/** The page as a parser tells of it, kept as far as it may be an article. */
class Page {
  readonly passages: PagePassage[] = []
  /** What is said about the page, as name and value, in order. */
  readonly metas: (readonly [name: string, value: string])[] = []
  /** JSON for those who collect pages. */
  readonly data: string[] = []
  title = ''
  readonly #open: PageElement[] = []
  #words = new MappedTextBuilder()
  #links = 0
  #linked = 0
  /** White space that stands before the next words. */
  #space: readonly [from: number, to: number] | null = null
  #lineEnded = false
  #script: string[] | null = null
  #inTitle = false

  /** The parser takes ever longer for each element: some ten thousand that are open are nobody's page. */
  get tooDeep(): boolean {
    return this.#open.length > MOST_OPEN
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#note(name, attributes)
    if (name === 'br') this.#lineEnd()
    else if (blocks.has(name)) this.#flush()
    if (voids.has(name)) return
    const parent = this.#open.at(-1) ?? null
    // Deeper than anybody nests, everything belongs to the element above.
    this.#open.push(parent && this.#open.length > DEEPEST ? parent : elementOf(name, attributes, parent))
  }

  text(words: string, start: number, end: number): void {
    this.#script?.push(words)
    if (this.#inTitle) this.title += words
    const element = this.#open.at(-1)
    if (!element || element.silent) return
    if (words.length !== end - start) this.#piece(words, start, end)
    else
      for (const { 0: run, index } of words.matchAll(/[ \t\r\n\f]+|[^ \t\r\n\f]+/g))
        this.#piece(run, start + index, start + index + run.length)
  }

  close(name: string): void {
    if (name === 'script' && this.#script) {
      this.data.push(this.#script.join(''))
      this.#script = null
    }
    if (name === 'title') this.#inTitle = false
    if (name === 'a') this.#links = Math.max(0, this.#links - 1)
    if (voids.has(name)) return
    if (blocks.has(name)) this.#flush()
    this.#open.pop()
  }

  /** Browsers write where a page was saved from. */
  comment(words: string): void {
    const [, url] = /^\s*saved from url=\(\d+\)(https?:\S+)/.exec(words) ?? []
    if (url !== undefined) this.metas.push(['saved-from', url])
  }

  end(): void {
    this.#flush()
  }

  #note(name: string, attributes: Readonly<Record<string, string>>): void {
    const { content, property, name: called, itemprop, rel, href, lang, datetime, type } = attributes
    const key = property ?? called ?? itemprop
    if (name === 'meta' && key !== undefined && content !== undefined) this.metas.push([key.toLowerCase(), content])
    else if (name === 'link' && href !== undefined && /\bcanonical\b/i.test(rel ?? '')) this.metas.push(['canonical', href])
    else if (name === 'html' && lang !== undefined) this.metas.push(['lang', lang])
    else if (name === 'time' && datetime !== undefined) this.metas.push(['time', datetime])
    else if (name === 'script' && /ld\+json/i.test(type ?? '')) this.#script = []
    else if (name === 'title') this.#inTitle = this.title === ''
    else if (name === 'a') this.#links += 1
  }

  #piece(words: string, start: number, end: number): void {
    if (words.trim() === '') {
      this.#space ??= [start, end]
      return
    }
    if (this.#space && this.#words.length > 0) this.#words.whole(' ', this.#space[0], this.#space[1] - this.#space[0])
    this.#space = null
    this.#lineEnded = false
    if (words.length === end - start) this.#words.units(words, start)
    else this.#words.whole(words, start, end - start)
    if (this.#links > 0) this.#linked += words.length
  }

  /** One `<br>` is a space; with the second a paragraph ends. */
  #lineEnd(): void {
    if (this.#lineEnded) this.#flush()
    this.#lineEnded = true
    if (this.#words.length > 0) this.#space ??= [this.#words.end, this.#words.end]
  }

  #flush(): void {
    const element = this.#open.at(-1)
    if (element && this.#words.length > 0) {
      const words = this.#words.finish()
      this.passages.push({ element, linked: this.#linked, ...words })
      // A sentence counts for what it stands in; a row of links does not.
      for (let at: PageElement | null = element; at; at = at.parent) at.words += words.text.length - this.#linked
    }
    this.#words = new MappedTextBuilder()
    this.#linked = 0
    this.#space = null
    this.#lineEnded = false
  }
}

const DEEPEST = 256
const MOST_OPEN = 5000

/** “related-stories”, “newsletter-signup”: what pages call that which is no part of the article. */
const FURNITURE =
  /(?:^|[\s_-])(?:comments?|disqus|related|recommend\w*|shar(?:e|ing)|social|promos?|newsletters?|sign-?up|subscri(?:be|ption)|advert\w*|ads?|sponsor\w*|side-?bar|breadcrumbs?|menu|nav|navbar|navigation|footer|masthead|trending|most-?read|more-(?:stories|news|from)|outbrain|taboola|tags?|topics|cookies?|consent|gdpr|captions?|credits?|toolbar|pagination|skip-?link|(?:visually-?)?hidden|sr-only|screen-reader\w*|byline|dateline|timestamp|bio)(?:$|[\s_-])/i

function elementOf(name: string, attributes: Readonly<Record<string, string>>, parent: PageElement | null): PageElement {
  const { class: classes = '', id = '', role = '', style = '', itemprop = '' } = attributes
  const hidden = 'hidden' in attributes || attributes['aria-hidden'] === 'true' || /display:\s*none/i.test(style)
  const silent = hidden || silents.has(name) || /^(?:navigation|banner|complementary|contentinfo|search|menu|dialog)$/.test(role)
  return {
    name,
    parent,
    silent: silent || parent?.silent === true,
    furniture: FURNITURE.test(classes) || FURNITURE.test(id),
    body: /articleBody/.test(itemprop),
    main: name === 'main' || role === 'main',
    words: 0
  }
}
