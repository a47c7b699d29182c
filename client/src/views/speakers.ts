/** The speakers of the draft as a picture: a table with a bar for each, which reads as a table and follows the theme. */
import { type Disposable, env, l10n, Range, Selection, TextEditorRevealType, ViewColumn, type WebviewPanel, window } from 'vscode'
import type { StorySpeaker } from '../../../server/src/lsp/protocol.ts'
import { figure, nobody, verdictName } from '../words.ts'
import type { Story, StorySource } from './story.ts'

export interface SpeakersView extends Disposable {
  /** Opens it beside the draft, or brings it to the front. */
  open(): void
  /** What is shown now; empty while it is closed. */
  page(): string
}

export function createSpeakersView(source: StorySource): SpeakersView {
  let panel: WebviewPanel | undefined
  const draw = (): void => {
    if (panel) panel.webview.html = page(source.newest, crypto.randomUUID())
  }
  const subscription = source.onDidChange(draw)
  return {
    open: () => {
      if (panel) return panel.reveal(undefined, true)
      panel = window.createWebviewPanel(
        'saidby.speakers',
        l10n.t('Speakers'),
        { viewColumn: ViewColumn.Beside, preserveFocus: true },
        {
          enableScripts: true,
          localResourceRoots: []
        }
      )
      const turns = new Map<number, number>()
      panel.webview.onDidReceiveMessage(({ speaker }: { speaker: number }) => {
        const turn = turns.get(speaker) ?? 0
        turns.set(speaker, turn + 1)
        void goTo(source.newest, speaker, turn)
      })
      panel.onDidDispose(() => {
        panel = undefined
      })
      draw()
    },
    page: () => panel?.webview.html ?? '',
    dispose: () => {
      subscription.dispose()
      panel?.dispose()
    }
  }
}

/** From one of a speaker’s places to the next, and round again. */
async function goTo(story: Story | null, index: number, turn: number): Promise<void> {
  const places = story?.speakers[index]?.places ?? []
  const place = places[turn % Math.max(1, places.length)]
  if (!story || !place) return
  const range = new Range(place.start.line, place.start.character, place.end.line, place.end.character)
  const shown = window.visibleTextEditors.find(({ document }) => document.uri.toString() === story.uri.toString())
  const editor = await window.showTextDocument(story.uri, { viewColumn: shown?.viewColumn ?? ViewColumn.One, selection: range })
  editor.selection = new Selection(range.start, range.end)
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport)
}

/** The whole page. Nothing is loaded from anywhere: its style and script are the ones with the nonce. */
export function page(story: Story | null, nonce: string): string {
  const speakers = story?.speakers ?? []
  const most = Math.max(1, ...speakers.map(({ words }) => words))
  const rows = speakers.map((speaker, i) => row(speaker, i, most)).join('')
  const table = `<table><caption>${summary(speakers)}</caption>
<thead><tr>${head(l10n.t('Speaker'))}${head(l10n.t('Quotations'))}${head(l10n.t('Words'))}<th scope="col" aria-hidden="true"></th>${head(l10n.t('Coverage'))}${head(l10n.t('Reported'))}</tr></thead>
<tbody>${rows}</tbody></table>`
  return `<!DOCTYPE html>
<html lang="${escaped(env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${l10n.t('Speakers')}</title>
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<main>
<h1>${l10n.t('Speakers')}</h1>
${speakers.length === 0 ? `<p>${l10n.t('Nobody speaks in this draft.')}</p>` : table}
</main>
<script nonce="${nonce}">${SCRIPT}</script>
</body>
</html>`
}

