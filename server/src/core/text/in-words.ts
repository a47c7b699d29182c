/** Numbers, lists and dates as a reader has them, in the language that the writer’s editor speaks; never for the draft itself. */
import * as l10n from '@vscode/l10n'

/** The language that texts are told in, as a BCP 47 tag. */
export const language = (): string => l10n.t('en')

/** *1,204*, with the sign between thousands that the language has. */
export const figure = (count: number): string => count.toLocaleString(language())

/** *four*; in figures from thirteen on. */
export const numeral = (count: number): string =>
  l10n.t('one two three four five six seven eight nine ten eleven twelve').split(' ')[count - 1] ?? String(count)

/** *Ortiz*, *Ortiz and Okafor*, *Ortiz, Okafor and Brandt*. */
export const enumerated = (names: readonly string[]): string =>
  names.length < 2 ? names.join() : l10n.t('{0} and {1}', names.slice(0, -1).join(', '), names.at(-1)!)

/** *20 November 2026*, *November 2026*; a date that is not written as ISO stays as it is. */
export function readableDate(date: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)(?:-(\d\d))?/.exec(date) ?? []
  const months = l10n.t('January February March April May June July August September October November December').split(' ')
  const name = months[Number(month) - 1]
  if (!year || !name) return date
  if (!day) return `${name} ${year}`
  // French has *1er janvier*.
  return day === '01' ? l10n.t('1 {0} {1}', name, year) : l10n.t('{0} {1} {2}', Number(day), name, year)
}
