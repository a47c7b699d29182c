/** When a story was written, as far as the draft itself says. */
import type { Markdown } from '../markdown/block.ts'

/**
 * The ISO date of the draft: `date:` in its front matter, else the first date in its file's name, else that of a dateline: *ORTIZVILLE, Nov. 20,
 * 2026 —*. Null where none of them has one, or the day does not exist.
 */
export function storyDate({ frontMatter, blocks }: Pick<Markdown, 'frontMatter' | 'blocks'>, uri: string): string | null {
  const given = /^date:[ \t]*["']?(\d{4}-\d\d-\d\d)/m.exec(frontMatter?.text ?? '')?.[1]
  const fileName = uri.slice(uri.lastIndexOf('/') + 1)
  const [, year, month, day] = /(?<!\d)(\d{4})[-_]?(\d\d)[-_]?(\d\d)(?!\d)/.exec(fileName) ?? []
  return existing(given) ?? existing(year && `${year}-${month}-${day}`) ?? datelined(blocks)
}

/** Only among the first lines, and only in front of a dash, in brackets or alone on its line. */
function datelined(blocks: Pick<Markdown, 'blocks'>['blocks']): string | null {
  for (const { prose } of blocks.slice(0, FIRST_LINES)) {
    const start = prose.text.slice(0, LONGEST)
    const match = AMERICAN.exec(start)
    const british = match ? null : BRITISH.exec(start)
    const [day, month, year] = match ? [match[2], match[1], match[3]] : [british?.[1], british?.[2], british?.[3]]
    const number = MONTHS.indexOf((month ?? '').slice(0, 3).toLowerCase()) + 1
    if (day && year && number > 0) return existing(`${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`)
  }
  return null
}

const FIRST_LINES = 4
const LONGEST = 80
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const MONTH = '(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?'
const BEFORE = '^(?:[^a-z\\n]{2,40},?\\s+|\\(?)'
const BEHIND = '\\)?\\s*(?:\\([^)]*\\)\\s*)?(?:[—–-]|$)'
const AMERICAN = new RegExp(`${BEFORE}${MONTH} (\\d{1,2}), (\\d{4})${BEHIND}`, 'm')
const BRITISH = new RegExp(`${BEFORE}(\\d{1,2}) ${MONTH} (\\d{4})${BEHIND}`, 'm')

/** The date where there is such a day: not 2026-02-30, and no other eight digits of a file's name. */
function existing(date: string | undefined): string | null {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date ?? '') ?? []
  if (!year || Number(year) < 1800 || Number(year) > 2200) return null
  const days = [31, Number(year) % 4 === 0 ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month) - 1]
  return days !== undefined && Number(day) >= 1 && Number(day) <= days ? (date ?? null) : null
}
