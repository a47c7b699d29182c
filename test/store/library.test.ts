/** The coverage of a folder on the real disk: what is found, read, kept and noticed. */
import { chmodSync, readdirSync, readFileSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import * as l10n from '@vscode/l10n'
import fc from 'fast-check'
import { afterEach, describe, expect, onTestFinished, test } from 'vitest'
import german from '../../l10n/bundle.l10n.de.json'
import { loadReader } from '../../server/src/core/api.ts'
import { articlesOf } from '../../server/src/core/coverage/passage-index.ts'
import { folderStorage, nodeFiles } from '../../server/src/hosts/files.ts'
import { FileTrouble, type Storage } from '../../server/src/store/files.ts'
import { homeOf, pathsLibrary } from '../../server/src/store/library.ts'
import { type Folder, ids, libraryOf, temporaryFolder, troubles, verdictOn } from '../support/folder.ts'

const folders: Folder[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) folder.remove()
})
function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Folder {
  const folder = temporaryFolder(files)
  folders.push(folder)
  return folder
}

const LEVY = '“We will not raise the levy on the market hall this year,” Dana Ortiz said on Monday.\n'
const BREAD = '“Nobody has asked the bakers what they can afford to pay,” Lena Brandt said on Tuesday.\n'
const PACK = `id: levy
title: The levy
entities:
  - { id: dana-ortiz, kind: person, name: Dana Ortiz, description: Dana Ortiz is the mayor. }
statements:
  - { id: stays, words: the levy stays as long as she is mayor of this town, speakers: [dana-ortiz], kind: direct, certainty: sure, language: en, wording: as-published, paragraph: 1 }
`

