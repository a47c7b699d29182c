/** The terminal as a writer meets it: the built program, real files, exit statuses. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const program = join(import.meta.dirname, '..', '..', 'dist', 'saidby.mjs')
const folder = mkdtempSync(join(tmpdir(), 'saidby-'))
const file = (name: string, content: string | Uint8Array): string => {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
const run = (args: readonly string[], input: string | Uint8Array = '') =>
  spawnSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
    input: input as string,
    cwd: folder,
    env: { ...process.env, XDG_CACHE_HOME: join(folder, 'cache') }
  })

const STORY =
  '---\nbyline: Ana Roth\n---\n\n“The levy stays,” said Dana Ortiz, the mayor.\n\nTraders had feared the worst for months.\n\n“Nobody has asked us what we can afford.”\n'
const SAID = '“We will not raise the levy this year, whatever the council decides,” said Dana Ortiz, the mayor.'
let faulty = ''
let clean = ''

beforeAll(() => {
  faulty = file('faulty.md', STORY)
  clean = file('clean.md', '---\nbyline: Ana Roth\n---\n\n“The levy stays,” said Dana Ortiz, the mayor.\n')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('saidby check', () => {
  test('prints findings with file, line and column, and exits with 1', () => {
    const { stdout, stderr, status } = run(['check', faulty])
    expect(stdout).toContain(`${faulty}:9:1: warning: Nobody is said to have said this. [unattributed-quotation]`)
    expect([stderr, status]).toEqual(['', 1])
  })

  test('says nothing of a clean draft and exits with 0', () => {
    expect(run(['check', clean])).toMatchObject({ stdout: '', stderr: '', status: 0 })
  })

  test('holds quotations against the coverage that it is given', () => {
    const wire = file('wire.jsonl', `${JSON.stringify({ id: 'w', publisher: 'Harbour Wire', date: '2026-11-20', text: SAID })}\n`)
    const draft = file('altered.md', `---\nbyline: Ana Roth\n---\n\n${SAID.replace('not', 'never')}\n`)
    const { stdout, status } = run(['check', draft, '--coverage', wire])
    expect(stdout).toContain(`${draft}:5:10: warning: The coverage has “not” (Harbour Wire, 20 November 2026). [altered-quotation]`)
    expect(status).toBe(1)
    expect(run(['check', draft])).toMatchObject({ stdout: '', status: 0 })
  })

  test.each([
    ['a file that is not there', () => join(folder, 'none.md'), 'there is no such file'],
    ['bytes that are not UTF-8', () => file('latin.md', new Uint8Array([0xe9, 0x20, 0x41])), 'this is not UTF-8 text']
  ])('%s costs one line and exit status 2, and the other files are checked', (_, path, reason) => {
    const { stdout, stderr, status } = run(['check', path(), faulty])
    expect(stderr).toBe(`saidby: ${path()}: ${reason}\n`)
    expect(stdout).toContain('unattributed-quotation')
    expect(status).toBe(2)
  })
})

test('saidby outline prints headline, lede and takeaways with speakers', () => {
  const { stdout, status } = run([
    'outline',
    file(
      'outline.md',
      '# The levy stays\n\nThe council has settled the levy for the year to come.\n\n## No rise\n\n“The levy stays,” said Dana Ortiz, the mayor.\n'
    )
  ])
  expect(stdout.split('\n').slice(1)).toEqual([
    '  headline The levy stays :1',
    '  lede The council has settled the levy for the year to come. :3',
    '  takeaway No rise — 1 quotation · Dana Ortiz :5',
    '    “The levy stays,” — Dana Ortiz :7',
    ''
  ])
  expect(status).toBe(0)
})

describe('saidby words', () => {
  const pack = () =>
    file(
      'names.yaml',
      'id: names\ntitle: Names\nhouse: true\nentities:\n  - { id: ortiz, kind: person, name: Dana Ortiz, aliases: [], description: The mayor. }\n'
    )
  const draft = () => file('words.md', 'Dana Ortiz met Samuel Okafor. Ortíz was late.\n')

  test('lists the names that are right by the coverage', () => {
    expect(run(['words', draft(), '--coverage', pack()])).toMatchObject({ stdout: 'Dana\nOrtiz\n', stderr: '', status: 0 })
    expect(run(['words', draft(), '--coverage', pack(), '--format', 'harper']).stdout).toBe('Dana\nOrtiz\n')
    expect(JSON.parse(run(['words', draft(), '--coverage', pack(), '--format', 'cspell']).stdout)).toEqual({
      version: '0.2',
      words: ['Dana', 'Ortiz']
    })
  })

  test.each([
    ['harper', 'words.txt', 'Brandt\n', 'Brandt\nDana\nOrtiz\n'],
    ['cspell', 'cspell.json', '{ // ours\n  "words": ["Dana"]\n}\n', '{ // ours\n  "words": [\n    "Ortiz",\n    "Dana"\n  ]\n}\n'],
    ['cspell', 'cspell.yaml', '# ours\nwords:\n  - Ortiz\n', '# ours\nwords:\n  - Ortiz\n  - Dana\n']
  ])('puts what %s lacks to %s', (format, name, before, after) => {
    const into = file(name, before)
    expect(run(['words', draft(), '--coverage', pack(), '--format', format, '--into', into])).toMatchObject({ stdout: '', status: 0 })
    expect(readFileSync(into, 'utf8')).toBe(after)
  })

  test('a dictionary that is none is left as it is', () => {
    const into = file('broken.json', '{ "words": ')
    const { stderr, status } = run(['words', draft(), '--coverage', pack(), '--format', 'cspell', '--into', into])
    expect(stderr).toBe(`saidby: ${into}: it is no configuration of cSpell in JSON\n`)
    expect(status).toBe(2)
    expect(readFileSync(into, 'utf8')).toBe('{ "words": ')
  })

  test.each([
    [['words'], 'saidby words needs a file'],
    [['words', 'a.md', '--format', 'pdf'], '“pdf” is no format of a word list; there are plain, cspell, harper, vale, ltex']
  ])('%j is refused in one line', (args, message) => {
    expect(run(args)).toMatchObject({ stdout: '', stderr: `saidby: ${message}\n`, status: 2 })
  })
})

describe('saidby quotes', () => {
  const wire = () =>
    file(
      'wire.jsonl',
      `${JSON.stringify({ id: 'wire', publisher: 'Coast Wire', text: '“The levy stays, whatever it costs us,” Dana Ortiz said.' })}\n`
    )
  const draft = () => file('quotes.md', '“The levy goes, whatever it costs us,” said Dana Ortiz, the mayor.\n')

  test('prints the sheet as a table, as rows, as data', () => {
    expect(run(['quotes', draft(), '--coverage', wire()])).toMatchObject({
      stdout: expect.stringContaining('| 1 | “The levy goes, whatever it costs us” | Dana Ortiz | **altered** (“goes” for “stays”;'),
      stderr: '',
      status: 0
    })
    const csv = run(['quotes', draft(), '--coverage', wire(), '--format', 'csv']).stdout.split('\r\n')
    expect(csv[1]).toContain(',1,"The levy goes, whatever it costs us",Dana Ortiz,altered,')
    const [row] = JSON.parse(run(['quotes', draft(), '--coverage', wire(), '--format', 'json']).stdout)
    expect(row).toMatchObject({ draft: draft(), speaker: 'Dana Ortiz', verdict: 'altered', publisher: 'Coast Wire', note: '' })
  })

  test('knows what was checked by hand, and a malformed line costs only itself', () => {
    const note = {
      draft: 'quotes.md',
      speaker: 'Dana Ortiz',
      words: 'The levy goes, whatever it costs us',
      note: 'On tape',
      initials: 'LB'
    }
    mkdirSync(join(folder, '.saidby'))
    const kept = file(join('.saidby', 'checked.jsonl'), `{"draft"\n${JSON.stringify(note)}\n`)
    const { stdout, stderr } = run(['quotes', draft(), '--coverage', wire(), '--format', 'json'])
    rmSync(join(folder, '.saidby'), { recursive: true })
    expect(JSON.parse(stdout)).toMatchObject([{ note: 'On tape', initials: 'LB' }])
    expect(stderr).toBe(`saidby: ${kept}:1: this is not JSON\n`)
  })

  test.each([
    [['quotes'], 'saidby quotes needs a file'],
    [['quotes', 'a.md', '--format', 'pdf'], '“pdf” is no format of the quotation sheet; there are md, csv and json']
  ])('%j is refused in one line', (args, message) => {
    expect(run(args)).toMatchObject({ stdout: '', stderr: `saidby: ${message}\n`, status: 2 })
  })

  test('a file that is not there costs one line, and the other drafts are listed', () => {
    const { stdout, stderr, status } = run(['quotes', join(folder, 'none.md'), draft(), '--format', 'csv'])
    expect(stderr).toContain('there is no such file')
    expect(stdout).toContain('The levy goes')
    expect(status).toBe(2)
  })
})

describe('saidby speakers', () => {
  test('prints a table of who speaks, how often and in how many words', () => {
    const { stdout, status } = run(['speakers', faulty])
    expect(stdout.split('\n').slice(1)).toEqual([
      '  Speaker              Quotations  Words  Reported  Coverage',
      '  nobody                        1      8         0',
      '  Dana Ortiz                    1      3         0',
      '  Traders (not named)           0      0         1',
      ''
    ])
    expect(status).toBe(0)
  })

  test('prints the same as data', () => {
    const { stdout } = run(['speakers', '--format', 'json', faulty])
    expect(JSON.parse(stdout)).toEqual([
      {
        draft: faulty,
        speakers: [
          { kind: 'nobody', name: '', entity: null, quotations: 1, words: 8, reported: 0, verdicts: {}, lines: [9] },
          { kind: 'named', name: 'Dana Ortiz', entity: null, quotations: 1, words: 3, reported: 0, verdicts: {}, lines: [5] },
          { kind: 'anonymous', name: 'Traders', entity: null, quotations: 0, words: 0, reported: 1, verdicts: {}, lines: [7] }
        ]
      }
    ])
  })

  test('a format that is none is told in one line', () => {
    expect(run(['speakers', '--format', 'xml', faulty])).toMatchObject({
      stderr: 'saidby: “xml” is no format of the speakers; there are table and json\n',
      status: 2
    })
  })
})

test('saidby outline says which takeaways of the pack a draft does not have', () => {
  const sample = readFileSync(join(import.meta.dirname, '..', '..', 'samples', 'moscow-takeaways.md'), 'utf8')
  const { stdout } = run(['outline', file('missing.md', sample.replace(/## Alarm at NATO[\s\S]*?(?=## Trade)/, ''))])
  expect(stdout.match(/^ {2}missing .*$/gm)).toEqual(['  missing Alarm at NATO and AUKUS, closer military trust'])
})

describe('saidby annotate', () => {
  test('answers each line in order, a broken one in its place', () => {
    const lines = [JSON.stringify({ id: 'a', text: STORY }), '{"id": "b", ', '[1]', '{"id": "c"}', JSON.stringify({ id: 'd', text: '' })]
    const { stdout, stderr, status } = run(['annotate', '--jsonl', '--no-coverage'], `${lines.join('\r\n')}\n`)
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(answers.map(({ id, error }) => id ?? error.slice(0, 6))).toEqual(['a', 'line 2', 'line 3', 'line 4', 'd'])
    expect(stderr.trimEnd().split('\n')).toHaveLength(3)
    expect(status).toBe(2)
    const { quotations, findings } = answers[0]
    expect(quotations[0]).toMatchObject({
      kind: 'direct',
      speaker: { text: 'Dana Ortiz', name: 'Dana Ortiz' },
      cue: { text: 'said' },
      verification: null
    })
    expect(STORY.slice(findings[0].start, findings[0].end)).toBe('“Nobody has asked us what we can afford.”')
  })

  test('a broken pack is told at its line and column', () => {
    const pack = file('broken.yaml', 'id: broken\nentities: [\n')
    const { stderr, status } = run(['annotate', '--jsonl', '--coverage', pack])
    expect(stderr).toMatch(/^saidby: .*broken\.yaml:\d+:\d+: .+\n$/)
    expect(status).toBe(2)
  })
})

describe('the coverage', () => {
  const SAID = 'We will not raise the levy on the market hall this year or the next'
  const LINE = JSON.stringify({ id: 'one', text: `“${SAID},” Dana Ortiz said.` })
  const draft = (words: string) => `---\nbyline: Ana Roth\n---\n\n“${words},” Dana Ortiz, the mayor, said.\n`
  const ALTERED = draft(SAID.replace('not', 'never'))
  const verdicts = (args: readonly string[]) => {
    const { stdout, stderr, status } = run(['annotate', '--jsonl', ...args], `${JSON.stringify({ id: 'a', text: draft(SAID) })}\n`)
    const { verdict, article, start, end } = JSON.parse(stdout).quotations[0].verification
    return { verdict, article, start, end, stderr, status }
  }

  test.each([
    ['md', `# Levy\n\n“${SAID},” Dana Ortiz said.\n`],
    ['txt', `“${SAID},” Dana Ortiz said.\n`],
    ['html', `<html><body><article><p>“${SAID},” Dana Ortiz said.</p></article></body></html>`],
    ['vtt', `WEBVTT\n\n00:01.000 --> 00:09.000\n<v Dana Ortiz>${SAID}.\n`],
    ['srt', `1\n00:00:01,000 --> 00:00:09,000\nORTIZ: ${SAID}.\n`]
  ])('of .%s files, alone and in a folder, passages being told in offsets of the file', (format, text) => {
    const path = file(`formats-${format}/a.${format}`, text)
    const place = { start: text.indexOf(SAID), end: text.indexOf(SAID) + SAID.length }
    expect(verdicts(['--coverage', path])).toEqual({ verdict: 'verbatim', article: path, ...place, stderr: '', status: 0 })
    expect(verdicts(['--coverage', dirname(path)])).toEqual({
      verdict: 'verbatim',
      article: `a.${format}`,
      ...place,
      stderr: '',
      status: 0
    })
  })

  test('of lines with their own ids; a line that is none is told, and the rest is read', () => {
    const path = file('lines.jsonl', `no\n${LINE}\n`)
    const { stderr, ...answer } = verdicts(['--coverage', path])
    expect(answer).toEqual({ verdict: 'verbatim', article: 'one', start: 1, end: 1 + SAID.length, status: 2 })
    expect(stderr).toMatch(new RegExp(`^saidby: ${path}:1:1: this is not JSON: .*\\n$`))
  })

  test('annotate reads no folder by itself', () => {
    file('desk/coverage/lines.jsonl', LINE)
    expect(verdicts([]).verdict).toBe('unsupported')
  })

  test('check finds that of the folder above the draft, and names none with --no-coverage', () => {
    file('desk/coverage/lines.jsonl', LINE)
    const path = file('desk/drafts/today/draft.md', ALTERED)
    expect(run(['check', path]).stdout).toContain('[altered-quotation]')
    expect(run(['check', '--no-coverage', path]).stdout).toBe('')
    expect(run(['check', '--coverage', join(folder, 'desk/coverage/lines.jsonl'), path]).stdout).toContain('[altered-quotation]')
  })

  test('a project file says where it is; a file of the coverage is not held against itself', () => {
    file('named/saidby.yaml', 'coverage: archive\n')
    file('named/archive/lines.jsonl', LINE)
    const article = file('named/archive/altered.md', ALTERED)
    const path = file('named/draft.md', draft(`${SAID.replace('not', 'never').replace('next', 'year after')}`))
    expect(run(['check', path]).stdout).toContain('[altered-quotation]')
    expect(run(['check', article]).stdout).toBe('')
  })

  test('what is wrong with it is told at its line, and the drafts are checked', () => {
    const coverage = file('wrong/coverage/pack.yaml', 'id: pack\n')
    const path = file('wrong/draft.md', STORY)
    const { stdout, stderr, status } = run(['check', path])
    expect(stderr).toBe(`saidby: ${coverage}:1:1: title: this is missing\n`)
    expect(stdout).toContain('unattributed-quotation')
    expect(status).toBe(2)
  })

  test('nothing is written beside the drafts', () => {
    const path = file('clean/draft.md', STORY)
    file('clean/coverage/lines.jsonl', LINE)
    run(['check', path])
    expect(readdirSync(join(folder, 'clean'))).toEqual(['coverage', 'draft.md'])
    expect(readdirSync(join(folder, 'clean/coverage'))).toEqual(['lines.jsonl'])
  })
})

test.each([
  [['frobnicate'], 'there is no command “frobnicate”'],
  [['check'], 'saidby check needs a file'],
  [['annotate'], 'saidby annotate needs --jsonl'],
  [['check', '--nope'], '--nope']
])('saidby %j is told in one line', (args, reason) => {
  const { stderr, status } = run(args)
  expect(stderr).toContain(reason)
  expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  expect(status).toBe(2)
})
