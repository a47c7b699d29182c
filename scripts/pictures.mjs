/** `npm run pictures`: the README's pictures, taken of the real VS Code with the packed extension in it, and the icon. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packedExtension } from './vscode/package.mjs'
import { launchChromium, startServer } from './vscode/run.mjs'

const root = join(import.meta.dirname, '..')
const target = join(root, 'docs', 'pictures')
const settings = {
  'workbench.colorTheme': 'Default Light Modern',
  'editor.wordWrap': 'on',
  'editor.fontSize': 14,
  'editor.lineHeight': 22,
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'editor.selectionHighlight': false,
  'editor.stickyScroll.enabled': false,
  'editor.lineNumbers': 'on',
  'breadcrumbs.enabled': false,
  'outline.collapseItems': 'alwaysExpand',
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false
}

mkdirSync(target, { recursive: true })
const home = mkdtempSync(join(tmpdir(), 'saidby-'))
const samples = join(home, 'drafts')
cpSync(join(root, 'samples'), samples, { recursive: true })
const server = await startServer({ settings, vsix: await packedExtension() })
const browser = await launchChromium()
try {
  await drawIcon()
  const page = await browser.newPage({ viewport: { width: 1180, height: 760 }, deviceScaleFactor: 1.5 })
  const payload = [['openFile', `vscode-remote://${server.authority}${join(samples, 'moscow-takeaways.md')}`]]
  await page.goto(`${server.base}/?folder=${samples}&payload=${encodeURIComponent(JSON.stringify(payload))}`)
  await page.locator('.monaco-editor .view-lines').first().waitFor({ timeout: 60_000 })
  await page.waitForTimeout(2000)
  // Only what is in sight is drawn.
  const unattributed = lineOf('“It would give them')
  await goTo(page, unattributed + 4, 1)
  await page.locator('.squiggly-warning').first().waitFor({ timeout: 60_000 })
  // One picture of each; the writer's hand is the keyboard, so that no pointer stands in the way.
  await goTo(page, lineOf('Alexander Korolev,'), 4)
  await press(page, 'Control+k', 'Control+i')
  await page.locator('.monaco-hover-content:visible').first().waitFor()
  await page.waitForTimeout(700)
  await shoot(page, 'hover', { x: 348, y: 36, width: 832, height: 520 })

  await press(page, 'Escape')
  await goTo(page, lineOf('Putin told reporters'), 150)
  await press(page, 'Control+k', 'Control+i')
  await page.locator('.monaco-hover-content:visible').first().waitFor()
  await page.waitForTimeout(700)
  await shoot(page, 'verdict', { x: 348, y: 36, width: 832, height: 520 })

  await press(page, 'Escape')
  await goTo(page, unattributed, 10)
  await press(page, 'Control+.')
  await page.locator('.action-widget:visible').first().waitFor()
  await page.waitForTimeout(500)
  await shoot(page, 'quick-fix', { x: 348, y: 36, width: 832, height: 520 })

  await press(page, 'Escape')
  await run(page, 'Saidby: Menu')
  await page.locator('.quick-input-list .monaco-list-row').first().waitFor()
  await page.waitForTimeout(500)
  await shoot(page, 'menu', { x: 280, y: 0, width: 620, height: 240 })

  await press(page, 'Escape')
  await run(page, 'Saidby: Set Up This Workspace')
  await page.locator('.quick-input-widget:visible :text("1 of 3")').waitFor()
  await page.waitForTimeout(500)
  await shoot(page, 'set-up', { x: 280, y: 0, width: 620, height: 225 })

  await press(page, 'Escape')
  await run(page, 'Explorer: Focus on Outline View')
  await page.locator('.outline-pane .monaco-list-row').first().waitFor()
  await page.locator('.pane-header:has-text("drafts")').click()
  // The side bar's edge, drawn out so that the names can be read.
  const edge = await page.locator('.part.sidebar').boundingBox()
  await page.mouse.move(edge.x + edge.width, 400)
  await page.waitForTimeout(500)
  await page.mouse.down()
  await page.mouse.move(660, 400, { steps: 8 })
  await page.mouse.up()
  await page.mouse.move(900, 400)
  await page.waitForTimeout(1000)
  await shoot(page, 'outline', { x: 0, y: 0, width: 1180, height: 760 })

  await page.locator('.pane-header:has-text("Outline")').click()
  await run(page, 'Explorer: Focus on Takeaways View')
  await page.locator('.monaco-list-row:has-text("quotations")').first().waitFor()
  await press(page, 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowRight')
  await page.waitForTimeout(1000)
  await shoot(page, 'takeaways', { x: 48, y: 36, width: 612, height: 520 })

  await run(page, 'View: Toggle Primary Side Bar Visibility')
  await run(page, 'Saidby: Show Who Speaks')
  await page.locator('.tab:has-text("Speakers")').waitFor()
  await page.waitForTimeout(2000)
  await shoot(page, 'speakers', { x: 48, y: 0, width: 1132, height: 600 })

  await run(page, 'View: Close Editor')
  await run(page, 'Saidby: Open the Walkthrough')
  await page.locator('.getting-started-step').first().waitFor()
  await page.waitForTimeout(2000)
  await shoot(page, 'walkthrough', { x: 200, y: 100, width: 880, height: 560 })
} finally {
  await browser.close()
  await server.stop()
  rmSync(home, { recursive: true, force: true })
}

/** The line of the sample that begins so, counted from 1. */
function lineOf(words) {
  const line = readFileSync(join(samples, 'moscow-takeaways.md'), 'utf8')
    .split('\n')
    .findIndex((text) => text.startsWith(words))
  if (line < 0) throw new Error(`no line of the sample begins with ${words}`)
  return line + 1
}