describe('what is found', () => {
  test('everything in the folder coverage that is an article or a pack', async () => {
    const folder = folderWith({
      'draft.md': LEVY,
      'coverage/levy.md': LEVY,
      'coverage/wire/bread.txt': BREAD,
      'coverage/page.html': `<article><p>${LEVY}</p></article>`,
      'coverage/talk.vtt': 'WEBVTT\n\n00:01.000 --> 00:04.000\n<v Ana>the hall was empty again today\n',
      'coverage/lines.jsonl': `${JSON.stringify({ id: 'one', text: BREAD })}\n\n${JSON.stringify({ id: 2, text: LEVY })}`,
      'coverage/levy.yaml': PACK,
      'coverage/picture.png': 'x',
      'coverage/.hidden/no.md': LEVY,
      'coverage/node_modules/no.md': LEVY
    })
    const { library } = libraryOf(folder)
    expect(await library.refresh(null)).toBe(true)
    expect(ids(library)).toEqual(['levy#stays', 'levy.md', 'lines.jsonl#2', 'lines.jsonl#one', 'page.html', 'talk.vtt', 'wire/bread.txt'])
    expect(library.holdings).toMatchObject({ articles: 6, standIn: false, problems: [], packs: [{ id: 'levy' }] })
    expect(verdictOn(library, 'Nobody has asked the bakers what they can afford')).toBe('verbatim lines.jsonl#one wire/bread.txt')
    expect(verdictOn(library, 'the levy stays as long as she is mayor')).toBe('verbatim levy#stays')
    expect(library.holds(folder.at('coverage/wire/bread.txt'))).toBe(true)
    expect(library.holds(folder.at('draft.md'))).toBe(false)
  })

  const bundled = [{ id: 'summit', title: 'The summit', entities: [], statements: [], takeaways: [], positions: {} }]

  test('what comes with Saidby, where there is nothing else', async () => {
    const { library } = libraryOf(folderWith({ 'draft.md': LEVY }), { bundled })
    await library.refresh(null)
    expect(library.holdings).toMatchObject({ standIn: true, packs: [{ id: 'summit' }] })
  })

  test.each(['lcov.info', 'clover.xml', 'coverage-final.json'])('no test runner’s report, told by its %s', async (name) => {
    const { library } = libraryOf(folderWith({ [`coverage/${name}`]: '', 'coverage/index.html': `<p>${LEVY}</p>` }), { bundled })
    await library.refresh(null)
    expect(library.holdings).toMatchObject({ articles: 0, standIn: true })
  })

  test('nothing that git ignores, and what it takes back', async () => {
    const folder = folderWith({ '.git/HEAD': '', '.gitignore': 'coverage/\n', 'desk/coverage/levy.md': LEVY })
    const desk = { ...folder, path: folder.at('desk') }
    const ignored = libraryOf(desk).library
    await ignored.refresh(null)
    expect(ids(ignored)).toEqual([])
    folder.write({ 'desk/.gitignore': '!coverage/\n' })
    expect(await ignored.refresh([folder.at('desk/.gitignore')])).toBe(true)
    expect(ids(ignored)).toEqual(['levy.md'])
  })

  test('what the project file names, and nothing else; the word summit is the bundled pack', async () => {
    const folder = folderWith({
      'saidby.yaml': 'coverage:\n  - archive/*.md\n  - ../nowhere\n  - wire\n  - "!**/draft-*"\n  - summit\n  - one.txt\n',
      'archive/levy.md': LEVY,
      'archive/deep/no.md': LEVY,
      'archive/no.txt': LEVY,
      'wire/a.md': LEVY,
      'wire/deep/b.md': BREAD,
      'wire/draft-c.md': BREAD,
      'one.txt': BREAD,
      'two.txt': BREAD,
      'coverage/no.md': LEVY
    })
    const { library } = libraryOf(folder, { bundled })
    await library.refresh(null)
    expect(ids(library)).toEqual(['archive/levy.md', 'one.txt', 'wire/a.md', 'wire/deep/b.md'])
    expect(library.holdings.packs.map(({ id }) => id)).toEqual(['summit'])
    expect(troubles(library, folder)).toEqual(['saidby.yaml:0:0 coverage: there is nothing at “../nowhere”'])
    folder.write({ 'saidby.yaml': 'coverage: []\n' })
    await library.refresh([folder.at('saidby.yaml')])
    expect(library.holdings).toMatchObject({ articles: 0, packs: [], standIn: false })
  })

  test('a broken project file is told, and the folder coverage stands', async () => {
    const folder = folderWith({ 'saidby.json': '{"coverage": {"a": 1}}', 'coverage/levy.md': LEVY })
    const { library } = libraryOf(folder)
    await library.refresh(null)
    expect(troubles(library, folder)).toEqual(['saidby.json:1:14 coverage: this must be a path, or a list of such'])
  })

  test('for a draft in the terminal, in the nearest folder above it', async () => {
    const folder = folderWith({
      'coverage/levy.md': LEVY,
      'desk/drafts/a.md': LEVY,
      'desk/coverage/lcov.info': '',
      'other/saidby.yaml': 'coverage: []'
    })
    const from = (path: string, top: string) => homeOf(folder.at(path), folder.at(top), nodeFiles)
    expect(await from('desk/drafts', '.')).toBe(folder.path)
    expect(await from('other', '.')).toBe(folder.at('other'))
    expect(await from('desk/drafts', 'desk')).toBeNull()
    expect(await from('desk/drafts', 'other')).toBeNull()
    folder.write({ '.git/HEAD': '' })
    expect(await from('desk/drafts', 'desk')).toBe(folder.path)
    folder.write({ 'desk/.git/HEAD': '' })
    expect(await from('desk/drafts', '.')).toBeNull()
  })

  test('the paths of a command, with ids as they were given', async () => {
    const folder = folderWith({ 'a/levy.md': LEVY, 'b.jsonl': JSON.stringify({ id: 'one', text: BREAD }), 'c.txt': BREAD, 'd.pdf': '' })
    const needs = { files: nodeFiles, storage: null, bundled: [], say: () => {} }
    const library = pathsLibrary(['a', 'b.jsonl', 'c.txt', 'd.pdf', 'e.md'].map(folder.at), null, needs)
    await library.refresh(null)
    expect(ids(library)).toEqual([folder.at('c.txt'), 'levy.md', 'one'].sort())
    expect(troubles(library, folder)).toEqual(['d.pdf:0:0 this is neither an article nor a pack', 'e.md:0:0 there is no such file'])
  })
})

