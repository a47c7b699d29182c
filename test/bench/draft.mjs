/** Drafts of any length out of the bench's own prose, as dense in names and quotations as news. The same seed gives the same draft. */

const given = ['Dana', 'Samuel', 'Miriam', 'Luis', 'Ines', 'Tomas', 'Greta', 'Omar', 'Helen', 'Viktor', 'Noor', 'Peter']
const family = ['Ortiz', 'Okafor', 'Lund', 'Brandt', 'Vale', 'Reyes', 'Holm', 'Kessler', 'Marsh', 'Adeyemi', 'Petrov', 'Nakata']
const roles = ['the mayor', 'a councillor', 'who sells fish in the hall', 'the head of the traders’ union', 'a spokeswoman for the council']
const places = ['Ortizville', 'the North Quay', 'Lund Street', 'the Odeon', 'Brandt County', 'the Harbour Bank']
/** What is said, slot by slot: real drafts hardly quote one sentence twice. */
const said = [
  [
    'We',
    'They',
    'You',
    'The traders',
    'The insurers',
    'My neighbours',
    'Two of the parties',
    'The people on the quay',
    'Half of this council',
    'Our children'
  ],
  ['will never', 'cannot', 'could always', 'should', 'did not', 'may yet', 'have to', 'want to', 'used to', 'would rather'],
  ['mend', 'sell', 'pay for', 'forget', 'close', 'read about', 'write off', 'rent', 'insure', 'fight over', 'paint', 'share'],
  [
    'the hall',
    'a roof',
    'this bridge',
    'every stall',
    'that report',
    'the winter market',
    'ninety pages of plans',
    'the old cinema',
    'their letters'
  ],
  ['before', 'unless', 'while', 'because', 'although', 'after', 'until', 'and I know that', 'so long as'],
  [
    'the levy',
    'the harbour',
    'somebody in the gallery',
    'the winter',
    'the fish',
    'the bank',
    'a promise',
    'the budget',
    'the rain',
    'the last ferry'
  ],
  [
    'is paid for',
    'costs more than it earns',
    'comes with a plan',
    'has gone',
    'stays where it is',
    'asks for patience',
    'leaks',
    'turns up in June',
    'is worth a vote'
  ]
]
const told = [
  'The council met on Monday to settle the levy, and the gallery was full by noon.',
  'The report ran to ninety pages and found that the hall earns less than it costs.',
  'Insurers have stopped answering letters about the roof, which has leaked since the winter.',
  'Two parties want to sell the hall, and a third would rather not be asked.',
  'The bridge over the river was closed for six weeks, and the shops on the far side felt it.',
  'A vote is expected in June, when the budget for the coming year is due.'
]

/** Numbers from 0 up to 1, the same for every run. */
export function random(seed) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** A draft of at least so many words, with headings, lists, block quotations, links and front matter. */
export function draft(words, seed = 1) {
  const next = random(seed)
  const one = (list) => list[Math.floor(next() * list.length)]
  const parts = ['---\nheadline: The levy stays\nbyline: Ana Roth\n---', '# The levy stays']
  let count = 0
  while (count < words) {
    const part = paragraph(next, one, parts.length)
    parts.push(part)
    count += part.split(/\s+/).length
  }
  return `${parts.join('\n\n')}\n`
}

function paragraph(next, one, number) {
  const words = () => said.map(one).join(' ')
  const who = `${one(given)} ${one(family)}`
  const short = one(family)
  const kind = next()
  if (number % 24 === 0) return `## ${one(told).slice(0, 40)}`
  if (kind < 0.28) return `“${words()},” said ${who}, ${one(roles)}. “${words()}.”`
  if (kind < 0.42) return `${one(told)} ${short} told reporters in ${one(places)} that it was “too late for that,” and left.`
  if (kind < 0.52) return `“${words()},” ${one(['he', 'she', short])} said on ${one(['Monday', 'Friday'])}. ${one(told)}`
  if (kind < 0.6) return `According to ${who}, ${one(told).toLowerCase()} ${one(told)}`
  if (kind < 0.65) return `- ${one(told)}\n- ${who} of [${one(places)}](https://example.org/hall) disagreed.`
  if (kind < 0.68) return `> ${words()}.\n>\n> — ${who}`
  if (kind < 0.7) return `“${words()}.”`
  return `${one(told)} ${who} and ${short} of ${one(places)} were *not* there. ${one(told)}`
}

/** Edits of every kind at random places: what is replaced, in half-open UTF-16 offsets, and by what. */
export function* edits(text, count, seed = 7) {
  const next = random(seed)
  let now = text
  let cut = ''
  for (let i = 0; i < count; i += 1) {
    const at = Math.floor(next() * now.length)
    const kind = i % 8
    let edit
    if (kind < 3) edit = { start: at, end: at, text: 'aeiou '[Math.floor(next() * 6)] }
    else if (kind === 3) edit = { start: at, end: Math.min(now.length, at + 1), text: '' }
    else if (kind === 4) edit = { start: at, end: at, text: '“' }
    else if (kind === 5) {
      const start = now.lastIndexOf('\n\n', at) + 2
      const end = now.indexOf('\n\n', at)
      if (start < 2 || end < 0) continue
      cut = now.slice(start, end + 2)
      edit = { start, end: end + 2, text: '' }
    } else if (kind === 6) {
      const start = Math.max(0, now.lastIndexOf('\n\n', at)) + 2
      edit = { start, end: start, text: cut }
    } else if (i % 16 === 7) {
      const name = /[A-Z][a-z]+ (?:Ortiz|Okafor|Lund|Brandt)/.exec(now)
      if (!name) continue
      edit = { start: name.index, end: name.index + name[0].length, text: `Clara ${name[0].split(' ')[1]}` }
    } else edit = { start: now.length, end: now.length, text: `\n[levy-${i}]: https://example.org/${i}\n` }
    now = now.slice(0, edit.start) + edit.text + now.slice(edit.end)
    yield { ...edit, after: now }
  }
}
