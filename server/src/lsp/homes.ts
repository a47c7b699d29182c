/** Where open drafts are at home: the nearest folder that has a project file or a coverage of its own, besides the folders of the workspace. */
import type { Files } from '../store/files.ts'
import { homeOf, PROJECT_FILES } from '../store/library.ts'

/** A folder, and how far up is looked for what holds in it. */
export interface Home {
  readonly path: string
  readonly top: string
}

/**
 * The homes of these drafts, as URIs, without `folders`, the paths of the workspace's own. Outside of a repository nothing is looked for above the
 * draft's folder of the workspace, or above the draft's own folder where it is in none.
 */
export async function homesOf(drafts: Iterable<string>, folders: readonly string[], files: Files): Promise<readonly Home[]> {
  const tops = new Map<string, string>()
  for (const uri of drafts) {
    const path = files.pathOf(uri)
    const folder = path === null ? null : files.parent(path)
    if (folder !== null) tops.set(folder, innermost(folder, folders, files) ?? folder)
  }
  const homes = new Map<string, Home>()
  for (const [folder, top] of tops) {
    const path = await homeOf(folder, top, files)
    // What holds above a folder of the workspace, that folder looks for itself.
    if (path !== null && (!folders.includes(top) || files.relative(top, path) !== null)) homes.set(path, { path, top })
  }
  return [...homes.values()]
}

/** Whether a change of the file may give drafts another home. */
export const movesHome = (path: string): boolean => {
  const names = path.split(/[\\/]/)
  return PROJECT_FILES.includes(names.at(-1) ?? '') || names.includes('coverage')
}

function innermost(folder: string, folders: readonly string[], files: Files): string | undefined {
  const around = folders.filter((one) => one === folder || files.relative(one, folder) !== null)
  return around.sort((a, b) => b.length - a.length)[0]
}
