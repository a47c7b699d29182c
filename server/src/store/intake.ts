/** Takes files into a catalogue and its index, and out of it: reads what is new, drops what is gone. */
import * as l10n from '@vscode/l10n'
import { type Article, formatOf, indexBuilder, parseLine, READERS_VERSION, type Reader, withoutArticles } from '../core/api.ts'
import type { Catalogue, Entry } from './catalogue.ts'
import { decodeFile } from './decode.ts'
import { type Files, FileTrouble, type FoundFile } from './files.ts'
import { fileLines } from './lines.ts'
import { aboutFile, type FileProblem, MOST_PROBLEMS } from './problem.ts'
import { ahead, slices } from './slices.ts'

/** Larger files are no articles, and a few of them would be all memory there is. A file of lines may be larger, its lines not. */
export const MOST_BYTES = 50_000_000

export interface Wanted {
  readonly file: FoundFile
  /** What the ids of its articles begin with. */
  readonly id: string
  readonly plainLines: boolean
}

export interface Intake {
  readonly files: Files
  reader(name: string): Promise<Reader>
  /** More articles are not taken. */
  readonly most: number
  /** Called before each file. */
  progress(done: number, total: number): void
}

/** The next catalogue; the one before is not changed. Every file that cannot be read costs only itself, and its entry says why. */
export async function takeIn(before: Catalogue, gone: readonly string[], wanted: readonly Wanted[], intake: Intake): Promise<Catalogue> {
  const entries = new Map(before.entries)
  const dropped = new Set([...gone, ...wanted.map(({ file }) => file.path)].flatMap((path) => entries.get(path)?.articles ?? []))
  for (const path of gone) entries.delete(path)
  for (const { file } of wanted) entries.delete(file.path)
  const builder = indexBuilder(dropped.size > 0 ? withoutArticles(before.index, dropped) : before.index)
  const taken = new Set([...entries.values()].flatMap(({ articles }) => articles))
  const pause = slices()
  /** A segment that is full is filed before the next article comes. */
  const rest = async (): Promise<void> => {
    for (const _ of builder.settle('full')) await pause()
    await pause()
  }
  let done = 0
  const small = async (one: Wanted) => ({
    one,
    bytes: one.file.size < PREFETCHED && !isLines(one) ? await bytesOf(one.file, intake.files) : null
  })
  for await (const { one, bytes } of ahead(wanted, WIDTH, small)) {
    intake.progress(done, wanted.length)
    done += 1
    const list = new EntryList(one, taken, intake.most, (article, text) => builder.add(article, text))
    if (isLines(one)) await takeLines(list, intake.files, rest)
    else await takeFile(list, bytes ?? (await bytesOf(one.file, intake.files)), intake)
    entries.set(one.file.path, list.entry())
    await rest()
  }
  for (const _ of builder.settle('all')) await pause()
  return { entries, index: builder.finish() }
}

/** So many small files are under way at once. */
const WIDTH = 16
const PREFETCHED = 1_000_000

const isLines = ({ file }: Wanted): boolean => formatOf(file.path) === 'lines'

/** The file's bytes, or why there are none. */
async function bytesOf({ path, size }: FoundFile, files: Files): Promise<Uint8Array | string> {
  if (size > MOST_BYTES)
    return l10n.t('this file has {0} MB; files of up to {1} MB are read', Math.ceil(size / 1_000_000), MOST_BYTES / 1_000_000)
  try {
    return await files.read(path, 0, size)
  } catch (error) {
    if (error instanceof FileTrouble) return error.message
    throw error
  }
}

async function takeFile(list: EntryList, bytes: Uint8Array | string, intake: Intake): Promise<void> {
  const { file, id } = list.wanted
  const isPage = formatOf(file.path) === 'html'
  const decoded = typeof bytes === 'string' ? { problem: bytes } : decodeFile(bytes, isPage)
  if ('problem' in decoded) {
    list.trouble(0, 0, decoded.problem, typeof bytes === 'string')
    return
  }
  const { published, problems } = (await intake.reader(file.path))(decoded.text, id)
  for (const { line, column, message } of problems) list.trouble(line, column, message)
  for (const { article, text, map } of published) {
    const start = map.pieces[1] ?? 0
    const asIs = decoded.text.startsWith(text, start) ? { asIs: [start, start + text.length] as const } : {}
    list.add({ ...article, place: { file: file.path, start: 0, end: file.size, ...asIs } }, text, 0)
  }
}

async function takeLines(list: EntryList, files: Files, rest: () => Promise<void>): Promise<void> {
  const { file, id, plainLines } = list.wanted
  try {
    for await (const { bytes, start, end, number } of fileLines(files, file, MOST_BYTES)) {
      const decoded = bytes.length > MOST_BYTES ? { problem: l10n.t('this line has more than 50 MB') } : decodeFile(bytes, false)
      const parsed = 'problem' in decoded ? decoded : parseLine(decoded.text)
      if ('problem' in parsed) list.trouble(number + 1, 1, parsed.problem)
      else {
        const article = { ...parsed.article, ...(!plainLines && { id: `${id}#${parsed.article.id}` }) }
        list.add({ ...article, place: { file: file.path, start, end, line: number } }, parsed.text, number + 1)
      }
      await rest()
    }
  } catch (error) {
    if (!(error instanceof FileTrouble)) throw error
    list.trouble(0, 0, error.message, true)
  }
}

/** An entry as it comes about. */
class EntryList {
  readonly wanted: Wanted
  readonly #taken: Set<string>
  readonly #most: number
  readonly #add: (article: Article, text: string) => void
  readonly #articles: string[] = []
  readonly #problems: FileProblem[] = []
  #unread = false
  #leftOut = 0

  constructor(wanted: Wanted, taken: Set<string>, most: number, add: (article: Article, text: string) => void) {
    this.wanted = wanted
    this.#taken = taken
    this.#most = most
    this.#add = add
  }

  add(article: Article, text: string, line: number): void {
    const { id } = article
    if (this.#taken.has(id)) {
      this.trouble(line, line === 0 ? 0 : 1, l10n.t('the id “{0}” is already taken', id))
      return
    }
    if (this.#taken.size >= this.#most) {
      this.#leftOut += 1
      return
    }
    this.#taken.add(id)
    this.#articles.push(id)
    this.#add(article, text)
  }

  /** A file that could not be read at all is tried again, though it has not changed. */
  trouble(line: number, column: number, message: string, unread = false): void {
    if (unread) this.#unread = true
    const { path } = this.wanted.file
    if (this.#problems.length < MOST_PROBLEMS) this.#problems.push({ ...aboutFile(path, message), line, column })
  }

  entry(): Entry {
    const { file, id } = this.wanted
    return {
      ...file,
      ...(this.#unread && { mtime: -1 }),
      id,
      articles: this.#articles,
      problems: this.#problems,
      ...(this.#leftOut > 0 && { leftOut: this.#leftOut })
    }
  }
}

/** Rises with whatever makes other entries of the same files. */
export const INTAKE_VERSION = `2.${READERS_VERSION}`
