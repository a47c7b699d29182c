/** What `--coverage` names: packs, folders of articles, and lines of JSON, all read into memory. */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Coverage, coverageOf, type Pack, type Published, parseLine, statementsOf } from '../core/api.ts'
import { bundledPacks, readPack, readText } from './read.ts'
import { Trouble } from './trouble.ts'

export interface NamedCoverage {
  readonly packs: readonly Pack[]
  readonly coverage: Coverage
}

/** The coverage at the paths, or the packs that come with Saidby where none are given. Throws Trouble, naming the file. */
export async function readCoverage(paths: readonly string[] | null): Promise<NamedCoverage> {
  const packs: Pack[] = paths === null ? [...bundledPacks()] : []
  const published: Published[] = []
  for (const path of paths ?? []) {
    if (isFolder(path)) published.push(...readFolder(path))
    else if (path.endsWith('.jsonl')) published.push(...readLines(path))
    else if (/\.ya?ml$/i.test(path)) packs.push(await readPack(path))
    else published.push(readArticle(path, path))
  }
  const statements = packs.flatMap(statementsOf)
  const entities = packs.flatMap((pack) => pack.entities)
  return { packs, coverage: coverageOf([...statements, ...published], entities, 1) }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

/** What a folder may hold. */
const ARTICLE = /\.(?:md|txt)$/i

/** The articles in the folder and those below it, by their paths in it, in order. */
function readFolder(folder: string): Published[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .filter((name) => ARTICLE.test(name) && statSync(join(folder, name), { throwIfNoEntry: false })?.isFile())
    .map((name) => readArticle(join(folder, name), name.replaceAll('\\', '/')))
}

const readArticle = (path: string, id: string): Published => ({ article: { id }, text: readText(path) })

/** The lines that are articles. Throws Trouble at the first that is none. */
function readLines(path: string): Published[] {
  return readText(path)
    .split('\n')
    .flatMap((line, i) => {
      if (line.trim() === '') return []
      const parsed = parseLine(line)
      if ('problem' in parsed) throw new Trouble(`${path}:${i + 1}: ${parsed.problem}`)
      return parsed
    })
}
