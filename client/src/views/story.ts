/** The story of the draft that is being edited, as the server tells it, for all views at once. */
import { type Disposable, type Event, EventEmitter, languages, type TextDocument, type Uri, window, workspace } from 'vscode'
import { type BaseLanguageClient, State } from 'vscode-languageclient'
import type { StoryParams, StoryResult } from '../../../server/src/lsp/protocol.ts'
import { isDraft } from '../drafts.ts'

export interface Story extends StoryResult {
  readonly uri: Uri
}

export interface StorySource extends Disposable {
  /** Null while no draft was looked at. */
  readonly newest: Story | null
  readonly onDidChange: Event<void>
}

/** Milliseconds after the last letter: a view is looked at now and then, not while a word is typed. */
const PAUSE = 250

/** Follows the editor in front; when that is none, the draft that was there last stays. */
export function followStory(client: BaseLanguageClient): StorySource {
  const changed = new EventEmitter<void>()
  let draft: TextDocument | undefined
  let newest: Story | null = null
  let asked = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const show = (story: Story | null): void => {
    newest = story
    changed.fire()
  }
  const ask = async (): Promise<void> => {
    asked += 1
    const own = asked
    const document = draft
    if (!document || !client.isRunning()) return
    const params: StoryParams = { textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) } }
    // A draft that was just closed, or a server that starts anew: what is shown stays until the next answer.
    const story = await client.sendRequest<StoryResult>('saidby/story', params).catch(() => null)
    if (story && own === asked) show({ ...story, uri: document.uri })
  }
  const soon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => void ask(), PAUSE)
  }
  const follow = (document: TextDocument | undefined): void => {
    if (!document || !isDraft(document)) return
    draft = document
    soon()
  }

  const subscriptions = [
    window.onDidChangeActiveTextEditor((editor) => follow(editor?.document)),
    workspace.onDidChangeTextDocument(({ document }) => document === draft && soon()),
    workspace.onDidCloseTextDocument((document) => {
      if (document !== draft) return
      draft = undefined
      show(null)
    }),
    languages.onDidChangeDiagnostics(({ uris }) => uris.some((uri) => uri.toString() === draft?.uri.toString()) && soon()),
    client.onDidChangeState(({ newState }) => newState === State.Running && soon())
  ]
  follow(window.activeTextEditor?.document)
  return {
    get newest() {
      return newest
    },
    onDidChange: changed.event,
    dispose: () => {
      clearTimeout(timer)
      for (const subscription of [...subscriptions, changed]) subscription.dispose()
    }
  }
}
