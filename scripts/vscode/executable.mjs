#!/usr/bin/env node
/**
 * Stands in for the `code` executable under `runTests` of @vscode/test-electron: takes VS Code's own arguments, runs the suite in an extension
 * host of a real VS Code in a browser, and ends with the suite's status. SAIDBY_VSCODE is the profile as JSON: the edition, and whether the host
 * is `node`, beside the files, or `web`, a worker in the browser; SAIDBY_VSIX is the packed extension. In a worker the suite writes no report; this
 * program does, from what it logs.
 */
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { format } from 'node:util'
import { launchChromium, startServer, unpacked } from './run.mjs'
import { serveFolders } from './serve.mjs'

const args = process.argv.slice(2)
const values = (name) => args.filter((arg) => arg.startsWith(`--${name}=`)).map((arg) => arg.slice(name.length + 3))
const folder = args.find((arg) => !arg.startsWith('-'))
/** Milliseconds: a suite that has not ended by then hangs. */
const LONGEST = 900_000

const { edition = 'newest', host = 'node', language, trusted } = JSON.parse(process.env.SAIDBY_VSCODE ?? '{}')
const extensions = values('extensionDevelopmentPath').map((path) => resolve(path))
const tests = resolve(values('extensionTestsPath')[0])
const vsix = process.env.SAIDBY_VSIX
const server = await startServer({ edition, trusted, ...(host === 'node' && { vsix }) })
const browser = await launchChromium()
const packed = host === 'web' ? await unpacked({ edition, vsix }) : null
const files = packed && (await serveFolders({ tests: resolve(tests, '..'), extension: packed.folder }))
let status = 1
let timer
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, bypassCSP: host === 'web' })
  const ended = new Promise((done) => page.exposeFunction('codeAutomationExit', done))
  await page.exposeFunction('codeAutomationLog', (type, parts) => {
    const line = format(...parts)
    const report = /^saidby-report (\{.*\})$/m.exec(line)?.[1]
    if (report) writeFileSync(process.env.SAIDBY_TEST_REPORT, report)
    // VS Code's own logger and watchdog miss the native parts that their skipped install scripts would have built.
    else if (!/spdlog|watchdog/.test(line)) console[type === 'error' ? 'error' : 'log'](line)
  })
  if (files) await developInBrowser(page)
  // What a language pack would say; VS Code’s own texts stay English.
  if (language) await page.addInitScript((spoken) => Object.assign(globalThis, { _VSCODE_NLS_LANGUAGE: spoken }), language)
  const payload = [...(files ? inBrowser() : besideFiles()), ['skipWelcome', 'true']]
  await page.goto(
    `${server.base}/?${folder.endsWith('.code-workspace') ? 'workspace' : 'folder'}=${resolve(folder)}&payload=${encodeURIComponent(JSON.stringify(payload))}`
  )
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
  await files?.stop()
  packed?.remove()
}
process.exit(status)

function besideFiles() {
  const remote = (path) => `vscode-remote://${server.authority}${path}`
  return [...extensions.map((path) => ['extensionDevelopmentPath', remote(path)]), ['extensionTestsPath', remote(tests)]]
}

function inBrowser() {
  return [
    ['extensionDevelopmentKind', 'web'],
    ['extensionTestsPath', `${files.base}/tests/web.js`]
  ]
}

/** Web extensions under development are named where the page has its configuration: Saidby, and the one that the tests are. */
async function developInBrowser(page) {
  const { protocol, host } = new URL(files.base)
  const extensions = ['/extension', '/tests'].map((path) => ({ scheme: protocol.slice(0, -1), authority: host, path }))
  await page.addInitScript((developed) => {
    const seen = new MutationObserver(() => {
      const element = document.getElementById('vscode-workbench-web-configuration')
      if (!element) return
      seen.disconnect()
      const settings = JSON.parse(element.dataset.settings)
      settings.developmentOptions = { ...settings.developmentOptions, extensions: developed }
      element.dataset.settings = JSON.stringify(settings)
    })
    seen.observe(document, { childList: true, subtree: true })
  }, extensions)
}
