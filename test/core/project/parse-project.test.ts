/** Project files as people write them, right and wrong. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseProject, projectKeys } from '../../../server/src/core/project/parse-project.ts'
import { noProject } from '../../../server/src/core/project/project.ts'

const docs = join(import.meta.dirname, '..', '..', '..', 'docs')

/** The first example of a page that begins so. */
const example = (page: string, first: string): string =>
  readFileSync(join(docs, page), 'utf8')
    .split(/^```\w*\n/m)
    .find((part) => part.startsWith(first)) ?? ''

/** The problems as a terminal shows them. */
function told(text: string): string[] {
  const { problems } = parseProject(text)
  for (const { start, end } of problems) expect(start >= 0 && start <= end && end <= text.length).toBe(true)
  return problems.map(({ line, column, message }) => `${line}:${column}: ${message}`)
}

describe('the manual', () => {
  const coverage = ['../archive/2026', 'wire/**/*.md', 'statements/levy.yaml', '!**/draft-*', 'summit']

  test('shows a file with every key', () => {
    const text = example('project-file.md', '# What quotations')
    expect(told(text)).toEqual([])
    for (const key of projectKeys.slice(1)) expect(text).toContain(`\n${key}:`)
    const { project } = parseProject(text)
    expect(project).toMatchObject({
      coverage,
      entities: [{ id: 'ortiz', name: 'Dana Ortiz', aliases: [] }],
      house: {
        wellKnown: ['Dana Ortiz'],
        courtesyTitles: true,
        notQuotations: ['mob rule', 'The Long Winter'],
        quotes: { open: '“', close: '”', innerOpen: '‘', innerClose: '’' }
      },
      rules: { 'loaded-cue': 'off', 'first-reference': 'hint' },
      files: ['drafts/**', 'opinion/**'],
      ignore: ['drafts/old/**'],
      overrides: [{ files: ['opinion/**'], rules: { 'loaded-cue': 'off', 'anonymous-speaker': 'hint' } }]
    })
    expect([...project.house.spellings]).toEqual([
      ['kiev', 'Kyiv'],
      ['petrenco', 'Petrenko']
    ])
    expect(text.slice(...(project.positions['ortiz'] ?? [0, 0]))).toMatch(/^id: ortiz\n[\s\S]*pronouns: \[she\]/)
  })

  test('shows its coverage where coverage is explained', () => {
    const text = example('coverage.md', 'coverage:')
    expect(told(text)).toEqual([])
    expect(parseProject(text).project.coverage).toEqual(coverage)
  })
})

describe('what is said', () => {
  test('nothing is no problem', () => {
    for (const text of ['', '\n', '# later\n', 'null', '{}', 'coverage:\nrules:\nentities:\n'])
      expect(parseProject(text)).toEqual({ project: noProject, problems: [] })
    expect(parseProject('coverage: []').project.coverage).toEqual([])
  })

  test('JSON is read as well, with its schema', () => {
    const { project, problems } = parseProject('{\n\t"$schema": "x",\n\t"coverage": "archive",\n\t"rules": {"loaded-cue": "off"}\n}\n')
    expect(problems).toEqual([])
    expect(project).toMatchObject({ coverage: ['archive'], rules: { 'loaded-cue': 'off' } })
  })

  test('references are followed', () => {
    const text =
      'wellKnown: &names [Dana Ortiz]\nnotQuotations: *names\nrules: &quiet { loaded-cue: off }\noverrides: [{ files: a, rules: *quiet }]\n'
    expect(told(text)).toEqual([])
    const { house, overrides } = parseProject(text).project
    expect([house.notQuotations, overrides]).toEqual([['Dana Ortiz'], [{ files: ['a'], rules: { 'loaded-cue': 'off' } }]])
  })

  test.each([
    ['“”', '“”‘’'],
    ['« »', '«»‹›'],
    ['”” ’’', '””’’'],
    ['‘’“”', '‘’“”'],
    [`""''`, `""''`]
  ])('the marks %s are %s', (written, signs) => {
    const { open, close, innerOpen, innerClose } = parseProject(`quotes: ${JSON.stringify(written)}`).project.house.quotes ?? {}
    expect([open, close, innerOpen, innerClose].join('')).toBe(signs)
  })

  test.each([
    ['en-GB', '“”'],
    ['de', '„“'],
    ['de-AT', '„“'],
    ['de-ch', '«»'],
    ['sv', '””'],
    ['tlh', '“”']
  ])('drafts in %s usually have %s', (language, signs) => {
    const { house } = parseProject(`language: ${language}`).project
    expect([house.quotes, house.usualQuotes.open + house.usualQuotes.close]).toEqual([null, signs])
  })
})

describe('what is wrong is told at its place, and the rest is kept', () => {
  test.each([
    ['coverage:\n  - wire\n  - { a: 1 }\n', ['3:5: coverage: this must be a path, or a list of such'], { coverage: ['wire'] }],
    ['wellknown: [Ortiz]\nfiles: a\n', ['1:1: there is no key “wellknown” in a project file'], { files: ['a'] }],
    [
      'rules:\n  loaded-cues: off\n  loaded-cue: loud\n  wrong-role: hint\n',
      ['2:3: rules: there is no rule “loaded-cues”', '3:15: rules.loaded-cue: a level is error, warning, information, hint, off'],
      { rules: { 'wrong-role': 'hint' } }
    ],
    ['rules: off\nignore: a\n', ['1:8: rules: this must be keys and values'], { ignore: ['a'], rules: {} }],
    [
      'overrides:\n  - rules: { loaded-cue: off }\n  - files: a\n    rule: 1\n  - b\n',
      [
        '2:5: overrides.files: this is missing',
        '4:5: overrides: there is no key “rule” here',
        '5:5: overrides: this must be an entry with “files” and “rules”'
      ],
      { overrides: [{ files: ['a'], rules: {} }] }
    ],
    [
      'quotes: “"\nlanguage: English, mostly\nfiles: a\n',
      [
        '1:9: quotes: this must be two marks that belong together, or four with those inside: “”‘’',
        '2:11: language: this must be a language’s tag, such as en-GB'
      ],
      { files: ['a'] }
    ],
    [
      'spellings:\n  Kiev: Kyiv\n  Kyjiw: Kiev\n  may: May\n  Lund: Lund\n  Odessa:\n  9: Nine\n',
      [
        '3:3: spellings: “Kiev” is itself to be spelt “Kyiv”',
        '4:3: spellings.may: this is a common word, not a name',
        '5:3: spellings.Lund: these are the same',
        '6:10: spellings.Odessa: this must be the spelling to be used',
        '7:3: spellings.9: this must be a name'
      ],
      { house: { spellings: new Map([['kiev', 'Kyiv']]) } }
    ],
    [
      'entities:\n  - { id: a, kind: place, name: Ortizville, description: A town., aliases: [will] }\n  - { id: a, kind: place, name: B, description: B. }\n  - { id: c, kind: place, name: "", description: C. }\nfiles: a\n',
      [
        '2:77: “will” is a common word; only with a capital it can be told from one',
        '3:11: the id “a” is already taken',
        '4:33: name: a name needs a letter or a digit'
      ],
      { entities: [{ id: 'a' }], files: ['a'] }
    ],
    [
      '- a\n',
      [
        '1:1: a project file has keys: coverage, entities, spellings, wellKnown, courtesyTitles, notQuotations, language, quotes, rules, files, ignore, overrides'
      ],
      noProject
    ]
  ])('%j', (text, problems, kept) => {
    expect(told(text)).toEqual(problems)
    expect(parseProject(text).project).toMatchObject(kept)
  })

  test('any text is read', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void told(text)))
    fc.assert(fc.property(fc.dictionary(fc.constantFrom(...projectKeys), fc.jsonValue()), (value) => void told(JSON.stringify(value))))
    for (const deep of ['['.repeat(50_000), '{a: '.repeat(50_000), '- '.repeat(50_000), `a:\n${' '.repeat(50_000)}b: c`])
      expect(parseProject(`coverage: wire\n${deep}`)).toMatchObject({
        project: noProject,
        problems: [{ message: expect.stringContaining('too deeply') }]
      })
    for (const circle of ['coverage: &a [*a]', 'rules: &a { loaded-cue: *a }', 'overrides: &a [*a]', 'entities: &a [{ id: *a }]'])
      expect(told(circle).length).toBeGreaterThan(0)
  })
})
