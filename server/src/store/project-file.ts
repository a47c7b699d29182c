/** The file of a project: found from a folder upwards, read, and asked what holds for a draft. */
import * as l10n from '@vscode/l10n'
import { type House, loadProjectParser, noHouse, noProject, type Pack, type Project, type SomeLevels } from '../core/api.ts'
import { decodeFile } from './decode.ts'
import { type Files, FileTrouble, type FoundFile } from './files.ts'
import { globbed } from './globbed.ts'
import { aboutFile, atPlace, type FileProblem } from './problem.ts'

export interface ProjectFile {
  readonly file: FoundFile
  /** From here its paths and patterns go. */
  readonly folder: string
  readonly project: Project
  /** Its entities, as the house's own pack; null where it has none. */
  readonly pack: Pack | null
  readonly problems: readonly FileProblem[]
}

/** In one folder, the first of them holds. */
export const PROJECT_FILES: readonly string[] = ['saidby.yaml', 'saidby.yml', 'saidby.json']

/** What holds for one draft. */
export interface Holding {
  /** Whether findings are shown. */
  readonly checked: boolean
  readonly levels: SomeLevels
}

/** What the project says about the draft at the path. A draft that is nowhere yet is checked. */
export function holdingFor(found: ProjectFile | null, path: string | null, files: Files): Holding {
  if (!found) return { checked: true, levels: {} }
  const { folder, project } = found
  const relative = path === null ? null : files.relative(folder, path)
  const fits = (patterns: readonly string[]) => relative !== null && globbed(patterns)(relative)
  const over = project.overrides.filter((override) => fits(override.files))
  return {
    checked: relative === null || ((project.files === null || fits(project.files)) && !fits(project.ignore)),
    levels: Object.assign({}, project.rules, ...over.map(({ rules }) => rules))
  }
}

/** What the house has settled; nothing where there is no project file. */
export const houseOf = (found: ProjectFile | null): House => found?.project.house ?? noHouse

/** The project file of the folder or of the nearest one above it that has one, up to the folder `end`; null where there is none. */
export async function projectFileAbove(folder: string, end: string, files: Files): Promise<ProjectFile | null> {
  for (let at: string | null = folder; at !== null; at = at === end ? null : files.parent(at)) {
    const found = await projectFileIn(at, files)
    if (found) return found
  }
  return null
}

/** The project file of this very folder. What is wrong with it is told, and never makes it reject. */
export async function projectFileIn(folder: string, files: Files): Promise<ProjectFile | null> {
  const found: FoundFile[] = []
  for (const name of PROJECT_FILES) {
    const there = await files.stat(files.join(folder, name))
    if (there?.kind === 'file') found.push(there)
  }
  const [file, ...others] = found
  if (!file) return null
  const name = files.relative(folder, file.path) ?? file.path
  const idle = others.map(({ path }) => aboutFile(path, l10n.t('this is not read, since there is {0} beside it', name)))
  const read = await readProject(file, name, files)
  return { file, folder, ...read, problems: [...read.problems, ...idle] }
}

type Read = Pick<ProjectFile, 'project' | 'pack' | 'problems'>

/** The last reading of each file, by its path: it is read again only when it changed. */
const readings = new Map<string, FoundFile & { readonly read: Read }>()
const MOST_READINGS = 64

async function readProject(file: FoundFile, name: string, files: Files): Promise<Read> {
  const { path, size, mtime } = file
  const before = readings.get(path)
  if (before?.size === size && before.mtime === mtime) return before.read
  try {
    const decoded = decodeFile(await files.read(path, 0, Math.min(size, LONGEST)), false)
    if ('problem' in decoded) throw new FileTrouble(decoded.problem)
    const { project, problems } = (await loadProjectParser()).parseProject(decoded.text)
    const read = { project, pack: packOf(project, name), problems: problems.map((problem) => atPlace(path, problem)) }
    if (readings.size >= MOST_READINGS) readings.clear()
    readings.set(path, { ...file, read })
    return read
  } catch (error) {
    if (!(error instanceof FileTrouble)) throw error
    return { project: noProject, pack: null, problems: [aboutFile(path, error.message)] }
  }
}

/** Bytes; a longer file is cut off, and told to be too long. */
const LONGEST = 20_000_000

const packOf = ({ entities, positions }: Project, name: string): Pack | null =>
  entities.length === 0 ? null : { id: name, title: name, house: true, entities, statements: [], takeaways: [], positions }
