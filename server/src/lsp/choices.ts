/** What the writer set, asked of the client folder by folder, and what it switches on or off. */
import type { Connection } from 'vscode-languageserver'
import type { Switched } from './abilities.ts'
import { createSwitches } from './capabilities.ts'
import type { Guard } from './guard.ts'
import type { Session } from './session.ts'
import { type Choices, noChoices, readSettings } from './settings.ts'

export interface ChoicesKeeper {
  /** What the client introduced itself with, by which everything else is filled up. */
  begin(options: unknown): void
  /** Asks the client what is set everywhere and in each of the folders; a client that does not answer leaves everything as it is. */
  ask(folders: readonly string[]): Promise<void>
  /** Takes what a client tells of itself. */
  take(everywhere: unknown): void
  /** Offers what is wanted by what is known. */
  offer(): void
}

/** `changed` is called after each change. */
export function createChoicesKeeper(connection: Connection, session: Session, guard: Guard, changed: () => void): ChoicesKeeper {
  const offer = createSwitches(connection, () => session.abilities, guard)
  let optional: Choices = noChoices

  const heard = (value: unknown, base: Choices): Choices => {
    const { settings, problems } = readSettings(value, base)
    for (const problem of problems) guard.say(problem)
    return settings
  }

  /** What is wanted anywhere is offered; where it is not wanted the answer is empty. */
  const wanted = (): Readonly<Record<Switched, boolean>> => {
    const all = [session.choices.everywhere, ...session.choices.folders.values()].filter(({ enable }) => enable)
    const some = (feature: Switched) => all.some((choices) => choices[feature])
    return { outline: some('outline'), codeLens: some('codeLens'), speakerHints: some('speakerHints') }
  }

  const set = (everywhere: unknown, given: ReadonlyMap<string, unknown>): void => {
    const folders = new Map([...given].map(([folder, value]) => [folder, heard(value, optional)]))
    session.choices = { everywhere: heard(everywhere, optional), folders }
    void offer(wanted())
    changed()
  }

  return {
    begin(options) {
      optional = heard(options, noChoices)
      session.choices = { everywhere: optional, folders: new Map() }
    },
    async ask(folders) {
      try {
        const asked = [...folders]
        const scopes = asked.map((scopeUri) => ({ scopeUri, section: 'saidby' }))
        const [everywhere, ...given] = await connection.workspace.getConfiguration([{ section: 'saidby' }, ...scopes])
        set(everywhere, new Map(asked.map((folder, i) => [folder, given[i] ?? everywhere])))
      } catch (error) {
        guard.say(`The editor did not say what is set: ${error}`)
        void offer(wanted())
      }
    },
    take: (everywhere) => set(everywhere, new Map()),
    offer: () => void offer(wanted())
  }
}
