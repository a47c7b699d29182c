/** Words that change when speech is reported: tense and person, which make nobody else's statement of it. */
import type { Edit } from './verification.ts'

/** “Moscow *is* ready,” and that Moscow *was* ready; “*I will*” and that *he would*. */
const pairs =
  'is:was are:were am:was is:were has:had have:had have:has will:would shall:should can:could may:might do:did does:did ' +
  'i:he i:she we:they me:him me:her us:them my:his my:her our:their mine:his mine:hers ours:theirs ' +
  'myself:himself myself:herself ourselves:themselves you:they your:their this:that these:those here:there now:then ' +
  'want:wanted know:knew think:thought say:said make:made take:took go:went come:came see:saw get:got give:gave find:found ' +
  'feel:felt stand:stood mean:meant keep:kept lose:lost leave:left begin:began become:became bring:brought pay:paid'

const shifts = new Set(
  pairs.split(' ').flatMap((pair) => {
    const [one, other] = pair.split(':')
    return [`${one} ${other}`, `${other} ${one}`]
  })
)

/** Whether the edit is such a shift: one word for another that differs from it in tense or person alone. */
export function isShift({ op, quote, published }: Pick<Edit, 'op' | 'quote' | 'published'>): boolean {
  if (op !== 'sub') return false
  const [one, other] = [quote.toLowerCase(), published.toLowerCase()]
  return shifts.has(`${one} ${other}`) || inflected(one, other) || inflected(other, one)
}

/** *support*, *supports* → *supported*; *support* → *supports*; *carry* → *carried*. */
function inflected(base: string, form: string): boolean {
  if (base.length < 3) return false
  const stem = base.endsWith('ies') ? `${base.slice(0, -3)}y` : base.endsWith('s') && !base.endsWith('ss') ? base.slice(0, -1) : base
  return [`${stem}ed`, `${stem}d`, `${stem}s`, `${stem.replace(/y$/, 'i')}ed`, `${stem}${stem.at(-1)}ed`].includes(form) && form !== base
}