describe('what changes', () => {
  test('an article added, edited and removed', async () => {
    const folder = folderWith({ 'coverage/levy.md': LEVY })
    const { library, read } = libraryOf(folder)
    await library.refresh(null)
    expect(await library.refresh(null)).toBe(false)
    folder.write({ 'coverage/bread.md': BREAD })
    expect(await library.refresh([folder.at('coverage/bread.md')])).toBe(true)
    expect(verdictOn(library, 'Nobody has asked the bakers what they can afford')).toBe('verbatim bread.md')
    folder.write({ 'coverage/bread.md': BREAD.replace('Nobody', 'Somebody') })
    await library.refresh([folder.at('coverage/bread.md')])
    expect(verdictOn(library, 'Nobody has asked the bakers what they can afford')).toBe('altered bread.md')
    folder.remove('coverage/bread.md')
    await library.refresh([folder.at('coverage/bread.md')])
    expect(ids(library)).toEqual(['levy.md'])
    expect(read.filter((path) => path.endsWith('levy.md'))).toHaveLength(1)
  })

  test('a folder that comes and goes', async () => {
    const folder = folderWith({ 'draft.md': LEVY })
    const { library } = libraryOf(folder)
    await library.refresh(null)
    folder.write({ 'coverage/wire/a.md': LEVY, 'coverage/wire/b.md': BREAD })
    await library.refresh([folder.at('coverage')])
    expect(ids(library)).toEqual(['wire/a.md', 'wire/b.md'])
    folder.remove('coverage/wire')
    await library.refresh([folder.at('coverage/wire')])
    expect(ids(library)).toEqual([])
  })

  test('of a text that was changed and not yet read again, nothing is told', async () => {
    const folder = folderWith({ 'coverage/levy.md': LEVY, 'coverage/lines.jsonl': `${JSON.stringify({ id: 'one', text: BREAD })}\n` })
    const { library } = libraryOf(folder)
    await library.refresh(null)
    const [levy, bread] = [...articlesOf(library.holdings.coverage.index)].sort((a, b) => (a.id < b.id ? -1 : 1))
    folder.write({ 'coverage/levy.md': `Now ${LEVY}`, 'coverage/lines.jsonl': '' })
    expect(levy && library.holdings.coverage.text(levy, 0, 10)).toBe('')
    expect(bread && library.holdings.coverage.text(bread, 0, 10)).toBe('')
    expect(levy && library.locate(levy, 0, 10)).toBeNull()
  })

  const name = fc.constantFrom('a.md', 'b.txt', 'c/d.html', 'c/e.vtt', 'f.jsonl', 'g.yaml', 'lcov.txt')
  const words = fc.constantFrom(
    LEVY,
    BREAD,
    '',
    `<p>${LEVY}`,
    PACK,
    `WEBVTT\n\n00:01.000 --> 00:02.000\n${BREAD}`,
    JSON.stringify({ id: 'x', text: LEVY }),
    '---\nwording: x\n---\n'
  )
  const step = fc.record({ name, words: fc.option(words) })

  test('changes one by one come to what reading everything comes to', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const folder = temporaryFolder({ 'coverage/first.md': 'The hall is half empty.\n' })
        try {
          const grown = libraryOf(folder).library
          await grown.refresh(null)
          let clock = 1_700_000_000
          for (const { name, words } of steps) {
            const path = folder.at(`coverage/${name}`)
            if (words === null) folder.remove(`coverage/${name}`)
            else {
              folder.write({ [`coverage/${name}`]: words })
              clock += 1
              utimesSync(path, clock, clock)
            }
            await grown.refresh([path])
          }
          const fresh = libraryOf(folder).library
          await fresh.refresh(null)
          expect(ids(grown)).toEqual(ids(fresh))
          expect(troubles(grown, folder).sort()).toEqual(troubles(fresh, folder).sort())
          for (const one of [LEVY, BREAD]) expect(verdictOn(grown, one)).toBe(verdictOn(fresh, one))
        } finally {
          folder.remove()
        }
      }),
      { numRuns: 40 }
    )
  })
})

