/** The parts of the store by themselves: encodings, lines, slices, and folders that are too large. */
import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { nodeFiles } from '../../server/src/hosts/files.ts'
import { decodeFile } from '../../server/src/store/decode.ts'
import type { Files } from '../../server/src/store/files.ts'
import { fileLines } from '../../server/src/store/lines.ts'
import { lookAtAll } from '../../server/src/store/look.ts'
import { ahead, slices } from '../../server/src/store/slices.ts'

afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

describe('encodings', () => {
  const text = fc.string({ unit: 'grapheme' }).map((words) => words.replaceAll('\ufeff', '').replaceAll('\u0000', ''))

  test('UTF-8 with and without its mark, and UTF-16 with its mark, come out as they went in', () => {
    fc.assert(
      fc.property(text, (words) => {
        const bytes = new TextEncoder().encode(words)
        const little = Buffer.from(`\ufeff${words}`, 'utf16le')
        for (const form of [bytes, Buffer.from(`\ufeff${words}`), little, Buffer.from(little).swap16()])
          expect(decodeFile(Uint8Array.from(form), false)).toEqual({ text: words })
      })
    )
  })

  test('a page may name its encoding, and is read as windows-1252 where it does not or lies', () => {
    const page = (head: string, bytes: readonly number[]) => decodeFile(Uint8Array.from([...Buffer.from(head), ...bytes]), true)
    expect(page('<meta charset="koi8-r">', [0xcd, 0xc9, 0xd2])).toEqual({ text: '<meta charset="koi8-r">мир' })
    expect(page('<meta charset=nonsense>', [0x93, 0xe9, 0x94])).toEqual({ text: '<meta charset=nonsense>“é”' })
    expect(page('', [0x93, 0xe9, 0x94])).toEqual({ text: '“é”' })
  })

  test('of bytes that are broken, nothing is left for the next file', () => {
    const text = (bytes: readonly number[]) => decodeFile(Uint8Array.from(bytes), false)
    for (const broken of [
      [0xe2, 0x80],
      [0xff, 0xfe, 0x41, 0x00, 0x42],
      [0xff, 0xfe, 0x3d, 0xd8]
    ]) {
      expect(text(broken)).toHaveProperty('problem')
      expect(text([0x68, 0x69])).toEqual({ text: 'hi' })
      expect(text([0xff, 0xfe, 0x68, 0x00])).toEqual({ text: 'h' })
    }
  })

  test('any bytes are text or a problem', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.boolean(), (bytes, isPage) => void expect(Object.keys(decodeFile(bytes, isPage))).toHaveLength(1))
    )
  })
})

/** Files that hand out these bytes, so many at a time. */
const holding = (bytes: Uint8Array): Files => ({ ...nodeFiles, read: async (_, start, end) => bytes.slice(start, end) })

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}

describe('lines', () => {
  test('each stands where it says it does, whatever ends it', async () => {
    const line = fc.constantFrom('', '{}', '“ja”', 'x\ry', ' ')
    const file = fc.tuple(fc.constantFrom('', '\ufeff'), fc.array(line), fc.constantFrom('\n', '\r\n'), fc.constantFrom('', '\n'))
    await fc.assert(
      fc.asyncProperty(file, async ([mark, lines, end, last]) => {
        const bytes = new TextEncoder().encode(mark + lines.join(end) + last)
        const found = await all(fileLines(holding(bytes), { path: 'a', size: bytes.length, mtime: 0 }, 100))
        expect(found.map(({ bytes: words }) => new TextDecoder().decode(words))).toEqual(lines.filter((words) => words !== ''))
        for (const { bytes: words, start, end: stop, number } of found) {
          expect(bytes.slice(start, stop)).toEqual(words)
          expect(new TextDecoder().decode(words)).toBe(lines[number])
        }
      })
    )
  })

  test('over the border of two chunks, and not all of one that never ends', async () => {
    const long = new Uint8Array(9_000_000).fill(120)
    long[4_194_000] = 10
    const found = await all(fileLines(holding(long), { path: 'a', size: long.length, mtime: 0 }, 1_000_000))
    expect(found.map(({ start, end }) => [start, end])).toEqual([
      [0, 4_194_000],
      [4_194_001, 9_000_000]
    ])
    expect(found[1]?.bytes.length).toBeLessThan(5_000_000)
    expect(found[1]?.bytes.length).toBeGreaterThan(1_000_000)
  })
})

describe('slices', () => {
  test('work gives way when it has used its slice up, and not before', async () => {
    let now = 0
    vi.spyOn(performance, 'now').mockImplementation(() => now)
    const pause = slices()
    now = 7
    expect(pause()).toBeUndefined()
    now = 8
    const gaveWay = pause()
    expect(gaveWay).toBeInstanceOf(Promise)
    await gaveWay
    expect(pause()).toBeUndefined()
  })

  test('work that is done ahead comes in its order, only so much at once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(5)), fc.integer({ min: 1, max: 4 }), async (items, width) => {
        let running = 0
        let most = 0
        const work = async (item: number) => {
          running += 1
          most = Math.max(most, running)
          for (let i = 0; i < item; i += 1) await Promise.resolve()
          running -= 1
          return item
        }
        expect(await all(ahead(items, width, work))).toEqual(items)
        expect(most).toBeLessThanOrEqual(width)
      })
    )
  })
})

test('a folder of more files than anybody has is read as far as it goes, and told', async () => {
  const files: Files = {
    ...nodeFiles,
    async *list() {
      for (let i = 0; i < 200_010; i += 1) yield { path: `/c/${i}.md`, size: 1, mtime: 1 }
    },
    relative: (folder, path) => path.slice(folder.length + 1)
  }
  const root = { folder: '/c', takes: () => true, idOf: (path: string) => path, plainLines: false }
  const { wanted, problems } = await lookAtAll([root], new Set(['/c/200009.md']), files, Number.POSITIVE_INFINITY)
  expect(wanted).toHaveLength(200_000)
  expect(problems).toEqual([{ path: '/c', line: 0, column: 0, message: 'there are more than 200000 files in here; the rest is left out' }])
})
