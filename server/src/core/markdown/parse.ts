/** A draft cut into blocks, from scratch or after an edit; what did not change is shared with the draft before. */
import { type Tree, TreeFragment } from '@lezer/common'
import { type Change, changedRange } from '../text/edit.ts'
import type { Block, Markdown } from './block.ts'
import { type BlockStart, walk } from './blocks.ts'
import { type Extract, extract, labelsIn } from './extract.ts'
import { frontMatterOf } from './front-matter.ts'
import { grammar } from './grammar.ts'
import type { Prose } from './prose.ts'
import { tamed, tamedAfter } from './tamed.ts'

/** What the next parse of the same draft starts from. */
interface State {
  /** Where the body starts, behind a byte order mark and the front matter. */
  readonly origin: number
  /** The body as it was given to the parser, and whether that is the body as it was written. */
  readonly body: string
  readonly tame: boolean
  readonly fragments: readonly TreeFragment[]
  readonly labels: ReadonlySet<string>
  readonly extracts: Map<string, Extract>
  /** The proses that hold comments, which few do. */
  readonly commented: Map<Prose, Extract['comments']>
}

const states = new WeakMap<Markdown, State>()

/** The draft as blocks with their prose. Total: any string is some Markdown. */
export const parseMarkdown = (text: string): Markdown => parse(text, null)

/** The same for a draft's next text, sharing blocks and prose with the text before. */
export const editMarkdown = (previous: Markdown, text: string): Markdown => (previous.text === text ? previous : parse(text, previous))

function parse(text: string, previous: Markdown | null): Markdown {
  const before = previous ? states.get(previous) : undefined
  const { frontMatter, end: origin } = frontMatterOf(text)
  const written = origin === 0 ? text : text.slice(origin)
  const { body, fragments } = before ? after(before, written) : { body: tamed(written), fragments: [] }
  const tree = grammar.parse(body, fragments)
  const { starts, labels, comments } = walk(tree, body, origin)
  const extracts = before?.extracts ?? new Map<string, Extract>()
  const commented = before?.commented ?? new Map<Prose, Extract['comments']>()
  const shared = previous && before && sameSet(before.labels, labels) ? previous : null
  const cutter = new Cutter(text, written, tree, labels, extracts, commented, shared)
  const blocks = starts.map((start) => cutter.block(start))
  if (extracts.size > 2 * blocks.length + SPARE) forget(extracts, commented, blocks)
  if (commented.size > 0)
    for (const { prose, start } of blocks)
      for (const comment of commented.get(prose) ?? [])
        comments.push({ start: start + comment.start, end: start + comment.end, text: comment.text })
  comments.sort((a, b) => a.start - b.start)
  const markdown: Markdown = { text, blocks, frontMatter, comments }
  states.set(markdown, { origin, body, tame: body === written, fragments: TreeFragment.addTree(tree), labels, extracts, commented })
  return markdown
}

/** Proses of paragraphs that were cut are kept for a while: they are often pasted again. */
const SPARE = 500

function forget(extracts: Map<string, Extract>, commented: Map<Prose, Extract['comments']>, blocks: readonly Block[]): void {
  const kept = new Set(blocks.map((block) => block.key))
  for (const [key, { prose }] of extracts) {
    if (kept.has(key)) continue
    extracts.delete(key)
    commented.delete(prose)
  }
}

/** What the parser is given after an edit, and what it may keep of the parse before. */
function after(before: State, written: string): { body: string; fragments: readonly TreeFragment[] } {
  if (before.body === written) return { body: written, fragments: before.fragments }
  let change = changedRange(before.body, written)
  const body = before.tame ? tamedAfter(written, change.start, change.endAfter) : tamed(written)
  if (body !== written) change = changedRange(before.body, body)
  const { start, endBefore, endAfter } = change
  return { body, fragments: TreeFragment.applyChanges(before.fragments, [{ fromA: start, toA: endBefore, fromB: start, toB: endAfter }]) }
}

