/** `npm run code`: the samples in VS Code with the extension: the desktop's where there is one, else in the browser. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installable } from './vscode/install.mjs'
import { packedExtension } from './vscode/package.mjs'
import { startServer } from './vscode/run.mjs'

const root = join(import.meta.dirname, '..')
const sample = 'moscow-takeaways.md'

if (desktopCode()) {
  const samples = join(root, 'samples')
  const args = [`--extensionDevelopmentPath=${root}`, samples, join(samples, sample)]
  process.exitCode = spawnSync('code', args, { stdio: 'inherit', shell: process.platform === 'win32' }).status ?? 1
} else if (installable) await inBrowser()
else {
  console.error('saidby: there is no `code` on this machine’s PATH; install VS Code and its shell command, then run this again')
  process.exitCode = 1
}

function desktopCode() {
  return spawnSync('code', ['--version'], { stdio: 'ignore', shell: process.platform === 'win32' }).status === 0
}

/** Serves VS Code with a copy of the samples until the program is interrupted. */
async function inBrowser() {
  const samples = mkdtempSync(join(tmpdir(), 'saidby-samples-'))
  cpSync(join(root, 'samples'), samples, { recursive: true })
  const { base, authority, stop } = await startServer({ vsix: await packedExtension(), port: Number(process.env.PORT) || undefined })
  const payload = [['openFile', `vscode-remote://${authority}${join(samples, sample)}`]]
  console.log(
    `\nThe samples stand open in VS Code at\n\n  ${base}/?folder=${samples}&payload=${encodeURIComponent(JSON.stringify(payload))}\n\nCtrl+C ends it.`
  )
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, async () => {
      await stop()
      rmSync(samples, { recursive: true, force: true })
      process.exit(0)
    })
}
