/** Builds what is shipped: client and server for Node and for the browser, the terminal’s `dist/saidby.mjs`, the compiled packs and the licences. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const dist = join(root, 'dist')
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const stamp = join(root, '.cache', 'built')
const inputs = [
  'client/src',
  'server/src',
  'server/data',
  'coverage',
  'l10n',
  'scripts/build.mjs',
  'scripts/compile-packs.mjs',
  'scripts/notices.mjs',
  'package-lock.json'
]

/** Builds when anything that the build reads is newer than the last one; costs a few milliseconds when nothing is. */
export async function buildIfStale() {
  const built = existsSync(stamp) && existsSync(dist) ? statSync(stamp).mtimeMs : 0
  if (inputs.some((path) => newest(join(root, path)) > built)) await build()
}

/** Builds everything anew. Throws, after having said why, when a part or a pack is wrong. */
export async function build() {
  const started = new Date()
  const [{ build: bundle }, { compilePacks }, { writeNotices }] = await Promise.all([
    import('esbuild'),
    import('./compile-packs.mjs'),
    import('./notices.mjs')
  ])
  rmSync(dist, { recursive: true, force: true })
  const shared = {
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    target: 'node20',
    minify: true,
    logLevel: 'warning',
    // Instead of the comments, the notices hold every licence.
    legalComments: 'none',
    metafile: true,
    alias: {
      // Its index would bring a second table of entities and a document tree, which nobody asks for.
      htmlparser2: './node_modules/htmlparser2/dist/esm/Parser.js',
      // Its `main` asks for its parts at run time, where a bundle has none.
      'jsonc-parser': 'jsonc-parser/lib/esm/main.js'
    }
  }
  const packs = await compilePacks({ root })
  // As the browsers are in which this VS Code runs.
  const web = { platform: 'browser', target: 'es2022', mainFields: ['browser', 'module', 'main'] }
  const bundles = await Promise.all([
    bundle({
      ...shared,
      format: 'cjs',
      conditions: ['node', 'require'],
      entryPoints: ['client/src/desktop.ts'],
      outfile: 'dist/client.cjs',
      external: ['vscode']
    }),
    bundle({
      ...shared,
      ...web,
      format: 'cjs',
      entryPoints: ['client/src/browser.ts'],
      outfile: 'dist/client-web.js',
      external: ['vscode']
    }),
    bundle({
      ...shared,
      target: ['node20', 'es2022'],
      format: 'iife',
      conditions: ['node', 'browser'],
      alias: {
        ...shared.alias,
        // What these have for browsers runs under Node as well; for Node they ask for its modules as soon as they are loaded.
        yaml: './node_modules/yaml/browser/index.js',
        '@vscode/l10n': './node_modules/@vscode/l10n/dist/browser.js'
      },
      define: { SAIDBY_PACKS: JSON.stringify(packs) },
      entryPoints: ['server/src/hosts/server.ts'],
      outfile: 'dist/server.js'
    }),
    bundle({
      ...shared,
      format: 'esm',
      splitting: true,
      define: { SAIDBY_VERSION: JSON.stringify(version) },
      entryPoints: { saidby: 'server/src/cli/main.ts' },
      outdir: 'dist',
      outExtension: { '.js': '.mjs' },
      chunkNames: 'saidby-[hash]',
      external: ['*/server.cjs'],
      // The packages that are CommonJS inside ask for Node's modules by `require`.
      banner: { js: "#!/usr/bin/env node\nimport { createRequire } from 'node:module';const require=createRequire(import.meta.url);" }
    })
  ])
  // The name by which set-ups of other editors may start it.
  writeFileSync(join(dist, 'server.cjs'), "require('./server.js')\n")
  writeNotices(
    root,
    bundles.map(({ metafile }) => metafile)
  )
  mkdirSync(join(root, '.cache'), { recursive: true })
  writeFileSync(stamp, '')
  // What was changed while the build ran must count as newer than it.
  utimesSync(stamp, started, started)
}

function newest(path) {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) return 0
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}

if (process.argv[1] === import.meta.filename) await build()
