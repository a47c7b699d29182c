/** The server that the contract is held against: how it is started, and a document in which it finds something. Another server is put here. */
import { join } from 'node:path'

export interface Subject {
  readonly command: string
  readonly args: readonly string[]
  readonly initializationOptions: unknown
  readonly languageId: string
  /** A document with one finding, under these words. */
  readonly text: string
  readonly words: string
  /** What may be put in front of those words without a change of what is found. */
  readonly more: string
  /** Where a hover says something. */
  readonly hovered: string
  /** What the title of the code action has that asks for a word. */
  readonly asking: string
  /** Which features are registered dynamically where the client allows. */
  readonly dynamic: readonly string[]
}

export const subject: Subject = {
  command: process.execPath,
  args: [join(import.meta.dirname, '..', '..', 'dist', 'server.cjs'), '--stdio'],
  initializationOptions: { diagnosticsDelay: 0 },
  languageId: 'markdown',
  text: `---
byline: Ana Roth
---

# The levy stays 🙂

“We will not raise it,” said Dana Ortiz, the mayor.

Traders had feared the worst for months.

The hall é 🙂 was cold and empty. “Nobody has asked us what we can afford.”
`,
  words: '“Nobody has asked us what we can afford.”',
  more: 'The hall é 🙂 was cold. ',
  hovered: 'Dana Ortiz',
  asking: '[speaker]',
  dynamic: ['textDocument/documentSymbol']
}
