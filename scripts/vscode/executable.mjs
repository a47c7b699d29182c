#!/usr/bin/env node
/**
 * Stands in for the `code` executable under `runTests` of @vscode/test-electron: takes VS Code's own arguments, runs the
 * suite in the extension host of a real VS Code in a browser, and ends with the suite's status. SAIDBY_VSCODE names the edition,
 * SAIDBY_VSIX a packed extension that is installed first.
 */
import { resolve } from 'node:path'
import { format } from 'node:util'
import { launchChromium, startServer } from './run.mjs'

const args = process.argv.slice(2)
const values = (name) => args.filter((arg) => arg.startsWith(`--${name}=`)).map((arg) => arg.slice(name.length + 3))
const folder = args.find((arg) => !arg.startsWith('-'))
const LONGEST = 240_000

const server = await startServer({ edition: process.env.SAIDBY_VSCODE ?? 'newest', vsix: process.env.SAIDBY_VSIX })
const browser = await launchChromium()
let status = 1
let timer
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  const ended = new Promise((done) => page.exposeFunction('codeAutomationExit', done))
  await page.exposeFunction('codeAutomationLog', (type, parts) => {
    const line = format(...parts)
    // VS Code's own logger and watchdog miss the native parts that their skipped install scripts would have built.
    if (!/spdlog|watchdog/.test(line)) console[type === 'error' ? 'error' : 'log'](line)
  })
  const remote = (path) => `vscode-remote://${server.authority}${resolve(path)}`
  const payload = [
    ...values('extensionDevelopmentPath').map((path) => ['extensionDevelopmentPath', remote(path)]),
    ['extensionTestsPath', remote(values('extensionTestsPath')[0])],
    ['skipWelcome', 'true']
  ]
  await page.goto(`${server.base}/?folder=${resolve(folder)}&payload=${encodeURIComponent(JSON.stringify(payload))}`)
  const late = new Promise((done) => {
    timer = setTimeout(() => {
      console.error(`the suite did not end within ${LONGEST / 1000} seconds`)
      done(124)
    }, LONGEST)
  })
  status = await Promise.race([ended, late])
} finally {
  clearTimeout(timer)
  await browser.close()
  await server.stop()
}
process.exit(status)
