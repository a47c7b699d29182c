/** The one mutable thing: the open drafts, what is known of them, and what the client can do and has set. */
import type { TextDocumentContentChangeEvent, TextDocumentItem } from 'vscode-languageserver'
import type { Analysis, CheckedNotes, Pack } from '../core/api.ts'
import type { Files } from '../store/files.ts'
import { holdingFor, type Library } from '../store/library.ts'
import { type Abilities, readAbilities } from './abilities.ts'
import { type ClosedDrafts, createClosedDrafts } from './closed-drafts.ts'
import { createDesks, type Desk, type FolderLibrary } from './desks.ts'
import { createDocument, type Document } from './document.ts'
import { applyChanges } from './from-lsp.ts'
import { type Guard, Refusal } from './guard.ts'
import { afterEdits, type Typing, untouched } from './quiet.ts'
import { type Choices, noChoices, type Settings, settingsFor } from './settings.ts'

/** What the writer set, everywhere and for folders of the workspace by their URIs. */
export interface Chosen {
  readonly everywhere: Choices
  readonly folders: ReadonlyMap<string, Choices>
}

export interface OpenDraft {
  /** Its own line index and version; changed in place by every edit. */
  readonly document: Document
  typing: Typing
}

export interface Session {
  abilities: Abilities
  /** What the writer set. */
  choices: Chosen
  /** A folder that the client offers for what can be made again. */
  storage: string | null
  /** Where the client opens the pages of the rules, a URI with a slash at its end; null where there are none. */
  pages: string | null
  /** Drafts that the writer does not want to hear of for now; `null` stands for all. */
  readonly paused: Set<string | null>
  /** The client's own commands. */
  commands: ReadonlySet<string>
  readonly drafts: ReadonlyMap<string, OpenDraft>
  open(item: TextDocumentItem): OpenDraft
  /** Throws Refusal for a draft that is not open and for malformed changes. */
  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): OpenDraft
  close(uri: string): void
  /** From now on the drafts of these folders are read with their libraries, all others with the bundled packs. */
  setUp(bundled: readonly Pack[], folders: readonly FolderLibrary[]): void
  /** Reads every open draft with what the libraries hold now. */
  take(): void
  /** Reads of the coverage what is likely to be asked for, a little in each step. */
  readAhead(): Iterable<void>
  /** What was checked by hand, of the drafts that are open and of those that are not. */
  check(notes: CheckedNotes): void
  /** What would be known of the text if it were an open draft. */
  glance(uri: string, text: string): Analysis | undefined
  /** The drafts in files that are not open. */
  readonly closed: ClosedDrafts
  /** The coverage that the draft is held against, open or not. */
  library(uri: string): Library
  /** What holds for the draft, open or not, by what the writer set for its folder and what the project file says. */
  settings(uri: string): Settings
  /** The open draft. Throws Refusal when it is not. */
  draft(uri: string): OpenDraft
  /** What is known of the draft's newest text; undefined where analysing it failed. */
  analysis(uri: string): Analysis | undefined
}

export function createSession(guard: Guard, files: Files): Session {
  const drafts = new Map<string, OpenDraft>()
  const desks = createDesks(files)
  /** Where each open draft is read. */
  const places = new Map<string, Desk>()

  const analyze = (uri: string, text: string): void => {
    const desk = places.get(uri) ?? desks.deskFor(uri)
    places.set(uri, desk)
    const { workspace } = desk
    desk.workspace = guard.attempt(
      'the analysis of an edit',
      () => workspace.withDraft(uri, text),
      // What was remembered of the draft may be at fault, so it is read again from scratch, or not at all.
      () =>
        guard.attempt(
          'the analysis of a draft',
          () => workspace.withoutDraft(uri).withDraft(uri, text),
          () => workspace.withoutDraft(uri)
        )
    )
  }

  const leave = (uri: string): void => {
    const desk = places.get(uri)
    if (desk) desk.workspace = desk.workspace.withoutDraft(uri)
    places.delete(uri)
  }

  /** A draft may have become an article, or its folder may have got a coverage of its own. */
  const settle = (): void => {
    for (const [uri, { document }] of drafts) {
      if (places.get(uri) === desks.deskFor(uri)) continue
      leave(uri)
      analyze(uri, document.getText())
    }
  }

  const library = (uri: string): Library => (places.get(uri) ?? desks.deskFor(uri)).library

  const draft = (uri: string): OpenDraft => {
    const known = drafts.get(uri)
    if (!known) throw new Refusal(`${uri}: this draft is not open`)
    return known
  }

  const glance = (uri: string, text: string): Analysis | undefined =>
    guard.attempt(
      'the analysis of a file',
      () => desks.deskFor(uri).workspace.withDraft(uri, text).analysis(uri),
      () => undefined
    )

  const session: Session = {
    abilities: readAbilities({}),
    choices: { everywhere: noChoices, folders: new Map() },
    storage: null,
    pages: null,
    paused: new Set(),
    commands: new Set(),
    drafts,
    open: (item) => {
      const opened = { document: createDocument(item, session.abilities.encoding), typing: untouched }
      drafts.set(item.uri, opened)
      analyze(item.uri, item.text)
      return opened
    },
    change: (uri, version, changes) => {
      const changed = draft(uri)
      changed.typing = afterEdits(changed.typing, applyChanges(changed.document, changes, version))
      analyze(uri, changed.document.getText())
      return changed
    },
    close: (uri) => {
      drafts.delete(uri)
      leave(uri)
    },
    setUp: (bundled, folders) => {
      desks.setUp(bundled, folders)
      settle()
    },
    readAhead: () => desks.readAhead(),
    take: () => {
      guard.attempt(
        'taking the coverage',
        () => desks.take(),
        () => {}
      )
      settle()
    },
    check: (notes) =>
      guard.attempt(
        'taking what was checked by hand',
        () => desks.check(notes),
        () => {}
      ),
    glance,
    closed: createClosedDrafts(files, {
      ground: (uri) => desks.deskFor(uri).workspace.ground,
      analyze: glance,
      encoding: () => session.abilities.encoding
    }),
    library,
    settings(uri) {
      const { project } = library(uri).holdings
      const holding = holdingFor(project, files.pathOf(uri), files)
      const settings = settingsFor(choicesFor(this.choices, uri), holding)
      return this.paused.has(null) || this.paused.has(uri) ? { ...settings, enable: false } : settings
    },
    draft,
    analysis: (uri) => places.get(uri)?.workspace.analysis(uri)
  }
  return session
}

/** Those of the innermost folder that holds the draft, else those that hold everywhere. */
function choicesFor({ everywhere, folders }: Chosen, uri: string): Choices {
  const inside = [...folders].filter(([folder]) => uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`))
  return inside.sort(([a], [b]) => b.length - a.length)[0]?.[1] ?? everywhere
}
