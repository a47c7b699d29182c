/** `saidby check` as a desk, an editor and a build server use it: the built program, real files, every format. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { default as Draft4 } from 'ajv-draft-04'
import addFormats from 'ajv-formats'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'

const program = join(import.meta.dirname, '..', '..', 'dist', 'saidby.mjs')
const folder = mkdtempSync(join(tmpdir(), 'saidby-check-'))
const run = (args: readonly string[], input = '', env = {}) =>
  spawnSync(process.execPath, [program, 'check', ...args], { cwd: folder, encoding: 'utf8', input, env: { ...process.env, ...env } })
const write = (name: string, text: string): void => {
  mkdirSync(join(folder, name, '..'), { recursive: true })
  writeFileSync(join(folder, name), text)
}
const read = (name: string): string => readFileSync(join(folder, name), 'utf8')

const CLEAN = '---\nbyline: Ana Roth\n---\n\n“The levy stays,” said Dana Ortiz, the mayor.\n'
const FAULTY = `${CLEAN}\nTraders, 100 % of them, had feared <the worst> for months: “rent & levy”.\n\n“Nobody has asked us what we can afford.”\n`
const MESSY = `${CLEAN}\n“We will pay for the roof, said Dana Ortiz, the mayor.\n\nRain fell.\n\n“The hall stays," said Samuel Okafor, a trader.\n`

beforeEach(() => {
  rmSync(folder, { recursive: true, force: true })
  write('clean.md', CLEAN)
  write('faulty.md', FAULTY)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('which drafts', () => {
  test('a folder is its Markdown files but those that are ignored; none is checked twice', () => {
    write('.gitignore', 'old/\n')
    write('.saidbyignore', '!old/kept.md\nnotes.md\n')
    for (const name of ['old/faulty.md', 'notes.md', 'deep/er/faulty.markdown', 'node_modules/a/faulty.md', 'faulty.txt'])
      write(name, FAULTY)
    const files = JSON.parse(run(['.', 'faulty.md', '--format', 'json']).stdout) as { path: string }[]
    expect(files.map(({ path }) => path)).toEqual(['clean.md', 'deep/er/faulty.markdown', 'faulty.md'])
  })

  test('a pattern is taken by the shell or by the program', () => {
    write('drafts/faulty.md', FAULTY)
    expect(run(['drafts/**/*.md', '--format', 'compact']).stdout).toMatch(/^drafts\/faulty\.md:9:1: warning: /)
  })

  test('standard input has the name it is given', () => {
    const { stdout, status } = run(['-', '--stdin-name', 'desk/levy.md', '--format', 'compact'], FAULTY)
    expect(stdout).toMatch(/^desk\/levy\.md:9:1: warning: /)
    expect(status).toBe(1)
  })

  test.each([
    ['a folder without drafts', ['empty'], 'empty: there are no drafts here'],
    ['a pattern without drafts', ['none/*.md'], 'none/*.md: there are no drafts here'],
    [
      'an unknown format',
      ['clean.md', '--format', 'xml'],
      '“xml” is no format of saidby check; there are pretty, compact, json, sarif, github, junit'
    ],
    ['a number that is none', ['clean.md', '--max-warnings', 'few'], '--max-warnings needs a number, and “few” is none'],
    ['a dry run of nothing', ['clean.md', '--dry-run'], '--dry-run goes with --fix']
  ])('%s is told in one line', (_, args, problem) => {
    mkdirSync(join(folder, 'empty'))
    expect(run(args)).toMatchObject({ stdout: '', stderr: `saidby: ${problem}\n`, status: 2 })
  })
})

