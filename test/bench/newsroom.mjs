/** A folder of articles as Saidby itself has it: read, indexed, kept and read from disk again by the store that is shipped. */
import { join } from 'node:path'

/** `core` is the bundle with store and disk; the index is kept in the folder `storage`. Reads everything that is not yet in the index. */
export async function newsroom(core, folder, storage) {
  const say = (message) => process.stderr.write(`${message}\n`)
  // Named, since git ignores the folder that the bench works in.
  const needs = { files: core.nodeFiles, storage: core.folderStorage(storage), bundled: [], say }
  const library = core.pathsLibrary([join(folder, 'coverage')], null, needs)
  await library.refresh(null)
  const { coverage, problems } = library.holdings
  if (problems.length > 0) throw new Error(`${problems[0].path}: ${problems[0].message}`)
  return {
    coverage,
    articles: () => core.articlesOf(coverage.index),
    text: (article, start, end) => coverage.text(article, start, end),
    whole: (article) => coverage.text(article, 0, Number.POSITIVE_INFINITY)
  }
}
