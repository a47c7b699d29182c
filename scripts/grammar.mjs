/** The injection grammar over `test/grammar/*.md`, upon the Markdown grammar that the real VS Code brings along. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { installable, installed } from './vscode/install.mjs'

const root = join(import.meta.dirname, '..')

/** @returns {Promise<{ passed: number, failed: number, leftOut?: string }>} a file of the tests counts as one */
export async function runGrammarTests() {
  const markdown = process.env.MARKDOWN_GRAMMAR ?? (installable ? await grammarOfVscode() : undefined)
  if (!markdown || !existsSync(markdown)) {
    const leftOut = 'the Markdown grammar comes from VS Code; set MARKDOWN_GRAMMAR to its file'
    return process.env.SAIDBY_REQUIRE_ALL ? { passed: 0, failed: 1, leftOut } : { passed: 0, failed: 0, leftOut }
  }
  const total = { passed: 0, failed: 0 }
  for (const name of readdirSync(join(root, 'test', 'grammar')).filter((file) => file.endsWith('.md'))) {
    const { status, stdout, stderr } = spawnSync(
      join(root, 'node_modules', '.bin', 'vscode-tmgrammar-test'),
      ['-g', markdown, `test/grammar/${name}`],
      {
        cwd: root,
        encoding: 'utf8',
        shell: process.platform === 'win32'
      }
    )
    // The grammars of the languages inside fenced code are not there, and not needed.
    process.stdout.write(stdout.replace(/^grammar not found for .*\n/gm, ''))
    process.stderr.write(stderr.replace(/^grammar not found for .*\n/gm, ''))
    total[status === 0 ? 'passed' : 'failed'] += 1
  }
  return total
}

async function grammarOfVscode() {
  const { server } = await installed('newest')
  return join(server, '..', '..', 'extensions', 'markdown-basics', 'syntaxes', 'markdown.tmLanguage.json')
}

if (process.argv[1] === import.meta.filename) {
  const { passed, failed, leftOut } = await runGrammarTests()
  console.log(`${passed} passed, ${failed} failed${leftOut ? `; left out: ${leftOut}` : ''}`)
  process.exitCode = failed > 0 ? 1 : 0
}
