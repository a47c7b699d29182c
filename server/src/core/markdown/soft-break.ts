/** Whether a line ends because it was full, as editors wrap text, or because somebody ended it there. */

/**
 * *… when Samuel⏎Okafor came* goes on in the next line; the lines of a signature and of a list of names, which are shorter, do not. `newline` is the
 * offset of the line feed in the prose.
 */
export function isWrappedAt(text: string, newline: number): boolean {
  const width = newline - text.lastIndexOf('\n', newline - 1) - 1
  return width >= NARROWEST && width <= WIDEST
}

/** In units of prose: a line may have had markup besides. Nobody wraps a draft narrower or wider than that. */
const NARROWEST = 44
const WIDEST = 120