describe('formats', () => {
  test('pretty counts, and colours where it is asked to', () => {
    expect(run(['faulty.md']).stdout.split('\n').slice(-2)).toEqual(['1 finding in 1 file: 1 warning.', ''])
    expect(run(['faulty.md'], '', { FORCE_COLOR: '1', NO_COLOR: '' }).stdout).toContain('\u001b[33mwarning\u001b[0m')
  })

  test('json has places, offsets and fixes; a file that cannot be read is in it', () => {
    const { stdout, status } = run(['faulty.md', 'none.md', '--format', 'json'])
    const [faulty, none] = JSON.parse(stdout)
    expect(faulty.findings).toMatchObject([
      {
        rule: 'unattributed-quotation',
        severity: 'warning',
        line: 9,
        column: 1,
        endLine: 9,
        endColumn: 42,
        start: FAULTY.indexOf('“Nobody')
      }
    ])
    expect(faulty.findings[0].fixes[0].title).toMatch(/^Attribute to /)
    expect(none).toEqual({ path: 'none.md', error: 'there is no such file', findings: [] })
    expect(status).toBe(2)
  })

  test('sarif is valid by its schema, and its fixes give what an editor’s do', () => {
    const schema = createRequire(import.meta.url)('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')
    const ajv = new Draft4({ strict: false, unicodeRegExp: false, allErrors: true })
    addFormats.default(ajv)
    const validate = ajv.compile(schema)
    write('a b#c.md', FAULTY)
    const log = JSON.parse(run(['faulty.md', 'a b#c.md', 'none.md', '--format', 'sarif']).stdout)
    expect(validate(log), JSON.stringify(validate.errors)).toBe(true)
    const [run_] = log.runs
    expect(run_.results[0]).toMatchObject({
      ruleId: 'unattributed-quotation',
      level: 'warning',
      locations: [{ physicalLocation: { artifactLocation: { uri: 'faulty.md' }, region: { startLine: 9, startColumn: 1, endColumn: 42 } } }]
    })
    expect(run_.tool.driver.rules[run_.results[0].ruleIndex].id).toBe('unattributed-quotation')
    expect(run_.results[1].locations[0].physicalLocation.artifactLocation.uri).toBe('a%20b%23c.md')
    expect(run_.invocations[0]).toMatchObject({
      executionSuccessful: false,
      toolExecutionNotifications: [{ message: { text: 'there is no such file' } }]
    })
  })

  test('github’s commands are one line each, with their signs coded', () => {
    write('a,b.md', FAULTY)
    expect(run(['a,b.md', 'none.md', '--format', 'github']).stdout).toBe(
      '::warning file=a%2Cb.md,line=9,endLine=9,col=1,endColumn=42,title=unattributed-quotation::Nobody is said to have said this.\n' +
        '::error file=none.md::there is no such file\n'
    )
  })

  test('junit is XML in which warnings fail, notes do not, and a clean draft passes', () => {
    const { stdout } = run(['clean.md', 'faulty.md', 'none.md', '--format', 'junit'])
    expect(stdout).toContain('<testsuite name="clean.md" tests="1" failures="0" errors="0">')
    expect(stdout).toContain(
      '<failure type="unattributed-quotation" message="Nobody is said to have said this.">faulty.md:9:1: “Nobody has'
    )
    expect(stdout).toContain('<testsuite name="none.md" tests="1" failures="0" errors="1">')
    expect(stdout.match(/<(?!\/|\?)[a-z-]+/g)?.length).toBe((stdout.match(/<\//g)?.length ?? 0) + (stdout.match(/\/>/g)?.length ?? 0))
  })
})

describe('how much is let pass', () => {
  test('so many warnings', () => {
    expect(run(['faulty.md', '--max-warnings', '1']).status).toBe(0)
    expect(run(['faulty.md', '--max-warnings', '0']).status).toBe(1)
  })

  test('what the baseline knows, wherever it has moved; what is new fails', () => {
    expect(run(['.', '--baseline', 'known.json', '--update-baseline']).status).toBe(0)
    expect(run(['.', '--baseline', 'known.json'])).toMatchObject({ stdout: '', status: 0 })
    write('faulty.md', FAULTY.replace('\n\n“Nobody', '\n\nIt rained.\n\n“Nobody'))
    expect(run(['.', '--baseline', 'known.json']).status).toBe(0)
    write('faulty.md', `${FAULTY}\nIt rained all day.\n\n“Everybody has told us what we should pay.”\n`)
    const { stdout, status } = run(['.', '--baseline', 'known.json', '--format', 'compact'])
    expect(stdout).toMatch(/^faulty\.md:13:1: warning: /)
    expect(status).toBe(1)
  })

  test.each([
    ['that is not there', undefined, 'known.json: there is no such baseline; --update-baseline writes it'],
    ['that is none', '{"version": 2}', 'known.json: this is no baseline of Saidby’s'],
    ['that is no JSON', '{', 'known.json: this is no baseline of Saidby’s']
  ])('a baseline %s is told', (_, text, problem) => {
    if (text !== undefined) write('known.json', text)
    expect(run(['faulty.md', '--baseline', 'known.json'])).toMatchObject({ stderr: `saidby: ${problem}\n`, status: 2 })
  })
})

describe('--fix', () => {
  const MENDED = MESSY.replace('roof, said', 'roof,” said').replace('stays,"', 'stays,”')

  test('mends marks and changes no word; the file keeps its mode', () => {
    write('messy.md', MESSY)
    const { mode } = statSync(join(folder, 'messy.md'))
    expect(run(['messy.md', '--fix']).status).toBe(0)
    expect(read('messy.md')).toBe(MENDED)
    expect(statSync(join(folder, 'messy.md')).mode).toBe(mode)
  })

  test('attributes nothing', () => {
    expect(run(['faulty.md', '--fix']).status).toBe(1)
    expect(read('faulty.md')).toBe(FAULTY)
  })

  test('--dry-run shows a patch and changes nothing', () => {
    write('messy.md', MESSY)
    const { stdout } = run(['messy.md', '--fix', '--dry-run'])
    expect(stdout).toContain('--- a/messy.md\n+++ b/messy.md\n')
    expect(stdout).toContain('-“We will pay for the roof, said Dana Ortiz, the mayor.\n')
    expect(stdout).toContain('+“We will pay for the roof,” said Dana Ortiz, the mayor.\n')
    expect(read('messy.md')).toBe(MESSY)
  })

  test('standard input comes out mended', () => {
    expect(run(['-', '--fix'], MESSY).stdout).toBe(MENDED)
  })
})

test.each(['bash', 'zsh', 'fish'])('the completions for %s know commands and options', (shell) => {
  const { stdout, status } = spawnSync(process.execPath, [program, 'completions', shell], { encoding: 'utf8' })
  for (const word of ['check', 'quotes', 'max-warnings', 'no-coverage']) expect(stdout).toContain(word)
  expect(status).toBe(0)
})
