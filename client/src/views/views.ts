/** The views of the extension and their commands. */
import { commands, type Disposable, l10n, window } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { createSpeakersView, type SpeakersView } from './speakers.ts'
import { followStory, type StorySource } from './story.ts'
import { createTakeawaysView, type TakeawaysView } from './takeaways.ts'

export interface Views extends Disposable {
  readonly story: StorySource
  readonly takeaways: TakeawaysView
  readonly speakers: SpeakersView
}

export function registerViews(client: BaseLanguageClient): Views {
  const story = followStory(client)
  const takeaways = createTakeawaysView(story, (on) => void commands.executeCommand('setContext', 'saidby.takeawaysFiltered', on))
  const speakers = createSpeakersView(story)
  const all = [
    commands.registerCommand('saidby.speakers', () => speakers.open()),
    commands.registerCommand('saidby.filterTakeaways', (speaker?: string) => filter(takeaways, speaker)),
    commands.registerCommand('saidby.unfilterTakeaways', () => takeaways.filter(null)),
    takeaways,
    speakers,
    story
  ]
  return {
    story,
    takeaways,
    speakers,
    dispose: () => {
      for (const one of all) one.dispose()
    }
  }
}

/** By the speaker who is given, or by the one whom the writer picks. */
async function filter(takeaways: TakeawaysView, speaker: string | undefined): Promise<void> {
  const chosen =
    typeof speaker === 'string' ? speaker : await window.showQuickPick(takeaways.speakers(), { placeHolder: l10n.t('Whose quotations?') })
  if (chosen !== undefined) takeaways.filter(chosen)
}