describe('where a passage stands', () => {
  test('in the file itself, whatever its format', async () => {
    const folder = folderWith({
      'coverage/levy.md': `---\ntitle: x\n---\n\nOn *Monday*:\n${LEVY}`,
      'coverage/utf16.txt': Buffer.from(`\ufeffFirst.\n\n${LEVY}`, 'utf16le'),
      'coverage/lines.jsonl': `\ufeff{"id": 1, "text": "x"}\r\n${JSON.stringify({ id: 'two', text: `“\n${LEVY}` })}\r\n`,
      'coverage/levy.yaml': PACK
    })
    const { library } = libraryOf(folder)
    await library.refresh(null)
    for (const article of articlesOf(library.holdings.coverage.index)) {
      const { coverage } = library.holdings
      const text = coverage.text(article, 0, 10_000)
      const sought = article.id.startsWith('levy#') ? 'stays as long' : 'not raise the levy'
      const start = text.indexOf(sought)
      if (start < 0) continue
      const place = library.locate(article, start, start + sought.length)
      const path = nodeFiles.pathOf(place?.uri ?? '') ?? ''
      const file = readFileSync(path)
      const lines = (file[0] === 0xff ? file.toString('utf16le').slice(1) : file.toString('utf8').replace(/^\ufeff/, '')).split('\n')
      expect(place?.start.line).toBe(place?.end.line)
      expect(place?.end.before).toBe(`${place?.start.before}${sought}`)
      expect(lines[place?.start.line ?? -1]?.startsWith(place?.end.before ?? '-')).toBe(true)
    }
    expect(ids(library)).toHaveLength(5)
  })

  test('the text of an article is what its reader makes of the file, whether it stands there as it is or not', async () => {
    const piece = fc.constantFrom(
      LEVY,
      'The *hall* is full.',
      'A [link](x)',
      '\n\n',
      '\r\n\r\n',
      '\n',
      '  ',
      '# Levy\n',
      '🥖',
      '---\n',
      'title: x\n'
    )
    const file = fc.record({
      name: fc.constantFrom('a.md', 'a.txt'),
      text: fc
        .tuple(fc.constantFrom('', '---\ntitle: x\n---\n\n'), fc.array(piece, { maxLength: 8 }))
        .map(([head, all]) => head + all.join(''))
    })
    await fc.assert(
      fc.asyncProperty(file, fc.constantFrom('', '\ufeff'), async ({ name, text }, mark) => {
        const folder = folderWith({ [`coverage/${name}`]: mark + text })
        const { library } = libraryOf(folder)
        await library.refresh(null)
        const reader = await loadReader(name === 'a.md' ? 'markdown' : 'text')
        for (const article of articlesOf(library.holdings.coverage.index))
          expect(library.holdings.coverage.text(article, 0, 10_000)).toBe(reader(text, name).published[0]?.text)
      }),
      { numRuns: 60 }
    )
  })
})

