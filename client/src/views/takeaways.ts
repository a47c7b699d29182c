/** The *Takeaways* view in the explorer: the story's parts with their quotations and people, and what a pack has that the draft does not tell. */
import {
  type Diagnostic,
  type Disposable,
  EventEmitter,
  FileDecoration,
  l10n,
  languages,
  Range,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window
} from 'vscode'
import type { StoryPart, StoryQuotation, StoryRange, StoryResult } from '../../../server/src/lsp/protocol.ts'
import { enumerated, findingCount, nobody, partName, quotationCount, verdictName, wordCount } from '../words.ts'
import type { Story, StorySource } from './story.ts'

export type TakeawayNode =
  | { readonly kind: 'part'; readonly part: StoryPart; readonly story: Story }
  | { readonly kind: 'quotation'; readonly quotation: StoryQuotation; readonly story: Story }
  | { readonly kind: 'people'; readonly people: readonly string[] }
  | { readonly kind: 'missing'; readonly missing: StoryResult['missing'][number] }

export interface TakeawaysView extends Disposable {
  readonly nodes: TreeDataProvider<TakeawayNode>
  /** Shows only what this speaker says; null for everything. */
  filter(speaker: string | null): void
  /** Those who can be filtered by. */
  speakers(): readonly string[]
}

export function createTakeawaysView(source: StorySource, filtered: (on: boolean) => void): TakeawaysView {
  const changed = new EventEmitter<void>()
  let only: string | null = null
  const nodes: TreeDataProvider<TakeawayNode> = {
    onDidChangeTreeData: changed.event,
    getChildren: (node) => (node ? below(node, only) : source.newest ? top(source.newest, only) : []),
    getTreeItem
  }
  const view = window.createTreeView('saidby.takeaways', { treeDataProvider: nodes, showCollapseAll: true })
  const show = (): void => {
    const { newest } = source
    const findings = newest ? ours(newest.uri).length : 0
    view.badge = findings > 0 ? { value: findings, tooltip: findingCount(findings) } : undefined
    view.description = only ?? ''
    view.message = only !== null && newest && top(newest, only).length === 0 ? l10n.t('{0} says nothing here.', only) : ''
    changed.fire()
  }
  const subscriptions = [source.onDidChange(show), window.registerFileDecorationProvider({ provideFileDecoration: badge }), view, changed]
  return {
    nodes,
    filter: (speaker) => {
      only = speaker
      filtered(speaker !== null)
      show()
    },
    speakers: () => source.newest?.speakers.filter(({ quotations }) => quotations > 0).map(speakerName) ?? [],
    dispose: () => {
      for (const subscription of subscriptions) subscription.dispose()
    }
  }
}

const speakerName = ({ name }: { readonly name: string }): string => name || nobody()

function top(story: Story, only: string | null): TakeawayNode[] {
  const parts = story.parts
    .filter((part) => only === null || part.quotations.some((quotation) => isBy(quotation, only)))
    .map((part): TakeawayNode => ({ kind: 'part', part, story }))
  const loose = story.quotations
    .filter((quotation) => only === null || isBy(quotation, only))
    .map((quotation): TakeawayNode => ({ kind: 'quotation', quotation, story }))
  const missing = only === null ? story.missing.map((one): TakeawayNode => ({ kind: 'missing', missing: one })) : []
  return [...[...parts, ...loose].sort((a, b) => lineOf(a) - lineOf(b)), ...missing]
}

const lineOf = (node: TakeawayNode): number =>
  node.kind === 'part' ? node.part.range.start.line : node.kind === 'quotation' ? node.quotation.range.start.line : 0

function below(node: TakeawayNode, only: string | null): TakeawayNode[] {
  if (node.kind !== 'part') return []
  const { part, story } = node
  const quotations = part.quotations
    .filter((quotation) => only === null || isBy(quotation, only))
    .map((quotation): TakeawayNode => ({ kind: 'quotation', quotation, story }))
  const people: TakeawayNode[] = part.kind === 'takeaway' && part.people.length > 0 ? [{ kind: 'people', people: part.people }] : []
  return [...quotations, ...people]
}

const isBy = ({ speakers }: StoryQuotation, only: string): boolean =>
  speakers.length === 0 ? only === nobody() : speakers.some((speaker) => speaker.toLowerCase() === only.toLowerCase())

function getTreeItem(node: TakeawayNode): TreeItem {
  switch (node.kind) {
    case 'part':
      return partItem(node.part, node.story.uri)
    case 'quotation':
      return quotationItem(node.quotation, node.story.uri)
    case 'people':
      return peopleItem(node.people)
    case 'missing':
      return missingItem(node.missing)
  }
}