async function goTo(page, line, column) {
  await page.locator('.monaco-editor .view-lines').first().click()
  await press(page, 'Control+g')
  await page.keyboard.type(`${line}:${column}`)
  await press(page, 'Enter')
  await page.waitForTimeout(400)
}

/** By its name, as the palette of commands has it. */
async function run(page, command) {
  await press(page, 'F1')
  await page.locator('.quick-input-widget:visible').waitFor()
  await page.keyboard.type(command)
  await page.locator('.quick-input-list .monaco-list-row.focused').waitFor()
  await page.waitForTimeout(500)
  await press(page, 'Enter')
}

async function press(page, ...keys) {
  for (const key of keys) await page.keyboard.press(key)
}

async function shoot(page, name, clip) {
  const png = await page.screenshot({ clip })
  writeFileSync(join(target, `${name}.webp`), await webp(png))
  console.log(`docs/pictures/${name}.webp`)
}

/** An editor has few colours: with eight steps for each part of a colour, nothing that matters is lost but two thirds of the size. */
async function webp(png) {
  const page = await browser.newPage()
  const encoded = await page.evaluate(
    async (address) => {
      const image = new Image()
      image.src = address
      await image.decode()
      const canvas = document.createElement('canvas')
      canvas.width = image.naturalWidth
      canvas.height = image.naturalHeight
      const context = canvas.getContext('2d')
      context.drawImage(image, 0, 0)
      const pixels = context.getImageData(0, 0, canvas.width, canvas.height)
      const step = 255 / 7
      for (let i = 0; i < pixels.data.length; i += 1) pixels.data[i] = Math.round(Math.round(pixels.data[i] / step) * step)
      context.putImageData(pixels, 0, 0)
      // Quality 1 loses nothing.
      return canvas.toDataURL('image/webp', 1)
    },
    `data:image/png;base64,${png.toString('base64')}`
  )
  await page.close()
  return Buffer.from(encoded.slice(encoded.indexOf(',') + 1), 'base64')
}

/** The galleries take no vectors. */
async function drawIcon() {
  const media = join(root, 'media')
  const page = await browser.newPage({ viewport: { width: 256, height: 256 } })
  await page.setContent(`<body style="margin: 0">${readFileSync(join(media, 'icon.svg'), 'utf8')}</body>`)
  await page.screenshot({ path: join(media, 'icon.png'), omitBackground: true })
  await page.close()
}
