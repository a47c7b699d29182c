/** The quotation marks of languages, and those that somebody spells out. */
import { noHouse, type QuotationStyle } from '../analysis/house.ts'
import { belongTogether } from '../rules/marks.ts'

/** As the Unicode CLDR has them (`delimiters` of each language). */
const byLanguage: Readonly<Record<string, string>> = {
  cs: '„“‚‘',
  da: '“”‘’',
  de: '„“‚‘',
  'de-CH': '«»‹›',
  en: '“”‘’',
  es: '«»“”',
  fi: '””’’',
  fr: '«»«»',
  it: '«»“”',
  nb: '«»‘’',
  nl: '‘’“”',
  pl: '„”«»',
  pt: '“”‘’',
  'pt-PT': '«»“”',
  ru: '«»„“',
  sv: '””’’',
  uk: '«»„“'
}

/** The marks of the language with that tag, `en-GB`, `de`; those of English where it is not known. */
export function quotesOfLanguage(tag: string): QuotationStyle {
  const [language = ''] = tag.split('-')
  const signs = Object.entries(byLanguage).find(([known]) => known.toLowerCase() === tag.toLowerCase())?.[1]
  return styleOf(signs ?? byLanguage[language.toLowerCase()] ?? '') ?? noHouse.usualQuotes
}

/** `“”‘’`, as markdown-it and others have it: opening, closing, and perhaps the two inside. Null where that is no style. */
export function readQuotes(signs: string): QuotationStyle | null {
  const style = styleOf(signs.replace(/\s/gu, ''))
  return style && isPair(style.open, style.close) && isPair(style.innerOpen, style.innerClose) ? style : null
}

/** ”…” is a pair in Sweden. */
const isPair = (open: string, close: string): boolean => belongTogether(open, close) || (open === close && /[”’]/.test(open))

function styleOf(signs: string): QuotationStyle | null {
  const [open, close, innerOpen, innerClose, ...more] = [...signs]
  if (open === undefined || close === undefined || more.length > 0) return null
  if (innerOpen === undefined) {
    const inner = insideOf[open] ?? [open, close]
    return { open, close, innerOpen: inner[0], innerClose: inner[1] }
  }
  return innerClose === undefined ? null : { open, close, innerOpen, innerClose }
}

/** What usually stands inside. */
const insideOf: Readonly<Record<string, readonly [string, string]>> = {
  '“': ['‘', '’'],
  '‘': ['“', '”'],
  '"': ["'", "'"],
  "'": ['"', '"'],
  '„': ['‚', '‘'],
  '«': ['‹', '›'],
  '»': ['›', '‹'],
  '”': ['’', '’']
}
