/** The stories are read as they were when their scores were last reviewed. `npm run corpus` shows what changed, `-- --write` accepts it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { score } from './score.ts'
import { stories, table } from './table.ts'

const all = stories(join(import.meta.dirname, 'stories'))

test('the scores are those of scores.csv', () => {
  const committed = readFileSync(join(import.meta.dirname, 'scores.csv'), 'utf8')
  expect(table(all.map(score)).split('\n')).toEqual(committed.split('\n'))
})
