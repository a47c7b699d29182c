/** Packs the extension as it would be published. */
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..')

/** @returns {Promise<string>} the file, named after the version, in that folder */
export async function packedExtension(folder = join(root, '.cache')) {
  const { createVSIX } = await import('@vscode/vsce')
  const { version, repository } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const packagePath = join(folder, `saidby-${version}.vsix`)
  mkdirSync(folder, { recursive: true })
  await createVSIX({
    cwd: root,
    packagePath,
    dependencies: false,
    allowMissingRepository: true,
    // Pictures and links of the README lead into the repository, once there is one.
    rewriteRelativeLinks: repository !== undefined
  })
  return packagePath
}
