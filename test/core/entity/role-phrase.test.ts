/** Roles as they read behind a name. */
import { expect, test } from 'vitest'
import { asPhrase, rolePhrase } from '../../../server/src/core/entity/role-phrase.ts'

test.each([
  [{ title: 'President', of: 'Russia' }, 'the president of Russia'],
  [{ title: 'Prime Minister', of: 'Japan' }, 'the prime minister of Japan'],
  [{ title: 'economics professor', of: 'the Open School' }, 'an economics professor at the Open School'],
  [{ title: 'CEO', of: 'Lund & Sons' }, 'the CEO of Lund & Sons'],
  [{ title: 'baker' }, 'a baker']
])('%o', (role, phrase) => {
  expect(rolePhrase(role)).toBe(phrase)
})

test('a role of the draft keeps its article, a title gets one', () => {
  expect(asPhrase('the head of the union')).toBe('the head of the union')
  expect(asPhrase('Mayor')).toBe('the mayor')
})
