/** A project file on the real disk: where it is found, what it says of a draft, and that a change of it is noticed. */
import { afterEach, describe, expect, test } from 'vitest'
import { nodeFiles } from '../../server/src/hosts/files.ts'
import { homeOf } from '../../server/src/store/library.ts'
import { holdingFor, projectFileAbove } from '../../server/src/store/project-file.ts'
import { type Folder, libraryOf, temporaryFolder, troubles } from '../support/folder.ts'

const folders: Folder[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) folder.remove()
})
function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Folder {
  const folder = temporaryFolder(files)
  folders.push(folder)
  return folder
}

const ORTIZ = 'entities: [{ id: ortiz, kind: person, name: Dana Ortiz, description: Dana Ortiz is the mayor. }]\n'

describe('where it is found', () => {
  const folder = () =>
    folderWith({
      '.git/HEAD': '',
      'saidby.yaml': 'rules: { loaded-cue: error }',
      'desk/drafts/levy.md': '',
      'desk/opinion/saidby.json': '{"rules": {"loaded-cue": "off"}}',
      'desk/opinion/old/levy.md': ''
    })
  const from = async (at: Folder, path: string, end = '.') => {
    const found = await projectFileAbove(at.at(path), at.at(end), nodeFiles)
    return found && [nodeFiles.relative(at.path, found.file.path), found.project.rules]
  }

  test('in the nearest folder upwards; those above it say nothing then', async () => {
    const at = folder()
    expect(await from(at, 'desk/drafts')).toEqual(['saidby.yaml', { 'loaded-cue': 'error' }])
    expect(await from(at, 'desk/opinion/old')).toEqual(['desk/opinion/saidby.json', { 'loaded-cue': 'off' }])
    expect(await from(at, 'desk/drafts', 'desk')).toBeNull()
  })

  test('so a library of a folder inside a repository has that of the repository', async () => {
    const at = folder()
    const { library } = libraryOf({ ...at, path: at.at('desk/drafts') })
    await library.refresh(null)
    expect(library.holdings.project?.folder).toBe(at.path)
    expect(await homeOf(at.at('desk/opinion/old'), at.at('desk'), nodeFiles)).toBe(at.at('desk/opinion'))
  })

  test('of two in one folder the first is read, and the other is told', async () => {
    const at = folderWith({ 'saidby.yml': 'ignore: a', 'saidby.json': '{"ignore": "b"}' })
    const { library } = libraryOf(at)
    await library.refresh(null)
    expect(library.holdings.project?.project.ignore).toEqual(['a'])
    expect(troubles(library, at)).toEqual(['saidby.json:0:0 this is not read, since there is saidby.yml beside it'])
  })
})

describe('what it says of a draft', () => {
  const holding = async (yaml: string, path: string | null) => {
    const at = folderWith({ 'saidby.yaml': yaml })
    return holdingFor(await projectFileAbove(at.path, at.path, nodeFiles), path && at.at(path), nodeFiles)
  }

  test.each([
    ['ignore: archive/**', 'archive/levy.md', false],
    ['ignore: archive', 'archive/2026/levy.md', false],
    ['ignore: archive', 'desk/archive/levy.md', true],
    ['ignore: "**/archive"', 'desk/archive/levy.md', false],
    ['ignore: ["*.md", "!levy.md"]', 'levy.md', true],
    ['ignore: ["*.md", "!levy.md"]', 'bread.md', false],
    ['files: drafts', 'drafts/levy.md', true],
    ['files: drafts', 'levy.md', false],
    ['files: [drafts]\nignore: [drafts/old]', 'drafts/old/levy.md', false],
    ['files: []', 'levy.md', false],
    ['files: drafts', '../levy.md', true],
    ['files: drafts', null, true]
  ])('%s: is %s checked? %s', async (yaml, path, checked) => {
    expect((await holding(yaml, path)).checked).toBe(checked)
  })

  test('the later of two overrides wins, and both win over what is said for all', async () => {
    const yaml = `rules: { loaded-cue: error, wrong-role: hint }
overrides:
  - { files: opinion, rules: { loaded-cue: off } }
  - { files: opinion/levy.md, rules: { loaded-cue: hint } }
`
    expect((await holding(yaml, 'levy.md')).levels).toEqual({ 'loaded-cue': 'error', 'wrong-role': 'hint' })
    expect((await holding(yaml, 'opinion/bread.md')).levels).toEqual({ 'loaded-cue': 'off', 'wrong-role': 'hint' })
    expect((await holding(yaml, 'opinion/levy.md')).levels).toEqual({ 'loaded-cue': 'hint', 'wrong-role': 'hint' })
  })
})

describe('as part of what is known', () => {
  test('its entities are a pack of the house that stands beside what comes with Saidby', async () => {
    const at = folderWith({ 'saidby.yaml': ORTIZ })
    const { library } = libraryOf(at, {
      bundled: [{ id: 'summit', title: 'The summit', entities: [], statements: [], takeaways: [], positions: {} }]
    })
    await library.refresh(null)
    expect(library.holdings.packs.map(({ id, house }) => [id, house])).toEqual([
      ['summit', undefined],
      ['saidby.yaml', true]
    ])
    expect(library.locate({ id: 'saidby.yaml#ortiz' }, 0, 0)).toMatchObject({
      start: { line: 0, before: 'entities: [{ id: ortiz, kind: person, name: ' }
    })
  })

  test('a change is noticed, and no change is none', async () => {
    const at = folderWith({ 'saidby.yaml': 'wellKnown: Ortiz\n', 'coverage/levy.md': 'It stays.\n' })
    const { library, read } = libraryOf(at)
    await library.refresh(null)
    expect(await library.refresh([at.at('saidby.yaml')])).toBe(false)
    at.write({ 'saidby.yaml': 'wellKnown: [Ortiz, Okafor]\nx: 1\n' })
    expect(await library.refresh([at.at('saidby.yaml')])).toBe(true)
    expect(troubles(library, at)).toEqual([expect.stringMatching(/^saidby\.yaml:2:1 /)])
    expect(library.holdings.project?.project.house.wellKnown).toEqual(['Ortiz', 'Okafor'])
    at.remove('saidby.yaml')
    expect(await library.refresh([at.at('saidby.yaml')])).toBe(true)
    expect([library.holdings.project, library.holdings.problems, library.holdings.articles]).toEqual([null, [], 1])
    expect(read.filter((path) => path.endsWith('levy.md'))).toHaveLength(1)
  })

  test('one that is no text is told, and all else stands', async () => {
    const at = folderWith({ 'saidby.yaml': new Uint8Array([0, 1, 2]), 'coverage/levy.md': 'It stays.\n' })
    const { library } = libraryOf(at)
    await library.refresh(null)
    expect(troubles(library, at)).toEqual(['saidby.yaml:0:0 this is no text but a binary file'])
    expect(library.holdings.articles).toBe(1)
  })
})
