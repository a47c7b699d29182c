/** How much memory a process holds that has opened a newsroom whose index was kept, and nothing else, in bytes after a collection. */
import { pathToFileURL } from 'node:url'
import { newsroom } from './newsroom.mjs'

const [bundle, folder, storage] = process.argv.slice(2)
const core = await import(pathToFileURL(bundle).href)
const started = performance.now()
const { coverage } = await newsroom(core, folder, storage)
const opened = performance.now() - started
for (let i = 0; i < 3; i += 1) globalThis.gc()
const memory = process.memoryUsage.rss()
// Asked for behind the measurement, so that the index is still held.
if (core.size(coverage.index) > 0) console.log(JSON.stringify({ memory, opened }))
