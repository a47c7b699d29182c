/** The dependency rule, executed: imports only point up the list of layers, and each part uses only the packages it may. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

/** A folder of the core may import from itself and from those before it. */
const layers = [
  'text',
  'markdown',
  'quotation',
  'entity',
  'attribution',
  'coverage',
  'verification',
  'takeaway',
  'analysis',
  'rules',
  'project',
  'features',
  'api.ts'
]

/** Parts around the core, and what of the project each may import besides itself. */
const edges: Readonly<Record<string, readonly string[]>> = {
  'server/src/store': ['server/src/core/api.ts'],
  'server/src/lsp': [
    'server/src/core/api.ts',
    'server/src/store/library.ts',
    'server/src/store/files.ts',
    'l10n/bundle.l10n.de.json',
    'l10n/bundle.l10n.fr.json'
  ],
  'server/src/cli': [
    'server/src/core/api.ts',
    'server/src/store/library.ts',
    'server/src/store/files.ts',
    'server/src/hosts/files.ts',
    'server/src/mcp/server.ts'
  ],
  'server/src/mcp': ['server/src/core/api.ts'],
  'server/src/hosts': ['server/src/core/api.ts', 'server/src/lsp/server.ts', 'server/src/lsp/host.ts', 'server/src/store/files.ts'],
  'client/src': ['server/src/lsp/protocol.ts']
}

const packages: Readonly<Record<string, RegExp>> = {
  'server/src/core': /^(?:@lezer\/(?:markdown|common)|@vscode\/l10n|yaml|jsonc-parser|valibot|htmlparser2)$/,
  'server/src/store': /^(?:@vscode\/l10n|ignore)$/,
  'server/src/lsp': /^(?:@vscode\/l10n|vscode-languageserver(?:-textdocument)?(?:\/(?:node|browser))?|vscode-uri|valibot)$/,
  'server/src/cli': /^(?:node:.*|@modelcontextprotocol\/sdk\/server\/stdio\.js|diff|ignore|tinyglobby)$/,
  'server/src/mcp': /^(?:@modelcontextprotocol\/sdk\/.*|zod)$/,
  'server/src/hosts': /^(?:@vscode\/l10n|node:.*|vscode-languageserver(?:\/(?:node|browser))?)$/,
  'client/src': /^(?:vscode|vscode-languageclient(?:\/(?:node|browser))?|node:path)$/
}

const files = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)

/** What a file imports: project files as paths from the root, packages by name. */
function imports(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8')
  const found = [...text.matchAll(/(?:\bfrom\s+|^import\s+|\bimport\(\s*)['"]([^'"]+)['"]/gm)].map(([, path]) => path as string)
  return found.map((path) => (path.startsWith('.') ? relative(root, join(root, dirname(file), path)).replaceAll('\\', '/') : path))
}

const isOurs = (path: string): boolean => /^(?:server|client|l10n)\//.test(path)
const partOf = (file: string): string => Object.keys(packages).find((part) => file.startsWith(`${part}/`)) ?? ''
const layerOf = (file: string): number => layers.indexOf(file.slice('server/src/core/'.length).split('/')[0] as string)

const all = Object.keys(packages).flatMap(files)

test('the core has files in its layers and nowhere else', () => {
  expect(files('server/src/core').filter((file) => layerOf(file) < 0)).toEqual([])
})

test('imports inside the core only point up the list of layers', () => {
  const wrong = files('server/src/core').flatMap((file) =>
    imports(file)
      .filter((path) => path.startsWith('server/'))
      .filter((path) => !path.startsWith('server/data/') && (layerOf(path) < 0 || layerOf(path) > layerOf(file)))
      .map((path) => `${file} imports ${path}`)
  )
  expect(wrong).toEqual([])
})

test('a part around the core uses the façade alone', () => {
  const wrong = Object.entries(edges).flatMap(([part, allowed]) =>
    files(part).flatMap((file) =>
      imports(file)
        .filter((path) => isOurs(path) && !path.startsWith(`${part}/`) && !allowed.includes(path))
        .map((path) => `${file} imports ${path}`)
    )
  )
  expect(wrong).toEqual([])
})

test('each part uses only the packages it may', () => {
  const wrong = all.flatMap((file) =>
    imports(file)
      .filter((path) => !isOurs(path) && !packages[partOf(file)]?.test(path))
      .map((path) => `${file} imports ${path}`)
  )
  expect(wrong).toEqual([])
})

test('the core asks neither clock nor chance', () => {
  const wrong = files('server/src/core').filter((file) =>
    /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\./.test(readFileSync(join(root, file), 'utf8'))
  )
  expect(wrong).toEqual([])
})
