/** What is published, tried from outside the repository: that the extension is small and complete, and that the terminal installs and works. */
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly version: string
  readonly icon: string
  readonly main: string
  readonly browser: string
  readonly contributes: { readonly grammars: readonly { readonly path: string }[] }
}
const { version } = manifest
const home = mkdtempSync(join(tmpdir(), 'saidby-package-'))
const vsix = join(home, `saidby-${version}.vsix`)

beforeAll(() => {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts', 'package.mjs'), home], { encoding: 'utf8' })
  expect([status, stderr]).toEqual([0, ''])
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

describe('the extension', () => {
  test('is no larger than 1 MB', () => {
    expect(readFileSync(vsix).length).toBeLessThan(1_000_000)
  })

  test('has all that its manifest names, and the pages, packs, samples and licences', () => {
    const names = zipNames(readFileSync(vsix))
    const parts = [manifest.main, manifest.browser, manifest.icon, ...manifest.contributes.grammars.map(({ path }) => path)]
    for (const part of parts) expect(names).toContain(join('extension', part))
    for (const part of [
      'readme.md',
      'changelog.md',
      'LICENSE.txt',
      'dist/third-party-notices.txt',
      'dist/server.cjs',
      'dist/server.js',
      'package.nls.json',
      'package.nls.de.json',
      'package.nls.fr.json',
      'l10n/bundle.l10n.de.json',
      'l10n/bundle.l10n.fr.json'
    ])
      expect(names).toContain(`extension/${part}`)
    for (const part of [/dist\/coverage\/summit\.json$/, /docs\/rules\/altered-quotation\.md$/, /samples\/[\w-]+\.md$/])
      expect(names).toContainEqual(expect.stringMatching(part))
  })

  test('has nothing of the terminal, the sources, the tests or the packages', () => {
    const names = zipNames(readFileSync(vsix))
    expect(names.filter((name) => /saidby.*\.mjs|\.ts$|\.map$|node_modules|\/test\/|\/scripts\/|\/\./.test(name))).toEqual([])
  })
})

describe('the terminal, installed for everybody on a machine without a network', () => {
  const elsewhere = join(home, 'drafts')
  const shell = process.platform === 'win32'
  const program = shell ? join(home, 'g', 'saidby.cmd') : join(home, 'g', 'bin', 'saidby')
  const saidby = (args: readonly string[], input = '') =>
    spawnSync(program, args, { cwd: elsewhere, encoding: 'utf8', input, shell, env: { ...process.env, XDG_CACHE_HOME: join(home, 'xdg') } })

  beforeAll(() => {
    mkdirSync(elsewhere)
    const args = [
      'install',
      '--global',
      '--offline',
      '--no-audit',
      '--no-fund',
      `--prefix=${join(home, 'g')}`,
      `--cache=${join(home, 'c')}`
    ]
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('npm_')))
    const installed = spawnSync('npm', [...args, join(home, `saidby-${version}.tgz`)], { cwd: elsewhere, encoding: 'utf8', env, shell })
    expect([installed.status, installed.stderr]).toEqual([0, ''])
  })

  test('says its version', () => {
    expect(saidby(['--version'])).toMatchObject({ stdout: `${version}\n`, stderr: '', status: 0 })
  })

  test('checks a draft against what comes with it', () => {
    const draft =
      '---\nbyline: Ana Roth\n---\n\n# Xi and Putin in Moscow\n\n“Right now there are changes we have not seen for 100 years,” Xi told Putin.\n\nTraders had feared the worst for months.\n\n“Nobody has asked us what we can afford.”\n'
    writeFileSync(join(elsewhere, 'draft.md'), draft)
    const { stdout, stderr, status } = saidby(['check', 'draft.md', '--format', 'compact'])
    expect(stdout).toContain('draft.md:7:1: information: The coverage quotes Xi Jinping, but not with these words. [unsupported-quotation]')
    expect(stdout).toContain('draft.md:11:1: warning: Nobody is said to have said this. [unattributed-quotation]')
    expect([stderr, status]).toEqual(['', 1])
  })

  test('annotates lines', () => {
    const { stdout, status } = saidby(['annotate', '--jsonl'], '{"id": "a", "text": "“The levy stays,” said Dana Ortiz, the mayor."}\n')
    const { id, quotations } = JSON.parse(stdout) as { id: string; quotations: readonly object[] }
    expect([id, quotations.length, status]).toEqual(['a', 1, 0])
  })

  test('serves an editor', async () => {
    const server = spawn(program, ['lsp', '--stdio'], { cwd: elsewhere, stdio: ['pipe', 'pipe', 'inherit'], shell })
    const body = JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { processId: null, rootUri: null, capabilities: {} }
    })
    server.stdin.write(`Content-Length: ${body.length}\r\n\r\n${body}`)
    let answer = ''
    for await (const chunk of server.stdout) {
      answer += chunk
      if (answer.includes('serverInfo')) break
    }
    server.stdin.end()
    expect(answer).toContain('"serverInfo":{"name":"saidby"')
  })
})

/** The names in the central directory at the end of a zip file. */
function zipNames(zip: Buffer): readonly string[] {
  const end = zip.lastIndexOf('PK\x05\x06')
  const names: string[] = []
  for (let at = zip.readUInt32LE(end + 16); zip.readUInt32LE(at) === 0x02014b50; ) {
    const [name, extra, comment] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field)) as [number, number, number]
    names.push(zip.toString('utf8', at + 46, at + 46 + name))
    at += 46 + name + extra + comment
  }
  return names
}
