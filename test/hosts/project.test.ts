/** A project file in the terminal: every command finds it from the draft upwards, and what is wrong with it is told by its line. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Folder, temporaryFolder } from '../support/folder.ts'

const program = join(import.meta.dirname, '..', '..', 'dist', 'saidby.mjs')
const STORY =
  '---\nbyline: Ana Roth\n---\n\n“The levy stays,” claimed Dana Ortiz, who was in Kiev.\n\nTraders had feared the worst.\n\n“Nobody has asked us what we can afford.”\n'
const ORTIZ = 'entities: [{ id: ortiz, kind: person, name: Dana Ortiz, family: Ortiz, description: Dana Ortiz is the mayor. }]\n'

let folder: Folder
beforeAll(() => {
  folder = temporaryFolder({
    'saidby.yaml': `${ORTIZ}rules: { first-reference: off }\nspellings: { Kiev: Kyiv }\noverrides: [{ files: opinion, rules: { loaded-cue: off } }]\nignore: old\n`,
    'desk/a.md': STORY,
    'opinion/a.md': STORY,
    'old/a.md': STORY,
    'own/saidby.json': '{"rules": {"unattributed-quotation": "error", "loaded-cues": "off"}}',
    'own/a.md': STORY
  })
})
afterAll(() => folder.remove())

const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
    cwd: folder.path,
    env: { ...process.env, XDG_CACHE_HOME: folder.at('cache') }
  })

/** What is told of the draft: level and rule. */
const told = (...args: readonly string[]): readonly string[] => {
  const found = JSON.parse(run('check', '--format', 'json', ...args).stdout)
  return found.flatMap(({ findings }: { findings: { severity: string; rule: string }[] }) =>
    findings.map(({ severity, rule }) => `${severity} ${rule}`)
  )
}

test('check keeps its levels, its house and its patterns, also beside --coverage', () => {
  const all = ['hint loaded-cue', 'information inconsistent-name', 'warning unattributed-quotation']
  expect(told('desk/a.md')).toEqual(all)
  expect(told('desk/a.md', '--no-coverage')).toEqual(all)
  expect(told('opinion/a.md')).toEqual(all.slice(1))
  expect(told('old/a.md')).toEqual([])
})

test('a nearer one holds instead, and what is wrong with it is told by its line and costs exit status 2', () => {
  expect(told('own/a.md')).toContain('error unattributed-quotation')
  const { stderr, status } = run('check', 'own/a.md')
  expect([stderr, status]).toEqual([`saidby: ${folder.at('own/saidby.json')}:1:47: rules: there is no rule “loaded-cues”\n`, 2])
})

test('the house’s spelling is safe to mend', () => {
  folder.write({ 'desk/b.md': STORY })
  run('check', '--fix', 'desk/b.md')
  expect(readFileSync(folder.at('desk/b.md'), 'utf8')).toBe(STORY.replace('Kiev', 'Kyiv'))
})

test('words and quotes know its people', () => {
  expect(run('words', 'desk/a.md').stdout).toBe('Dana\nOrtiz\n')
  expect(JSON.parse(run('quotes', '--format', 'json', 'desk/a.md').stdout)[0]).toMatchObject({ speaker: 'Dana Ortiz' })
})

test('annotate goes by the file that it is given, and by no other', () => {
  const annotated = (...args: readonly string[]) => {
    const options = { encoding: 'utf8', cwd: folder.path, input: `${JSON.stringify({ id: 1, text: STORY })}\n` } as const
    const { stdout, stderr, status } = spawnSync(process.execPath, [program, 'annotate', '--jsonl', ...args], options)
    return { rules: stdout && JSON.parse(stdout).findings.map(({ rule }: { rule: string }) => rule), stderr, status }
  }
  expect(annotated('--no-coverage').rules).toEqual(['loaded-cue', 'unattributed-quotation'])
  expect(annotated('--project', 'saidby.yaml').rules).toEqual(['loaded-cue', 'inconsistent-name', 'unattributed-quotation'])
  expect(annotated('--project', 'none.yaml')).toEqual({
    rules: '',
    stderr: 'saidby: none.yaml: there is no such project file\n',
    status: 2
  })
})
