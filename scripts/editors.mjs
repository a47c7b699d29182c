/** Saidby in real Neovim and Emacs, set up as `docs/editors.md` says: each set-up marked as tested there is run as it stands. */
import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

const root = join(import.meta.dirname, '..')
const suites = join(root, 'test', 'editors')

/** Each editor with what shows that it is there, and how it runs a suite; every one within a minute, whatever happens. */
const editors = [
  {
    name: 'neovim',
    there: ['nvim', ['--version']],
    run: ['nvim', ['--headless', '--clean', '-n', '-c', `luafile ${join(suites, 'neovim.lua')}`]]
  },
  { name: 'eglot', there: emacsWith('eglot'), run: emacs() },
  { name: 'lsp-mode', there: emacsWith('lsp-mode'), run: emacs() }
]

function emacs() {
  return ['emacs', ['--batch', '--eval', '(package-initialize)', '-l', join(suites, 'emacs.el')]]
}

function emacsWith(feature) {
  return ['emacs', ['--batch', '--eval', `(progn (package-initialize) (require '${feature}) (require 'markdown-mode))`]]
}

/** @returns {Promise<{ passed: number, failed: number, leftOut?: string }>} */
export async function runEditorTests() {
  const setups = testedSetups()
  const total = { passed: 0, failed: 0 }
  const missing = []
  for (const { name, there, run } of editors) {
    if (spawnSync(there[0], there[1], { stdio: 'ignore' }).status !== 0) missing.push(name)
    else {
      const { passed, failed } = runSuite(name, setups, run)
      console.log(`${name}: ${passed} passed, ${failed} failed`)
      total.passed += passed
      total.failed += failed
    }
  }
  if (missing.length === 0) return total
  const leftOut = `${missing.join(', ')}: not on this machine`
  return process.env.SAIDBY_REQUIRE_ALL ? { ...total, failed: total.failed + missing.length, leftOut } : { ...total, leftOut }
}

/** The set-ups of the page, by the name of their test. */
function testedSetups() {
  const page = readFileSync(join(root, 'docs', 'editors.md'), 'utf8')
  return new Map([...page.matchAll(/<!-- tested: ([\w-]+) -->\n```\w+\n([\s\S]*?)```/g)].map(([, name, code]) => [name, code]))
}

/** In a folder of its own with a `saidby` on the path; what does not come to its end, which it says, counts as one failure more. */
function runSuite(name, setups, [command, args]) {
  const folder = mkdtempSync(join(tmpdir(), 'saidby-editor-'))
  try {
    const story = join(folder, 'story.md')
    const setup = join(folder, 'setup')
    const bin = join(folder, 'bin')
    copyFileSync(join(root, 'test', 'vscode', 'workspace', 'story.md'), story)
    writeFileSync(setup, setups.get(name) ?? `no set-up is marked as tested: ${name}`)
    mkdirSync(bin)
    writeFileSync(join(bin, 'saidby'), `#!/bin/sh\nexec "${process.execPath}" "${join(root, 'dist', 'saidby.mjs')}" "$@"\n`)
    chmodSync(join(bin, 'saidby'), 0o755)
    const { stdout, stderr } = spawnSync(command, args, {
      cwd: folder,
      encoding: 'utf8',
      input: '',
      timeout: 60_000,
      killSignal: 'SIGKILL',
      env: {
        ...process.env,
        HOME: folder,
        XDG_CACHE_HOME: join(folder, 'cache'),
        PATH: `${bin}${delimiter}${process.env.PATH}`,
        SAIDBY_STORY: story,
        SAIDBY_SETUP: setup,
        SAIDBY_CLIENT: name
      }
    })
    const lines = stdout.split('\n')
    const failures = lines.filter((line) => line.startsWith('not ok'))
    const passed = lines.filter((line) => line.startsWith('ok')).length
    const ended = lines.includes('done')
    for (const line of failures) console.log(line)
    if (!ended) console.log(`not ok - ${name} did not come to its end`, stdout, stderr)
    return { passed, failed: failures.length + (ended ? 0 : 1) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (process.argv[1] === import.meta.filename) {
  const { passed, failed, leftOut } = await runEditorTests()
  console.log(`${passed} passed, ${failed} failed${leftOut ? `; left out: ${leftOut}` : ''}`)
  process.exitCode = failed > 0 ? 1 : 0
}