/** The name is a button that goes to the speaker’s next words; the bar is only for the eye, since the cells say the same. */
function row({ kind, name, quotations, words, reported, verdicts }: StorySpeaker, index: number, most: number): string {
  const label = escaped(kind === 'nobody' ? nobody() : name)
  const note = kind === 'anonymous' ? ` <small>${l10n.t('not named')}</small>` : ''
  const told = order.filter((verdict) => verdicts[verdict]).map((verdict) => `${verdicts[verdict]} ${verdictName(verdict)}`)
  return `<tr class="${kind}"><th scope="row"><button type="button" data-speaker="${index}">${label}</button>${note}</th><td>${quotations}</td><td>${words}</td><td class="picture" aria-hidden="true">${bar(words / most, quotations, verdicts)}</td><td>${told.join(', ')}</td><td>${reported}</td></tr>\n`
}

/** As long as the words are many, in the colours of the verdicts; what the coverage tells nothing of is left plain. */
function bar(share: number, quotations: number, verdicts: StorySpeaker['verdicts']): string {
  let at = 0
  const pieces = [...order.map((verdict) => [verdict, verdicts[verdict] ?? 0] as const), ['plain', 0] as const].map(([verdict, count]) => {
    const width = verdict === 'plain' ? 100 * share - at : (100 * share * count) / Math.max(1, quotations)
    const piece = width > 0 ? `<rect class="${verdict}" x="${at.toFixed(2)}" y="0" width="${width.toFixed(2)}" height="10"/>` : ''
    at += Math.max(0, width)
    return piece
  })
  return `<svg viewBox="0 0 100 10" preserveAspectRatio="none" focusable="false">${pieces.join('')}</svg>`
}

const order = ['verbatim', 'trimmed', 'altered', 'spliced', 'unsupported']

function summary(speakers: readonly StorySpeaker[]): string {
  const words = speakers.reduce((sum, one) => sum + one.words, 0)
  const named = speakers.filter(({ kind }) => kind === 'named').length
  const unnamed = speakers.filter(({ kind }) => kind === 'anonymous').length
  const nobodys = speakers.find(({ kind }) => kind === 'nobody')?.quotations ?? 0
  const parts = [
    words === 1 ? l10n.t('1 word in quotation marks') : l10n.t('{0} words in quotation marks', figure(words)),
    l10n.t('{0} named', named),
    l10n.t('{0} not named', unnamed),
    ...(nobodys > 0 ? [nobodys === 1 ? l10n.t('1 quotation without a speaker') : l10n.t('{0} quotations without a speaker', nobodys)] : [])
  ]
  return `${parts.join(', ')}.`
}

const head = (title: string): string => `<th scope="col">${escaped(title)}</th>`

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

const STYLE = `
body { color: var(--vscode-foreground); background: var(--vscode-editor-background); font: var(--vscode-font-size) var(--vscode-font-family); padding: 0 1em 1em; }
h1 { font-size: 1.3em; font-weight: 600; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; color: var(--vscode-descriptionForeground); padding-bottom: .6em; }
th, td { text-align: left; padding: .3em .8em .3em 0; border-bottom: 1px solid var(--vscode-editorWidget-border, var(--vscode-contrastBorder, transparent)); font-weight: normal; }
thead th { color: var(--vscode-descriptionForeground); }
td:nth-of-type(1), td:nth-of-type(2), td:last-child { text-align: right; font-variant-numeric: tabular-nums; }
td.picture { width: 40%; }
svg { display: block; width: 100%; height: .9em; background: transparent; }
rect { fill: var(--vscode-charts-blue, var(--vscode-foreground)); }
rect.verbatim, rect.trimmed { fill: var(--vscode-charts-green, var(--vscode-foreground)); }
rect.altered, rect.spliced { fill: var(--vscode-charts-orange, var(--vscode-foreground)); }
rect.unsupported { fill: var(--vscode-charts-yellow, var(--vscode-foreground)); }
button { all: unset; cursor: pointer; color: var(--vscode-textLink-foreground); }
button:hover { text-decoration: underline; }
button:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }
tr.nobody button, tr.anonymous button { font-style: italic; }
small { color: var(--vscode-descriptionForeground); }
`

const SCRIPT = `
const code = acquireVsCodeApi();
document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest('button[data-speaker]') : null;
  if (button) code.postMessage({ speaker: Number(button.dataset.speaker) });
});
`