/** Makes blocks, or takes them from the draft before where they stand outside what changed. */
class Cutter {
  readonly #text: string
  /** The draft without what stands above its body. */
  readonly #body: string
  readonly #origin: number
  readonly #tree: Tree
  readonly #labels: ReadonlySet<string>
  readonly #extracts: Map<string, Extract>
  readonly #commented: Map<Prose, Extract['comments']>
  readonly #old: readonly Block[]
  readonly #change: Change
  /** The next old block to compare with, before and after the change. */
  #head = 0
  #tail = 0

  /** `previous` is the draft before, where its blocks may be taken over. */
  constructor(
    text: string,
    body: string,
    tree: Tree,
    labels: ReadonlySet<string>,
    extracts: Map<string, Extract>,
    commented: Map<Prose, Extract['comments']>,
    previous: Markdown | null
  ) {
    this.#text = text
    this.#body = body
    this.#origin = text.length - body.length
    this.#tree = tree
    this.#labels = labels
    this.#extracts = extracts
    this.#commented = commented
    this.#old = previous?.blocks ?? []
    this.#change = changedRange(previous?.text ?? '', text)
  }

  block(start: BlockStart): Block {
    return this.#sameBefore(start) ?? this.#sameAfter(start) ?? this.#read(start)
  }

  #sameBefore(start: BlockStart): Block | null {
    if (start.end >= this.#change.start) return null
    while (this.#head < this.#old.length && (this.#old[this.#head] as Block).start < start.start) this.#head += 1
    const old = this.#old[this.#head]
    return old && old.start === start.start && old.end === start.end && sameKind(old, start) ? withContainers(old, start, 0) : null
  }

  #sameAfter(start: BlockStart): Block | null {
    const { endBefore, endAfter } = this.#change
    if (start.start <= endAfter) return null
    const shift = endAfter - endBefore
    while (this.#tail < this.#old.length && (this.#old[this.#tail] as Block).start + shift < start.start) this.#tail += 1
    const old = this.#old[this.#tail]
    return old && old.start + shift === start.start && old.end + shift === start.end && sameKind(old, start)
      ? withContainers(old, start, shift)
      : null
  }

  #read({ start, end, kind, level, containers }: BlockStart): Block {
    const text = this.#text.slice(start, end)
    const defined = (label: string): boolean => this.#labels.has(label)
    const linked = text.includes('[') ? labelsIn(text).filter(defined) : []
    const key = `${kind}${level} ${containers.map((container) => container.kind).join(' ')}\n${linked.join('\n')}\n\n${text}`
    let known = this.#extracts.get(key)
    if (!known) {
      known = extract(this.#nodeAt(start, end), this.#body, defined)
      this.#extracts.set(key, known)
      if (known.comments.length > 0) this.#commented.set(known.prose, known.comments)
    }
    return { kind, start, end, text, level, containers, key, prose: known.prose }
  }

  /** The outermost node that spans exactly the block. */
  #nodeAt(start: number, end: number) {
    let node = this.#tree.resolve(start - this.#origin, 1)
    while (node.parent && !(node.from === start - this.#origin && node.to === end - this.#origin && BLOCK.test(node.name)))
      node = node.parent
    return node
  }
}

const BLOCK = /^(?:Paragraph|Task|ATXHeading\d|SetextHeading\d|TableCell)$/

function sameKind({ kind, level, containers }: Block, start: BlockStart): boolean {
  return (
    kind === start.kind &&
    level === start.level &&
    containers.length === start.containers.length &&
    // Most blocks stand in no container, and this is asked of all of them at every edit.
    (containers.length === 0 || containers.every((container, i) => container.kind === start.containers[i]?.kind))
  )
}

/** The old block at its new place; the very same object where nothing about it is new. */
function withContainers(old: Block, { containers }: BlockStart, shift: number): Block {
  const same = containers.length === 0 || old.containers.every((container, i) => container.ordinal === containers[i]?.ordinal)
  if (same && shift === 0) return old
  const { kind, text, level, key, prose } = old
  return { kind, start: old.start + shift, end: old.end + shift, text, level, containers: same ? old.containers : containers, key, prose }
}

const sameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => a.size === b.size && [...a].every((label) => b.has(label))
