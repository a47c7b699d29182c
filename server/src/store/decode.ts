/** Bytes of a file as text, in the encodings that articles come in. */
import * as l10n from '@vscode/l10n'

/** The text without its byte order mark; or what is wrong, in words that follow the file's name. Pages may name an encoding of their own. */
export function decodeFile(bytes: Uint8Array, isPage: boolean): { readonly text: string } | { readonly problem: string } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded(bytes, 'utf-16be')
  if (bytes.includes(0)) return { problem: l10n.t('this is no text but a binary file') }
  const text = decoded(bytes, 'utf-8')
  if (!isPage || 'text' in text) return text
  const label = encodingNamed(bytes)
  const named = label === null ? text : decoded(bytes, label)
  return 'text' in named ? named : decoded(bytes, 'windows-1252')
}

function decoded(bytes: Uint8Array, label: string): { readonly text: string } | { readonly problem: string } {
  try {
    const decoder = decoderOf(label)
    const text = decoder.decode(bytes)
    return {
      text:
        decoder.encoding === 'windows-1252' ? text.replace(/[\u0080-\u009f]/g, (sign) => WINDOWS[sign.charCodeAt(0) - 0x80] ?? sign) : text
    }
  } catch {
    return {
      problem:
        label === 'utf-8'
          ? l10n.t('this is neither UTF-8 text nor UTF-16 with its mark')
          : l10n.t('this is no {0} text', label.toUpperCase())
    }
  }
}

/** To make one takes longer than it takes to decode an article. */
const decoders = new Map<string, InstanceType<typeof TextDecoder>>()

function decoderOf(label: string): InstanceType<typeof TextDecoder> {
  const decoder = decoders.get(label) ?? new TextDecoder(label, { fatal: true })
  decoders.set(label, decoder)
  return decoder
}

/** Quotation marks and dashes of windows-1252, which some versions of Node leave as control characters. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Where a page names its encoding, near its top. */
const HEAD = 4096

/** `<meta charset="koi8-r">`, `<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">`. */
function encodingNamed(bytes: Uint8Array): string | null {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, HEAD))
  return /<meta\b[^>]*\bcharset\s*=\s*["']?([\w.:-]{1,40})/i.exec(head)?.[1] ?? null
}