describe('what is kept', () => {
  const files = { 'coverage/levy.md': LEVY, 'coverage/page.html': `<article><p>${BREAD}</p></article>`, 'coverage/levy.yaml': PACK }
  const kept = (folder: Folder) => readdirSync(folder.path).filter((name) => name.endsWith('.index'))

  async function builtOnce(): Promise<{ folder: Folder; cache: Folder; storage: Storage }> {
    const folder = folderWith(files)
    const cache = folderWith({})
    const storage = folderStorage(cache.at('storage'))
    await libraryOf(folder, { storage }).library.refresh(null)
    return { folder, cache: { ...cache, path: cache.at('storage') }, storage }
  }

  test('an index is read back, and no article again', async () => {
    const { folder, storage } = await builtOnce()
    const { library, read, said } = libraryOf(folder, { storage })
    await library.refresh(null)
    expect(read.map((path) => path.slice(folder.path.length + 1))).toEqual(['coverage/levy.yaml'])
    expect(ids(library)).toEqual(['levy#stays', 'levy.md', 'page.html'])
    expect(verdictOn(library, 'Nobody has asked the bakers what they can afford')).toBe('verbatim page.html')
    expect(said).toEqual([])
  })

  test('only what changed meanwhile is read', async () => {
    const { folder, storage } = await builtOnce()
    folder.write({ 'coverage/new.md': BREAD })
    folder.remove('coverage/page.html')
    const { library, read } = libraryOf(folder, { storage })
    await library.refresh(null)
    expect(read.map((path) => path.slice(folder.path.length + 1)).sort()).toEqual(['coverage/levy.yaml', 'coverage/new.md'])
    expect(ids(library)).toEqual(['levy#stays', 'levy.md', 'new.md'])
  })

  test('what is wrong with a file is told in the language that is spoken now, for which that file alone is read again', async () => {
    const { folder, storage } = await builtOnce()
    folder.write({ 'coverage/binary.txt': new Uint8Array([1, 0, 2, 0]), 'coverage/no.jsonl': '[]\n' })
    await libraryOf(folder, { storage }).library.refresh(null)
    l10n.config({ contents: german })
    onTestFinished(() => l10n.config({ contents: {} }))
    const { library, read } = libraryOf(folder, { storage })
    await library.refresh(null)
    expect(troubles(library, folder).sort()).toEqual([
      'coverage/binary.txt:0:0 das ist kein Text, sondern eine Binärdatei',
      'coverage/no.jsonl:1:1 das ist kein Objekt mit „id“ und „text“'
    ])
    expect(read.map((path) => path.slice(folder.path.length + 1)).sort()).toEqual([
      'coverage/binary.txt',
      'coverage/levy.yaml',
      'coverage/no.jsonl'
    ])
  })

  test('any damage is noticed and said, and the index built anew', async () => {
    const { folder, cache, storage } = await builtOnce()
    const [name] = kept(cache)
    const path = cache.at(`storage/${name}`)
    const whole = readFileSync(path)
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }), async (at, by) => {
        if (by === 0) truncateSync(path, at)
        else
          writeFileSync(
            path,
            Uint8Array.from(whole, (byte, i) => (i === at ? byte ^ by : byte))
          )
        const { library, said } = libraryOf(folder, { storage })
        await library.refresh(null)
        expect(said).toHaveLength(1)
        expect(said[0]).toMatch(/^The index of the coverage .+ and is built anew\.$/)
        expect(ids(library)).toEqual(['levy#stays', 'levy.md', 'page.html'])
      }),
      { numRuns: 60 }
    )
  })

  test('indexes that nobody has used for long are removed, and nothing else', async () => {
    const { folder, cache, storage } = await builtOnce()
    const [name = ''] = kept(cache)
    const old = ['coverage-00000001.index', 'coverage-00000002.index.77.tmp', 'coverage-3.index', 'notes.txt', name]
    const day = Date.now() / 1000 - 91 * 86_400
    for (const one of [...old, 'coverage-00000004.index']) if (one !== name) cache.write({ [`storage/${one}`]: 'x' })
    for (const one of old) utimesSync(cache.at(`storage/${one}`), day, day)
    await libraryOf(folder, { storage }).library.refresh(null)
    expect(readdirSync(cache.at('storage')).sort()).toEqual([name, 'coverage-00000004.index', 'coverage-3.index', 'notes.txt'].sort())
  })

  test('a full disk is said, and nothing is lost', async () => {
    const folder = folderWith(files)
    const full: Storage = {
      size: async () => null,
      read: async () => new Uint8Array(),
      write: async () => {
        throw new FileTrouble('the disk is full')
      },
      tidy: async () => {}
    }
    const { library, said } = libraryOf(folder, { storage: full })
    await library.refresh(null)
    expect(said).toEqual(['The index of the coverage could not be kept and will be built anew next time: the disk is full.'])
    expect(ids(library)).toEqual(['levy#stays', 'levy.md', 'page.html'])
  })

  test('a storage that cannot be written leaves no half of a file', async () => {
    const blocked = folderWith({ storage: 'a file where the folder should be' })
    const { library, said } = libraryOf(folderWith(files), { storage: folderStorage(blocked.at('storage')) })
    await library.refresh(null)
    expect(said).toHaveLength(1)
    expect(readdirSync(blocked.path)).toEqual(['storage'])
    expect(library.holdings.articles).toBe(2)
  })
})

