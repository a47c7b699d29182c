/** Which quotation marks open, which close, and which belong together. */

/** For each mark that opens, those that close it, the usual one first. */
const closings: Readonly<Record<string, readonly string[]>> = {
  '“': ['”'],
  '‘': ['’'],
  '‘‘': ['’’'],
  '"': ['"'],
  "'": ["'"],
  '``': ["''"],
  "''": ["''"],
  '«': ['»'],
  '»': ['«', '»'],
  '‹': ['›'],
  '›': ['‹', '›'],
  '„': ['“', '”'],
  '‚': ['‘', '’']
}

/** For each mark that closes, the one that usually opens. */
const openings: Readonly<Record<string, string>> = {
  '”': '“',
  '’': '‘',
  '’’': '‘‘',
  '"': '"',
  "'": "'",
  "''": '``',
  '»': '«',
  '›': '‹'
}

/** The mark that closes what this one opens; null for one that never opens, such as ”. */
export const closingMark = (open: string): string | null => closings[open.trim()]?.[0] ?? null

/** The mark that opens what this one closes; null for one that closes only what a low mark opens, such as “. */
export const openingMark = (close: string): string | null => openings[close.trim()] ?? null

/** Whether the two are a pair in some style. */
export const belongTogether = (open: string, close: string): boolean => closings[open.trim()]?.includes(close.trim()) ?? false