function partItem(part: StoryPart, uri: Uri): TreeItem {
  const { kind, title, selection, range, quotations, known, words, marked } = part
  const found = kind === 'headline' ? ours(uri, selection) : ours(uri, range)
  const counts = [
    kind === 'headline' ? '' : quotationCount(quotations.length),
    found.length > 0 ? findingCount(found.length) : '',
    kind === 'takeaway' ? wordCount(words) : ''
  ]
  const item = new TreeItem(title || partName(kind), stateOf(part))
  item.description = counts.filter(Boolean).join(' · ')
  item.iconPath = new ThemeIcon(icons[kind], marked || kind !== 'takeaway' ? undefined : new ThemeColor('descriptionForeground'))
  item.tooltip = [
    title,
    known && known !== title ? l10n.t('The coverage: {0}', known) : '',
    marked ? '' : l10n.t('Found in the prose; the draft does not mark it.')
  ]
    .filter(Boolean)
    .join('\n\n')
  item.contextValue = kind
  item.command = goTo(uri, selection)
  if (found.length > 0) item.resourceUri = badgeUri(found)
  item.accessibilityInformation = { label: l10n.t('{0}: {1}, {2}', partName(kind), title, item.description) }
  return item
}

const icons: Readonly<Record<StoryPart['kind'], string>> = { headline: 'megaphone', lede: 'note', takeaway: 'lightbulb' }

const stateOf = ({ kind, quotations, people }: StoryPart): TreeItemCollapsibleState =>
  kind === 'headline' || quotations.length + (kind === 'takeaway' ? people.length : 0) === 0
    ? TreeItemCollapsibleState.None
    : TreeItemCollapsibleState.Expanded

function quotationItem({ words, speakers, verdict, range }: StoryQuotation, uri: Uri): TreeItem {
  const item = new TreeItem(words)
  const who = enumerated(speakers) || nobody()
  const told = verdict && verdictName(verdict)
  const found = ours(uri, range)
  item.description = [who, told].filter(Boolean).join(' · ')
  item.tooltip = [words, ...found.map(({ message }) => message)].join('\n\n')
  item.iconPath = verdictIcon(verdict)
  item.contextValue = 'quotation'
  item.command = goTo(uri, range)
  if (found.length > 0) item.resourceUri = badgeUri(found)
  item.accessibilityInformation = { label: told ? l10n.t('{0}: {1}, {2}', who, words, told) : l10n.t('{0}: {1}', who, words) }
  return item
}

function verdictIcon(verdict: string | null): ThemeIcon {
  if (verdict === 'verbatim' || verdict === 'trimmed') return new ThemeIcon('pass', new ThemeColor('testing.iconPassed'))
  if (verdict === 'altered' || verdict === 'spliced') return new ThemeIcon('warning', new ThemeColor('list.warningForeground'))
  return new ThemeIcon(verdict === 'unsupported' ? 'question' : 'quote')
}

function peopleItem(people: readonly string[]): TreeItem {
  const item = new TreeItem(l10n.t('People'))
  item.description = people.join(', ')
  item.tooltip = people.join('\n')
  item.iconPath = new ThemeIcon('organization')
  item.contextValue = 'people'
  return item
}

function missingItem({ title, summary }: StoryResult['missing'][number]): TreeItem {
  const item = new TreeItem(title)
  item.description = l10n.t('not in this draft')
  item.tooltip = summary
  item.iconPath = new ThemeIcon('circle-slash')
  item.contextValue = 'missing'
  item.accessibilityInformation = { label: l10n.t('Not in this draft: {0}. {1}', title, summary) }
  return item
}

const goTo = (uri: Uri, range: StoryRange) => ({
  command: 'vscode.open',
  title: l10n.t('Go there'),
  arguments: [uri, { selection: toRange(range) }]
})

const toRange = ({ start, end }: StoryRange): Range => new Range(start.line, start.character, end.line, end.character)

/** Our findings in the stretch, as they are shown in the draft now. */
function ours(uri: Uri, range?: StoryRange): readonly Diagnostic[] {
  const wanted = range && toRange(range)
  return languages.getDiagnostics(uri).filter(({ source, range: own }) => source === 'saidby' && (!wanted || wanted.contains(own.start)))
}

/** The number of findings and the loudest, as an address that `badge` reads: a tree has no other way to decorate its items. */
const BADGES = 'saidby-findings'
const badgeUri = (found: readonly Diagnostic[]): Uri =>
  Uri.from({ scheme: BADGES, path: `/${found.length}/${Math.min(...found.map(({ severity }) => severity))}` })

function badge(uri: Uri): FileDecoration | undefined {
  if (uri.scheme !== BADGES) return undefined
  const [, count = '', severity = ''] = uri.path.split('/')
  const colour = severity === '0' ? 'list.errorForeground' : severity === '1' ? 'list.warningForeground' : undefined
  return new FileDecoration(
    Number(count) > 99 ? '99' : count,
    findingCount(Number(count)),
    colour === undefined ? undefined : new ThemeColor(colour)
  )
}
