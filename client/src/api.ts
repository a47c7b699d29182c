/** What other extensions may ask of Saidby: `vscode.extensions.getExtension('saidby.saidby')?.activate()` resolves with it. See docs/api.md. */
import { type Disposable, type Event, EventEmitter, languages, Range, type TextDocument, type Uri, workspace } from 'vscode'
import { type BaseLanguageClient, State } from 'vscode-languageclient'
import type { QuotedParams, QuotedResult } from '../../server/src/lsp/protocol.ts'
import { drafts } from './drafts.ts'

/** Version 1. What is added later leaves it as it is; a change that breaks anything makes it 2. */
export interface SaidbyApi {
  readonly version: 1
  /** Somebody else’s words in the document, and the names in it that are right. Nothing of a document that Saidby does not read. */
  quoted(document: TextDocument): Promise<Quoted>
  /** Fires with the address of a document whose answer may be another now: after an edit, and when the coverage or the settings changed. */
  readonly onDidChange: Event<Uri>
}

export interface Quoted {
  /** Of the document that was looked at, so that an answer that comes late can be told. */
  readonly version: number
  /** In the document’s order; none lies in another. Each has its quotation marks in it. */
  readonly ranges: readonly QuotedRange[]
  /** Words, such as *Ortiz*, that a spelling checker need not know. */
  readonly names: readonly string[]
}

export interface QuotedRange {
  readonly range: Range
  /** Null where nobody is known to have said it. */
  readonly speaker: string | null
}

/** Milliseconds after the last letter. */
const PAUSE = 250

export interface ServedApi extends Disposable {
  readonly api: SaidbyApi
  /** Every document may have another answer now. */
  changed(): void
}

export function serveApi(client: BaseLanguageClient): ServedApi {
  const emitter = new EventEmitter<Uri>()
  const timers = new Map<string, ReturnType<typeof setTimeout>>()
  const fire = (document: TextDocument): void => {
    if (languages.match(drafts, document) === 0) return
    const key = document.uri.toString()
    clearTimeout(timers.get(key))
    timers.set(
      key,
      setTimeout(() => {
        timers.delete(key)
        emitter.fire(document.uri)
      }, PAUSE)
    )
  }
  const changed = (): void => workspace.textDocuments.forEach(fire)
  const subscriptions = [
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => contentChanges.length > 0 && fire(document)),
    workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('saidby') && changed()),
    client.onDidChangeState(({ newState }) => newState === State.Running && changed())
  ]
  return {
    api: { version: 1, quoted: (document) => quoted(client, document), onDidChange: emitter.event },
    changed,
    dispose: () => {
      for (const timer of timers.values()) clearTimeout(timer)
      for (const subscription of [...subscriptions, emitter]) subscription.dispose()
    }
  }
}

async function quoted(client: BaseLanguageClient, document: TextDocument): Promise<Quoted> {
  if (languages.match(drafts, document) === 0 || document.isClosed) return { version: document.version, ranges: [], names: [] }
  const params: QuotedParams = { textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) } }
  const { version, ranges, names } = await client.sendRequest<QuotedResult>('saidby/quoted', params)
  return {
    version,
    ranges: ranges.map(({ range: { start, end }, speaker }) => ({
      range: new Range(start.line, start.character, end.line, end.character),
      speaker
    })),
    names
  }
}
