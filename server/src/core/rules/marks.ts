/** Which closing mark belongs to which opening one. */

const pairs: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '«': '»',
  '»': '«',
  '„': '“',
  '‚': '‘',
  '‹': '›',
  '"': '"',
  "'": "'",
  '``': "''",
  "''": "''"
}

/** The closing mark for an opening one; a wrong-way curly mark that opens is closed as it was opened. */
export const closingMark = (open: string): string => pairs[open.trim()] ?? open.trim()
