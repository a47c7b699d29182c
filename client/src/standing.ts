/** Whether the draft in front is checked, shown beside its language; *Why is this not checked?*; and the menu of what can be done about it. */
import {
  type Command,
  commands,
  type Disposable,
  type LanguageStatusItem,
  LanguageStatusSeverity,
  l10n,
  languages,
  type QuickPickItem,
  TabInputText,
  type TextDocument,
  window,
  workspace
} from 'vscode'
import { type BaseLanguageClient, State } from 'vscode-languageclient'
import type { StandingParams, StandingResult } from '../../server/src/lsp/protocol.ts'
import { drafts } from './drafts.ts'
import type { Pause } from './pause.ts'
import type { StorySource } from './views/story.ts'
import { findingCount, messageOf, quotationCount } from './words.ts'

export interface StandingView extends Disposable {
  readonly item: LanguageStatusItem
  /** Tells the writer in a sentence or two; resolves with what was told, and leaves it standing. */
  why(): Promise<string>
  /** What the menu offers; each is a command. */
  readonly menu: () => readonly Entry[]
}

interface Entry extends QuickPickItem {
  readonly command: string
}

/** VS Code hands longer documents to no extension. In bytes, of which a document has at least as many as characters. */
const LONGEST = 50 * 1024 * 1024

export function createStandingView(client: BaseLanguageClient, story: StorySource, pause: Pause): StandingView {
  const item = languages.createLanguageStatusItem('saidby.standing', drafts)
  item.name = 'Saidby'
  item.command = { command: 'saidby.menu', title: l10n.t('Menu') }
  let asked = 0

  const show = async (): Promise<void> => {
    asked += 1
    const own = asked
    const document = window.activeTextEditor?.document
    if (!document || languages.match(drafts, document) === 0) return
    const told = await standingOf(client, document).catch(() => null)
    if (own === asked) Object.assign(item, shown(client, pause, document, told))
  }
  const subscriptions = [
    story.onDidChange(show),
    pause.onDidChange(show),
    window.onDidChangeActiveTextEditor(show),
    client.onDidChangeState(show),
    commands.registerCommand('saidby.why', () => view.why()),
    commands.registerCommand('saidby.menu', () => openMenu(menu()))
  ]
  const view: StandingView = {
    item,
    menu,
    async why() {
      const told = await whyNot(client, window.activeTextEditor?.document)
      const output = l10n.t('Show the output')
      void window.showInformationMessage(told, output).then((chosen) => chosen === output && commands.executeCommand('saidby.showOutput'))
      return told
    },
    dispose: () => {
      for (const subscription of [...subscriptions, item]) subscription.dispose()
    }
  }
  void show()
  return view
}

/** Null while the server does not run. */
async function standingOf(client: BaseLanguageClient, document: TextDocument): Promise<StandingResult | null> {
  if (!client.isRunning()) return null
  const params: StandingParams = { textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) } }
  return client.sendRequest<StandingResult>('saidby/standing', params)
}

function shown(
  client: BaseLanguageClient,
  pause: Pause,
  { uri }: TextDocument,
  told: StandingResult | null
): Pick<LanguageStatusItem, 'text' | 'detail' | 'busy' | 'severity' | 'accessibilityInformation'> {
  const { Information, Error: Failure } = LanguageStatusSeverity
  if (!told) {
    const busy = client.state === State.Starting
    const text = busy ? l10n.t('Saidby is starting') : l10n.t('Saidby has stopped')
    return { text, detail: '', busy, severity: busy ? Information : Failure, accessibilityInformation: { label: text } }
  }
  const { checked, reasons, quotations } = told
  const findings = languages.getDiagnostics(uri).filter(({ source }) => source === 'saidby').length
  const text = checked ? `Saidby: ${findingCount(findings)}` : l10n.t('Saidby: not checked')
  const sentences = [`${quotationCount(quotations)}.`, ...reasons].join(' ')
  const mayPause = checked || pause.holds(uri.toString())
  return {
    text,
    detail: mayPause ? `${sentences} ${linkTo(pause.click(uri.toString()))}` : sentences,
    busy: false,
    severity: Information,
    accessibilityInformation: { label: `${text}. ${sentences}` }
  }
}

const linkTo = ({ command, title }: Command): string => `[${title}](command:${command})`

async function whyNot(client: BaseLanguageClient, document: TextDocument | undefined): Promise<string> {
  if (!document) return whyNotHandedOver()
  if (document.languageId !== 'markdown')
    return l10n.t('This file is not checked, since it is no Markdown: its language is “{0}”.', document.languageId)
  if (languages.match(drafts, document) === 0) return l10n.t('This is not checked, since it is a copy that cannot be edited.')
  try {
    const told = await standingOf(client, document)
    if (!told) return l10n.t('This file is not checked, since Saidby’s language server does not run.')
    return [...(told.checked ? [l10n.t('This file is checked.')] : []), ...told.reasons].join(' ')
  } catch (error) {
    // A document may be known to VS Code a moment before the server has heard of it.
    return l10n.t('This file is not checked, since Saidby’s language server does not know it: {0}', messageOf(error))
  }
}

/** Where there is no document for extensions, although there may be a file before the writer's eyes. */
async function whyNotHandedOver(): Promise<string> {
  const input = window.tabGroups.activeTabGroup.activeTab?.input
  if (!(input instanceof TabInputText)) return l10n.t('No file is open.')
  const { size } = await workspace.fs.stat(input.uri).then(undefined, () => ({ size: 0 }))
  return size > LONGEST
    ? l10n.t('This file is not checked, since it is too large: VS Code hands no file of more than 50 MB to its extensions.')
    : l10n.t('This file is not checked, since VS Code does not hand it to its extensions.')
}

const menu = (): readonly Entry[] => [
  { label: `$(question) ${l10n.t('Why is this not checked?')}`, command: 'saidby.why' },
  { label: `$(debug-pause) ${l10n.t('Pause or go on for this file')}`, command: 'saidby.pauseFile' },
  { label: `$(library) ${l10n.t('Show what is known as the coverage')}`, command: 'saidby.showCoverage' },
  { label: `$(output) ${l10n.t('Show the output')}`, command: 'saidby.showOutput' },
  { label: `$(refresh) ${l10n.t('Restart the language server')}`, command: 'saidby.restart' },
  { label: `$(settings-gear) ${l10n.t('Settings')}`, command: 'saidby.openSettings' },
  { label: `$(book) ${l10n.t('Open the walkthrough')}`, command: 'saidby.walkthrough' }
]

async function openMenu(entries: readonly Entry[]): Promise<void> {
  const chosen = await window.showQuickPick(entries, { title: 'Saidby' })
  if (chosen) await commands.executeCommand(chosen.command)
}
