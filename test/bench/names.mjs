/** Ten thousand invented entities with four names each, as a pack, and prose that names some of them. Always the same. */
import { random } from './draft.mjs'

const syllables = 'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu bra cle dri fro gla ste tra vor quin mar'.split(' ')
const endings = ['n', 'r', 's', 'ck', 'nd', 'l', 'va', 'ni', 'o', 'ez']

/** The pack as YAML, as somebody would have written it. */
export function namesPack(count = 10_000) {
  const next = random(11)
  const word = (length) => {
    let made = ''
    for (let i = 0; i < length; i += 1) made += syllables[Math.floor(next() * syllables.length)]
    made += endings[Math.floor(next() * endings.length)]
    return made.charAt(0).toUpperCase() + made.slice(1)
  }
  const entries = []
  const names = []
  for (let i = 0; i < count; i += 1) {
    const given = word(1 + Math.floor(next() * 2))
    const family = word(2 + Math.floor(next() * 2))
    const aliases = [`${given} ${word(1)} ${family}`, `${given.charAt(0)}. ${family}`, `Mayor ${family}`, `${family}y`]
    names.push(`${given} ${family}`, family)
    entries.push(
      `  - id: e${i}\n    kind: person\n    name: ${given} ${family}\n    family: ${family}\n    given: ${given}\n` +
        `    aliases: [${aliases.join(', ')}]\n    roles: [{ title: Mayor, of: ${word(2)}, from: 2024-05 }]\n` +
        `    description: ${given} ${family} is mayor.\n`
    )
  }
  return { yaml: `id: names\ntitle: Ten thousand names\nentities:\n${entries.join('')}`, names }
}

/** The text with a name of the pack in every third place of a word that begins with a capital. */
export function withNames(text, names) {
  const next = random(5)
  let seen = 0
  return text.replace(/\b[A-Z][a-z]+\b/g, (word) => {
    seen += 1
    return seen % 3 === 0 ? names[Math.floor(next() * names.length)] : word
  })
}
