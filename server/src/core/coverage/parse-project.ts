/** What a project file, `saidby.yaml` or `saidby.json`, says about the coverage. */
import { isMap, isScalar, isSeq, parseDocument } from 'yaml'
import type { Problem } from './pack.ts'
import { problemList } from './problems.ts'
import { nestsTooDeeply } from './yaml-depth.ts'

export interface Project {
  /** Paths and globs from the file's folder, and ids of packs that come with Saidby; null where nothing is said. */
  readonly coverage: readonly string[] | null
  readonly problems: readonly Problem[]
}

/** JSON is YAML. Total: whatever is wrong is told at its place, and what is right is kept. */
export function parseProject(text: string): Project {
  const problems = problemList(text)
  const document = parsed(text)
  if (!document) {
    problems.add('this cannot be read as YAML: it is nested too deeply', 0, 0)
    return { coverage: null, problems: problems.list() }
  }
  const { contents, errors } = document
  for (const { message, pos } of errors) problems.add(message.split('\n', 1)[0] as string, ...pos)
  const given = isMap(contents) ? contents.get('coverage', true) : undefined
  if (given === undefined || (isScalar(given) && given.value === null)) return { coverage: null, problems: problems.list() }
  const coverage: string[] = []
  for (const item of isSeq(given) ? given.items : [given]) {
    if (isScalar(item) && typeof item.value === 'string' && item.value.trim() !== '') coverage.push(item.value.trim())
    else {
      const [start, end] = (item as { range?: [number, number, number] | null }).range ?? [0, 0]
      problems.add('coverage: this must be a path, or a list of paths', start, end)
    }
  }
  return { coverage, problems: problems.list() }
}

function parsed(text: string): ReturnType<typeof parseDocument> | null {
  if (nestsTooDeeply(text.slice(0, LONGEST))) return null
  try {
    return parseDocument(text.slice(0, LONGEST), { prettyErrors: false, logLevel: 'silent' })
  } catch {
    return null
  }
}

/** Nobody's project file is longer. */
const LONGEST = 1_000_000
