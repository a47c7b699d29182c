/** Colour where a person looks on, by the convention of `NO_COLOR` and `FORCE_COLOR`. */

const codes = { red: 31, yellow: 33, blue: 34, grey: 90, bold: 1 } as const

const { env } = process
const inColour = env['NO_COLOR']
  ? false
  : env['FORCE_COLOR']
    ? env['FORCE_COLOR'] !== '0'
    : process.stdout.isTTY === true && env['TERM'] !== 'dumb'

export const paint = (text: string, colour: keyof typeof codes): string => (inColour ? `\u001b[${codes[colour]}m${text}\u001b[0m` : text)
