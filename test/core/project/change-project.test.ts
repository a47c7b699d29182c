/** Changes of a project file: the least that does it, and what else stands there stays. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changedProject, type ProjectChange } from '../../../server/src/core/project/change-project.ts'
import { parseProject } from '../../../server/src/core/project/parse-project.ts'
import { patternOf } from '../../../server/src/core/project/pattern.ts'
import { levels, ruleIds } from '../../../server/src/core/rules/settings.ts'
import { globbed } from '../../../server/src/store/globbed.ts'

const off: ProjectChange = { kind: 'level', rule: 'loaded-cue', level: 'off' }
const song: ProjectChange = { kind: 'add', key: 'notQuotations', value: 'The Long Winter' }

describe('a change', () => {
  test.each<[string, ProjectChange, string]>([
    ['', off, 'rules:\n  loaded-cue: off\n'],
    ['# ours\n', off, '# ours\n\nrules:\n  loaded-cue: off\n'],
    ['rules:\n', off, 'rules:\n  loaded-cue: off\n'],
    [
      '# Ours.\nrules:\n  wrong-role: hint # for now\n\n  # Later.\n  loaded-cue: error\n\nignore: a # b\n',
      off,
      '# Ours.\nrules:\n  wrong-role: hint # for now\n\n  # Later.\n  loaded-cue: off\n\nignore: a # b\n'
    ],
    ['rules: {wrong-role: hint}\n', off, 'rules: {wrong-role: hint, loaded-cue: off}\n'],
    ['notQuotations: [mob rule]\n', song, 'notQuotations: [mob rule, The Long Winter]\n'],
    ['notQuotations: "mob rule"\n', song, 'notQuotations:\n  - "mob rule"\n  - The Long Winter\n'],
    ['notQuotations:\n- mob rule # a term\n', song, 'notQuotations:\n- mob rule # a term\n- The Long Winter\n'],
    ['notQuotations: The Long Winter\n', song, 'notQuotations:\n  - The Long Winter\n'],
    ['coverage: a\n', { kind: 'set', key: 'coverage', value: ['wire', '!**/x'] }, 'coverage:\n  - wire\n  - "!**/x"\n'],
    ['', { kind: 'add', key: 'ignore', value: '*a: b' }, 'ignore:\n  - "*a: b"\n']
  ])('%j', (before, change, after) => {
    expect(changedProject(before, [change], false)).toBe(after)
  })

  test('of a file in JSON leaves JSON, indented as it was', () => {
    expect(changedProject('{\n\t"ignore": "a"\n}\n', [off, song], true)).toBe(
      '{\n\t"ignore": "a",\n\t"rules": {\n\t\t"loaded-cue": "off"\n\t},\n\t"notQuotations": [\n\t\t"The Long Winter"\n\t]\n}\n'
    )
    expect(changedProject('', [off], true)).toBe('{\n  "rules": {\n    "loaded-cue": "off"\n  }\n}\n')
  })

  test.each(['rules: off\n', 'rules: [', '- a\n', 'rules: &r {}\nrules: *r\n', '{'.repeat(5000)])(
    'of %j is for a person to make',
    (text) => {
      expect(changedProject(text, [off], false)).toBeNull()
    }
  )
})

const texts = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() === text && text !== '')
const change: fc.Arbitrary<ProjectChange> = fc.oneof(
  fc.record({ kind: fc.constant('level' as const), rule: fc.constantFrom(...ruleIds), level: fc.constantFrom(...levels) }),
  fc.record({ kind: fc.constant('add' as const), key: fc.constantFrom('wellKnown' as const, 'notQuotations', 'ignore'), value: texts }),
  fc.record({ kind: fc.constant('set' as const), key: fc.constant('coverage' as const), value: fc.array(texts) })
)

test('whatever is changed is read so, and a second time changes nothing', () => {
  const before = '# Ours.\nfiles: [drafts] # here\nrules:\n  # Loud.\n  wrong-role: error\n'
  fc.assert(
    fc.property(fc.constantFrom(before, '', '{"files": ["drafts"]}'), fc.array(change, { maxLength: 4 }), (text, changes) => {
      const isJson = text.startsWith('{')
      const after = changedProject(text, changes, isJson)
      expect(after).not.toBeNull()
      const { project, problems } = parseProject(after ?? '')
      expect(problems).toEqual([])
      for (const one of changes.filter(({ kind }) => kind === 'add') as Extract<ProjectChange, { kind: 'add' }>[]) {
        const list = one.key === 'ignore' ? project.ignore : project.house[one.key]
        expect(list).toContain(one.value)
      }
      const lastLevels = new Map(changes.flatMap((one) => (one.kind === 'level' ? [[one.rule, one.level] as const] : [])))
      for (const [rule, level] of lastLevels) expect(project.rules[rule]).toBe(level)
      if (text === before) for (const comment of ['# Ours.', '# here', '# Loud.']) expect(after).toContain(comment)
      expect(changedProject(after ?? '', changes, isJson)).toBe(after)
    })
  )
})

test('a path as a pattern fits that file alone', () => {
  const names = fc.stringMatching(/^[a-c*?[\]!#\\ .{}()+]{1,8}$/).filter((name) => !/^[. ]|[. /]$/.test(name))
  fc.assert(
    fc.property(names, names, (name, other) => {
      const fits = globbed([patternOf(`desk/${name}.md`)])
      expect(fits(`desk/${name}.md`)).toBe(true)
      if (other.toLowerCase() !== name.toLowerCase()) expect(fits(`desk/${other}.md`)).toBe(false)
    })
  )
})
