/** The drafts that a command’s arguments name: files as they are, folders and patterns as the Markdown files in them that nobody ignores. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import ignore, { type Ignore } from 'ignore'
import { glob } from 'tinyglobby'
import { Trouble } from './trouble.ts'

/** What a folder may hold. */
const DRAFTS = '**/*.{md,markdown,mdown,mkd,mdx,rmd,qmd}'

/** Their ignore files, of which the last one that speaks of a file decides. */
const IGNORE_FILES = ['.gitignore', '.saidbyignore']

/** Standard input. */
export const STDIN = '-'

/**
 * The paths in the order of the arguments, those of a folder or pattern in order of their names, none twice. A file that is named itself is taken
 * whatever it is, and told to be missing by whoever reads it. Throws Trouble where a pattern or folder has no drafts at all.
 */
export async function draftPaths(args: readonly string[]): Promise<readonly string[]> {
  const found = new Set<string>()
  for (const arg of args) {
    if (arg === STDIN || isFile(arg) || (!isPattern(arg) && !existsSync(arg))) {
      found.add(arg)
      continue
    }
    const inside = existsSync(arg) ? { cwd: arg, pattern: DRAFTS } : { cwd: '.', pattern: arg.replaceAll('\\', '/') }
    const names = await glob(inside.pattern, { cwd: inside.cwd, dot: false, followSymbolicLinks: false, caseSensitiveMatch: false })
    const drafts = names
      .map((name) => join(inside.cwd, name).replaceAll(sep, '/'))
      .filter((path) => !isIgnored(path))
      .sort()
    if (drafts.length === 0) throw new Trouble(`${arg}: there are no drafts here`)
    for (const draft of drafts) found.add(draft)
  }
  return [...found]
}

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false

const isPattern = (arg: string): boolean => /[*?{[]/.test(arg) || existsSync(arg)

const rules = new Map<string, Ignore | null>()

/** Asks the ignore files of the folders above the path, the nearest first, up to the repository's root; `node_modules` needs nobody's word. */
function isIgnored(path: string): boolean {
  const whole = resolve(path)
  if (whole.split(sep).includes('node_modules')) return true
  for (let folder = dirname(whole); ; folder = dirname(folder)) {
    const verdict = rulesOf(folder)?.test(relative(folder, whole).replaceAll(sep, '/'))
    if (verdict?.ignored || verdict?.unignored) return verdict.ignored
    if (existsSync(join(folder, '.git')) || dirname(folder) === folder) return false
  }
}

function rulesOf(folder: string): Ignore | null {
  let known = rules.get(folder)
  if (known === undefined) {
    const texts = IGNORE_FILES.map((name) => join(folder, name)).flatMap((file) => (isFile(file) ? readFileSync(file, 'utf8') : []))
    known = texts.length > 0 ? ignore().add(texts.join('\n')) : null
    rules.set(folder, known)
  }
  return known
}
