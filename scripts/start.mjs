/** `npm start`: checks the samples and shows what an editor would show, in the terminal. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const samples = ['samples/moscow-takeaways.md', 'samples/clean.md']
const bold = (text) => (process.stdout.isTTY && !process.env.NO_COLOR ? `\u001b[1m${text}\u001b[0m` : text)

console.log(bold('Findings in the samples\n'))
saidby('check', ...samples)
console.log(bold('\nThe outline of the first\n'))
saidby('outline', samples[0])
console.log(`\nSee it in VS Code: ${bold('npm run code')}.  Check a draft of your own: ${bold('node dist/saidby.mjs check FILE')}.`)

function saidby(...args) {
  const { status } = spawnSync(process.execPath, [join('dist', 'saidby.mjs'), ...args], { cwd: root, stdio: 'inherit' })
  // Findings in a sample are what it is for; only a program that could not do its work is a failure.
  if (status !== 0 && status !== 1) process.exitCode = 1
}