describe('bad files', () => {
  test('each is told, and the rest is read', async () => {
    const folder = folderWith({
      'coverage/binary.txt': new Uint8Array([1, 0, 2, 0]),
      'coverage/good.md': LEVY,
      'coverage/latin.txt': new Uint8Array([0xe9, 0x20, 0x41]),
      'coverage/latin.html': Buffer.from('<meta charset=iso-8859-1><article><p>Un caf\xe9 froid.</p></article>', 'latin1'),
      'coverage/lines.jsonl': `{"id": 1, "text": "x"}\n{"id": \n{"id": 1, "text": "y"}\n[]\n`,
      'coverage/pack.yaml': 'id: pack\n',
      'coverage/huge.txt': ''
    })
    truncateSync(folder.at('coverage/huge.txt'), 50_000_001)
    symlinkSync(folder.at('coverage'), folder.at('coverage/circle'))
    symlinkSync(folder.at('nowhere.md'), folder.at('coverage/nowhere.md'))
    const { library } = libraryOf(folder)
    await library.refresh(null)
    expect(ids(library)).toEqual(['good.md', 'latin.html', 'lines.jsonl#1'])
    expect(troubles(library, folder).sort()).toEqual([
      'coverage/binary.txt:0:0 this is no text but a binary file',
      'coverage/huge.txt:0:0 this file has 51 MB; files of up to 50 MB are read',
      'coverage/latin.txt:0:0 this is neither UTF-8 text nor UTF-16 with its mark',
      'coverage/lines.jsonl:2:1 this is not JSON: Unexpected end of JSON input',
      'coverage/lines.jsonl:3:1 the id “lines.jsonl#1” is already taken',
      'coverage/lines.jsonl:4:1 this is not an object with “id” and “text”',
      'coverage/nowhere.md:0:0 this link leads nowhere',
      'coverage/pack.yaml:1:1 title: this is missing'
    ])
    const [latin] = [...articlesOf(library.holdings.coverage.index)].filter(({ id }) => id === 'latin.html')
    expect(latin && library.holdings.coverage.text(latin, 0, 20)).toBe('Un café froid.')
  })

  test('a file to which links lead is one article, under its own path where that is in the coverage', async () => {
    const folder = folderWith({ 'coverage/wire/levy.md': LEVY, 'archive/bread.md': BREAD, 'archive/more/hall.md': LEVY })
    symlinkSync(folder.at('coverage/wire/levy.md'), folder.at('coverage/a-levy.md'))
    symlinkSync(folder.at('archive/bread.md'), folder.at('coverage/bread-1.md'))
    symlinkSync(folder.at('coverage/bread-1.md'), folder.at('coverage/bread-2.md'))
    symlinkSync(folder.at('archive/more'), folder.at('coverage/more'))
    symlinkSync(folder.at('archive/more/hall.md'), folder.at('coverage/hall.md'))
    symlinkSync(folder.at('coverage/wire'), folder.at('coverage/a-wire'))
    const { library } = libraryOf(folder)
    await library.refresh(null)
    expect(ids(library)).toEqual(['bread-1.md', 'more/hall.md', 'wire/levy.md'])
    expect(troubles(library, folder)).toEqual([])
  })

  test.skipIf(process.getuid?.() === 0)('a folder and a file that may not be read', async () => {
    const folder = folderWith({ 'coverage/good.md': LEVY, 'coverage/shut/a.md': LEVY, 'coverage/shut.md': LEVY })
    chmodSync(folder.at('coverage/shut'), 0)
    chmodSync(folder.at('coverage/shut.md'), 0)
    const { library } = libraryOf(folder)
    await library.refresh(null)
    chmodSync(folder.at('coverage/shut'), 0o700)
    expect(ids(library)).toEqual(['good.md'])
    expect(troubles(library, folder).sort()).toEqual(['coverage/shut.md:0:0 it may not be read', 'coverage/shut:0:0 it may not be read'])
  })

  test('a file that is gone when it is to be read', async () => {
    const folder = folderWith({ 'coverage/a.md': LEVY, 'coverage/b.md': BREAD })
    const { library } = libraryOf(folder)
    const done = library.refresh(null, () => folder.remove('coverage/b.md'))
    await done
    expect(ids(library)).toContain('a.md')
    await library.refresh(null)
    expect(ids(library)).toEqual(['a.md'])
    expect(library.holdings.problems).toEqual([])
  })

  test('any bytes under any name', async () => {
    const name = fc.constantFrom('a.md', 'a.txt', 'a.html', 'a.vtt', 'a.srt', 'a.jsonl', 'a.yaml')
    const mark = fc.constantFrom([], [0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf])
    await fc.assert(
      fc.asyncProperty(name, mark, fc.uint8Array({ maxLength: 300 }), async (file, start, bytes) => {
        const folder = temporaryFolder({ [`coverage/${file}`]: Uint8Array.from([...start, ...bytes]) })
        try {
          const { library } = libraryOf(folder)
          await library.refresh(null)
          for (const article of articlesOf(library.holdings.coverage.index)) {
            const text = library.holdings.coverage.text(article, 0, 1000)
            library.locate(article, 0, text.length)
          }
        } finally {
          folder.remove()
        }
      }),
      { numRuns: 150 }
    )
  })
})
