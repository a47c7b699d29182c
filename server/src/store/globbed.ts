/** Patterns of files, as people write them in a project file. */
import ignore from 'ignore'

/** Whether a path, with `/` from the folder of the file, is meant. Patterns are those of `.gitignore`, from that folder: a folder’s name stands for all that is in it. */
export function globbed(patterns: readonly string[]): (path: string) => boolean {
  const list = ignore().add(patterns.map(anchored))
  return (path) => ignore.isPathValid(path) && list.ignores(path)
}

const anchored = (pattern: string): string =>
  pattern.startsWith('!') ? `!${anchored(pattern.slice(1))}` : `/${pattern.replace(/^\.?\//, '')}`
