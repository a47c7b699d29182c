/**
 * `npm run bench -- --takeaways`: how far the takeaways that Saidby finds are from those that people marked, as WindowDiff and Pk beside
 * TextTiling: in the drafts of `test/corpus/takeaways`, in the samples, and in a published article where it is at hand, without its pack and
 * with it. `--starts` shows the paragraphs at which takeaways begin, `--article FILE` names the article.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = join(import.meta.dirname, '..')
const shared = join(root, '..', 'shared', 'coverage', 'summit', 'five-takeaways.txt')

export async function takeaways({ starts: showStarts, article = shared }) {
  const { measureTakeaways, readCompiledPack, readTakeaways, takeawayDrafts, withoutHeadings, withoutNumbers } = await bundled()
  const pack = readCompiledPack(JSON.parse(readFileSync(join(root, 'dist', 'coverage', 'summit.json'), 'utf8')))
  const drafts = takeawayDrafts(join(root, 'test', 'corpus', 'takeaways'))
  const sample = readFileSync(join(root, 'samples', 'moscow-takeaways.md'), 'utf8')
  const samples = [readTakeaways('sample', sample.replace(/^## /gm, '% takeaway\n## '))]
  const bare = samples.map(withoutHeadings)
  const rows = [
    ...[...drafts, ...samples, ...bare].map((draft) => measureTakeaways(draft, [])),
    ...bare.map((draft) => ({ ...measureTakeaways(draft, [pack]), name: `${draft.name}, with the pack` }))
  ]
  const summit = publishedArticle(article)
  if (summit) {
    rows.push(measureTakeaways({ ...summit, name: 'published article, no coverage' }, []))
    rows.push(measureTakeaways({ ...summit, name: 'published article, with the pack' }, [pack]))
  } else console.log(`left out: the published article, which is not at ${article}`)
  const plain = drafts.filter(({ name }) => name.includes('plain'))
  const means = [
    mean('mean of the drafts', rows.slice(0, drafts.length)),
    mean(
      '… of those that mark nothing',
      rows.filter(({ name }) => name.includes('plain'))
    ),
    mean(
      '… of those, where no number is told',
      plain.map((draft) => measureTakeaways(withoutNumbers(draft), []))
    )
  ]
  print([...rows, ...means], showStarts)
}

/** The borders are where the first paragraph stands that holds a statement of the next takeaway, or leads up to it. */
function publishedArticle(path) {
  if (!existsSync(path)) return null
  const text = readFileSync(path, 'utf8')
  const paragraphs = [...text.matchAll(/\S[^\n]*/g)].map(({ index }) => index)
  return { text, starts: BORDERS.map((paragraph) => paragraphs[paragraph - 1]) }
}

/** Read by hand, in paragraphs counted from the headline: each takeaway has a sentence of its own in front of its statements. */
const BORDERS = [13, 20, 27, 32, 39]

function mean(name, rows) {
  const of = (value) => rows.reduce((sum, row) => sum + value(row), 0) / rows.length
  const distance = (key) => ({ windowDiff: of((row) => row[key].windowDiff), pk: of((row) => row[key].pk) })
  const right = rows.filter(({ gold, found }) => gold === found).length
  return { name, gold: `${rows.length} drafts`, found: `${right} as many`, ours: distance('ours'), tiling: distance('tiling') }
}

function print(rows, showStarts) {
  const two = (value) => value.toFixed(2)
  console.log('| draft | takeaways | found | WindowDiff | Pk | TextTiling: WindowDiff | Pk |\n|---|---|---|---|---|---|---|')
  for (const { name, gold, found, ours, tiling, starts } of rows) {
    console.log(`| ${[name, gold, found, two(ours.windowDiff), two(ours.pk), two(tiling.windowDiff), two(tiling.pk)].join(' | ')} |`)
    if (showStarts && starts) console.log(`    begin at ${starts.gold.join(' ')}; found at ${starts.found.join(' ')}`)
  }
}

async function bundled() {
  const outfile = join(root, '.cache', 'takeaways.mjs')
  const contents = `export * from './test/bench/takeaways.ts'
export * from './test/corpus/takeaways.ts'
export { readCompiledPack } from './server/src/core/api.ts'`
  await build({
    stdin: { contents, resolveDir: root },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'error'
  })
  return import(pathToFileURL(outfile).href)
}
