/** How much memory a process holds that has read an index from disk and nothing else, in bytes after a collection. */
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const [bundle, file] = process.argv.slice(2)
const { load, size } = await import(pathToFileURL(bundle).href)
const index = load(readFileSync(file).buffer)
for (let i = 0; i < 3; i += 1) globalThis.gc()
const memory = process.memoryUsage.rss()
// Asked for behind the measurement, so that the index is still held.
if (size(index) > 0) console.log(memory)
