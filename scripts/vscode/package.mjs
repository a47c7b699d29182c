/** Packs the extension as it would be published, into `.cache/saidby.vsix`. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')

/** @returns {Promise<string>} the file */
export async function packedExtension() {
  const { createVSIX } = await import('@vscode/vsce')
  const packagePath = join(root, '.cache', 'saidby.vsix')
  mkdirSync(join(root, '.cache'), { recursive: true })
  await createVSIX({ cwd: root, packagePath, dependencies: false, allowMissingRepository: true, rewriteRelativeLinks: false })
  return packagePath
}
