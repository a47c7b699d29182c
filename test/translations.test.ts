/** Whatever a writer is told has a German and a French translation that fits, and no translation is left of a text that is gone. */
import { describe, expect, test } from 'vitest'
import { jsonOf, manifestKeys, toldTexts } from './support/texts.ts'

type Texts = Readonly<Record<string, string>>

const told = toldTexts()
const keys = new Set(told.map(({ key }) => key))

test('the code tells whole texts, which can be translated, and only once the language is known', () => {
  expect(told.filter(({ key }) => key === null).map(({ place }) => place)).toEqual([])
  expect(told.filter(({ early }) => early).map(({ place }) => place)).toEqual([])
})

test('each place in a text gets its value', () => {
  const wrong = told.filter(({ key, values }) => values !== null && values !== new Set(placesOf(key ?? '')).size)
  expect(wrong.map(({ place }) => place)).toEqual([])
})

describe.each(['de', 'fr'])('the texts in %s', (language) => {
  const texts = jsonOf(`l10n/bundle.l10n.${language}.json`) as Texts

  test('are all there, and no others', () => {
    expect({
      missing: [...keys].filter((key) => key !== null && !Object.hasOwn(texts, key)),
      gone: Object.keys(texts).filter((key) => !keys.has(key))
    }).toEqual({ missing: [], gone: [] })
  })

  test('fit the English ones', () => {
    expect(Object.entries(texts).filter(([english, text]) => !fits(english, text))).toEqual([])
  })

  test('stand in their own quotation marks', () => {
    expect(Object.values(texts).filter((text) => !inOwnMarks(text, language))).toEqual([])
  })
})

describe.each(['de', 'fr'])('the manifest in %s', (language) => {
  const english = jsonOf('package.nls.json') as Texts
  const texts = jsonOf(`package.nls.${language}.json`) as Texts

  test('has the names that the manifest asks for, and no others', () => {
    const asked = [...manifestKeys()].sort()
    expect(Object.keys(english).sort()).toEqual(asked)
    expect(Object.keys(texts).sort()).toEqual(asked)
  })

  test('fits the English one', () => {
    expect(Object.entries(texts).filter(([key, text]) => !fits(english[key] ?? '', text) || !inOwnMarks(text, language))).toEqual([])
  })
})

const placesOf = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort()

/** With the same values in them, and ending as the English text does: a sentence as a sentence, a title as a title. */
function fits(english: string, text: string): boolean {
  const end = (one: string): string => /[.?!…:]?$/.exec(one.trim())?.[0] ?? ''
  const values = new Set(placesOf(english))
  return (
    text.trim() !== '' &&
    end(english) === end(text) &&
    [...values].every((value) => text.includes(value)) &&
    placesOf(text).every((value) => values.has(value))
  )
}

/** „So“ and « ainsi », with spaces that do not break; in French they stand before signs of two parts as well. */
function inOwnMarks(text: string, language: string): boolean {
  if (/["']/.test(text)) return false
  if (language === 'de') return !/[”«»]|“(?=[\p{L}{])| %/u.test(text)
  return !/[“”„]|«(?!\u00A0)|(?<!\u00A0)»|(?<!\u00A0)[:;?!](?=\s|$)|(?<!\u00A0)%(?=\P{L}|$)/u.test(text)
}
