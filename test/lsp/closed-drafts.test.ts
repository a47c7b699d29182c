/** Drafts that are not open are read when they have changed, and not for every question. */
import { describe, expect, test } from 'vitest'
import type { Location, WorkspaceSymbol } from 'vscode-languageserver'
import { createWorkspace, type Workspace } from '../../server/src/core/api.ts'
import { nodeFiles } from '../../server/src/hosts/files.ts'
import { createClosedDrafts } from '../../server/src/lsp/closed-drafts.ts'
import type { Files, FoundFile } from '../../server/src/store/files.ts'
import { levyPack } from '../support/covered.ts'
import { at, newsroom } from '../support/newsroom.ts'

const BREAD = 'Brandt left. She waved.\n\n## The bridge waits\n\nNobody came.\n'

/** Lena Brandt, whom every draft knows. */
const HOUSE = {
  'coverage/house.yaml':
    'id: house\ntitle: The house\nhouse: true\nentities:\n  - { id: brandt, kind: person, name: Lena Brandt, family: Brandt, description: A baker. }\n',
  'coverage/monday.md': 'The council met.\n'
}

/** The disk, and the Markdown files that were read of it. */
function watchedDisk(): { readonly files: Files; readonly taken: () => string[] } {
  let read: string[] = []
  return {
    files: {
      ...nodeFiles,
      read(path, start, end) {
        read.push(path.slice(path.lastIndexOf('/') + 1))
        return nodeFiles.read(path, start, end)
      }
    },
    taken() {
      const drafts = read.filter((name) => name.endsWith('.md')).sort()
      read = []
      return drafts
    }
  }
}

describe('in a workspace', () => {
  test('every question after the first reads only what has changed', async () => {
    const { files, taken } = watchedDisk()
    const { client, folder, open, ask } = await newsroom({ disk: files, files: { ...HOUSE, 'one.md': BREAD, 'two.md': BREAD } })
    await open('open.md', 'Lena Brandt, a baker, left.\n')
    const symbols = () => client.connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query: 'bridge' })
    const references = async () =>
      (await ask<Location[]>('textDocument/references', 'open.md', { position: at(0, 2), context: { includeDeclaration: true } })).length
    taken()
    expect((await symbols()).length).toBe(2)
    expect(taken()).toEqual(['one.md', 'two.md'])
    expect((await symbols()).length).toBe(2)
    const before = await references()
    await client.connection.sendRequest('saidby/checkWorkspace', {})
    expect(taken()).toEqual([])

    folder.write({ 'two.md': `${BREAD}\nBrandt left again. The bridge waits.\n`, 'three.md': BREAD })
    expect(await references()).toBeGreaterThan(before)
    expect(taken()).toEqual(['three.md', 'two.md'])
    expect(await symbols()).toHaveLength(3)
    expect(taken()).toEqual([])
  })

  test('what was read is read again with a new coverage', async () => {
    const { files, taken } = watchedDisk()
    const { client, folder, uri } = await newsroom({ disk: files, files: { ...HOUSE, 'one.md': BREAD } })
    const people = async () => (await client.connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query: 'brandt' })).length
    await people()
    taken()
    const status = client.status(({ folders: [one] }) => one?.articles === 2)
    folder.write({ 'coverage/tuesday.md': 'The council met again.\n' })
    client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uri('coverage/tuesday.md'), type: 1 }] })
    await status
    taken()
    await people()
    expect(taken()).toEqual(['one.md'])
  })
})

describe('by itself', () => {
  const found = (path: string, mtime = 1, size = 5): FoundFile => ({ path, size, mtime })

  function drafts(most?: number) {
    let ground: Workspace = createWorkspace()
    let reads = 0
    let text = 'Brandt left.'
    const files: Files = {
      ...nodeFiles,
      read: async () => {
        reads += 1
        return new TextEncoder().encode(text)
      }
    }
    const needs = {
      ground: () => ground.ground,
      analyze: (uri: string, of: string) => ground.withDraft(uri, of).analysis(uri),
      encoding: () => 'utf-16' as const
    }
    const closed = createClosedDrafts(files, needs, most)
    return {
      closed,
      write: (next: string) => {
        text = next
      },
      know: (next: Workspace) => {
        ground = next
      },
      /** How many files were read for these. */
      async reads(...asked: FoundFile[]): Promise<number> {
        const before = reads
        for (const file of asked) expect((await closed.read(file))?.analysis.text).toBe(text)
        return reads - before
      }
    }
  }

  test('another time or another size is another file', async () => {
    const { reads, write } = drafts()
    expect(await reads(found('/a.md'), found('/a.md'))).toBe(1)
    write('Brandt stayed.')
    expect(await reads(found('/a.md', 2), found('/a.md', 2))).toBe(1)
    expect(await reads(found('/a.md', 2, 6), found('/a.md', 2, 6))).toBe(1)
  })

  test('with other packs it is read again', async () => {
    const { reads, know, closed } = drafts()
    const before = await closed.read(found('/a.md'))
    know(createWorkspace().withPacks([levyPack]))
    expect(await reads(found('/a.md'), found('/a.md'))).toBe(1)
    expect((await closed.read(found('/a.md')))?.analysis.gazetteer).not.toBe(before?.analysis.gazetteer)
  })

  test('no more is kept than there is room for, and room is made by what is gone', async () => {
    const { reads, closed } = drafts(30)
    const [a, b, c] = [found('/a.md'), found('/b.md'), found('/c.md')]
    expect(await reads(a, b, c)).toBe(3)
    expect(await reads(a, b, c)).toBe(1)
    closed.retain([b, c])
    expect(await reads(b, c)).toBe(1)
    expect(await reads(b, c)).toBe(0)
    expect(await reads(a)).toBe(1)
  })

  test('what is no UTF-8 is no draft', async () => {
    const { closed } = drafts()
    const broken = createClosedDrafts(
      { ...nodeFiles, read: async () => Uint8Array.of(0xff) },
      { ground: () => closed, analyze: () => undefined, encoding: () => 'utf-16' }
    )
    expect(await broken.read(found('/a.md'))).toBe(null)
  })
})
