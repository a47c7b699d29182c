/** Words of a draft or an article inside our own Markdown. */

/** Shown as they are, not taken for markup, on one line. */
export const plain = (text: string): string => text.replace(/[\\`*_[\]<>~|]/g, '\\$&').replace(/\s*\n[\s>]*/g, ' ')

/** A draft's words as a reader sees them: on one line, without the marks of emphasis. */
export const asRead = (text: string): string =>
  text
    .replace(/\s*\n[\s>]*/g, ' ')
    .replace(/[*_]{1,2}(?=\S)|(?<=\S)[*_]{1,2}/g, '')
    .trim()

/** A link where the address is one of the web's, else the words alone. */
export const linked = (words: string, url: string | undefined): string =>
  url && /^https?:\/\/[^\s<>()]+$/.test(url) ? `[${plain(words)}](${url})` : plain(words)

/** At most so many units, cut between words. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text
  const short = text.slice(0, most)
  return `${short.slice(0, Math.max(short.lastIndexOf(' '), most >> 1)).trimEnd()}…`
}
