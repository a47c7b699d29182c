/** What an editor may send beyond the protocol itself: types only, the one file of the server that a client imports. */

import type { Command, WorkspaceEdit } from 'vscode-languageserver'

/** A rule's level as people write it in their settings. */
export type SettingLevel = 'error' | 'warning' | 'information' | 'hint' | 'off'

/**
 * `initializationOptions`: settings for editors that have none of their own. Where an editor sends settings as well,
 * those win, one by one.
 */
export interface InitializationOptions {
  readonly enable?: boolean
  /** Milliseconds after the last keystroke; 0 shows every finding at once. */
  readonly diagnosticsDelay?: number
  readonly rules?: Readonly<Record<string, SettingLevel>>
  readonly outline?: { readonly enable?: boolean }
  readonly inlayHints?: { readonly speakers?: boolean }
  readonly codeLens?: { readonly enable?: boolean }
  /** Commands of the client's own that actions and lenses may call: `saidby.quote`, `saidby.quotationSheet`, `saidby.checkedByHand`, `saidby.ignore`. */
  readonly commands?: readonly string[]
  /** The language of what is told, where the editor’s own `locale` says nothing or another: `de`, `fr`. */
  readonly locale?: string
  /** A folder in which the index of the coverage may be kept; else it is kept where the system keeps caches. */
  readonly storage?: string
  /** Where the client opens the pages of the rules, a URI with a slash at its end; else they are files beside the server. */
  readonly pages?: string
  /** Whether the client answers `saidby/files/…` for folders that are on no disk of the server's. */
  readonly files?: boolean
}

/** `saidby/pause`, a notification to the server: nothing is shown of the draft, or where `uri` is null of any, until it is told to go on. */
export interface PauseParams {
  readonly uri: string | null
  readonly paused: boolean
}

/**
 * What the server’s command `saidby.changeProject` is called with: changes of the project file with that URI, which may not be there yet. The client
 * applies an edit then, and the answer is `{ file }`.
 */
export interface ChangeProjectArguments {
  readonly file: string
  readonly changes: readonly ProjectChange[]
}

/** A rule’s level, one more entry of a list, or something in place of what was said before. */
export type ProjectChange =
  | { readonly kind: 'level'; readonly rule: string; readonly level: SettingLevel }
  | { readonly kind: 'add'; readonly key: 'wellKnown' | 'notQuotations' | 'ignore'; readonly value: string }
  | { readonly kind: 'set'; readonly key: 'coverage' | 'language' | 'quotes'; readonly value: string | readonly string[] }

/** What the command `saidby.ignore` of a client is called with: the ways to have a finding of the rule ignored, one of which it makes. */
export interface IgnoreArguments {
  readonly uri: string
  /** Of the draft that the edits are for. */
  readonly version: number
  readonly rule: string
  readonly choices: readonly IgnoreChoice[]
}

/** A workspace edit of the protocol, or another command. */
export type IgnoreChoice = { readonly title: string /** Whether more than the one rule is ignored. */; readonly forAll: boolean } & (
  | { readonly edit: WorkspaceEdit }
  | { readonly command: Command }
)

/** What the command `saidby.setLevel` of a client is called with: it keeps the level in the writer’s own settings. */
export interface SetLevelArguments {
  readonly rule: string
  readonly level: SettingLevel
}

/**
 * Files that the client reads for the server. `saidby/files/stat` takes `{ uris }` and answers for each with this, or null where there is
 * nothing; `saidby/files/list` takes `{ uri }` of a folder and answers with what is in it; `saidby/files/read` takes `{ uri }` and answers with
 * the whole file in base64. The latter two refuse with a message that follows the file's name.
 */
export interface StatedFile {
  readonly kind: 'file' | 'folder'
  /** Bytes. */
  readonly size: number
  /** Milliseconds. */
  readonly mtime: number
}

export interface ListedFile {
  readonly name: string
  readonly kind: 'file' | 'folder'
}

/** `saidby/status`, a notification from the server: what it knows as the coverage, sent whenever that changes. */
export interface CoverageStatus {
  /** One for each folder of the workspace; without a folder, one for what comes with Saidby. */
  readonly folders: readonly FolderStatus[]
}

export interface FolderStatus {
  /** Null for drafts that are in no folder of the workspace. */
  readonly uri: string | null
  readonly articles: number
  /** How many more there was no room for. */
  readonly leftOut: number
  /** Titles. */
  readonly packs: readonly string[]
  /** Whether it is what comes with Saidby, because the folder has no coverage of its own. */
  readonly standIn: boolean
  /** Files read so far, while it is being read; what is told besides is then what was known before. */
  readonly building: { readonly done: number; readonly total: number } | null
  readonly problems: readonly CoverageProblem[]
}

export interface CoverageProblem {
  readonly uri: string
  /** Counted from 1; 0 where it is about the whole file. */
  readonly line: number
  readonly column: number
  readonly message: string
}

/** Somebody whom the coverage may quote. */
export interface SpeakerReference {
  readonly entity?: string | null
  readonly name: string
}

/** `saidby/search`: what the coverage quotes people with, for an open draft. */
export interface SearchParams {
  readonly textDocument: { readonly uri: string }
  /** Where the statement is to be put. */
  readonly position: { readonly line: number; readonly character: number }
  /** Words of the statement; may be empty where a speaker is given. */
  readonly query: string
  readonly speaker?: SpeakerReference
}

export interface SearchResult {
  readonly words: string
  /** Empty where nobody is known to have said it. */
  readonly speaker: string
  /** Publisher, occasion and date. */
  readonly place: string
  /** The words with marks and an attribution, for that position. */
  readonly newText: string
}

/** `saidby/quotationSheet`: the sheet of an open draft. */
export interface SheetParams {
  readonly textDocument: { readonly uri: string }
}

/** Also of `saidby/checkWorkspace`, which takes no parameters. */
export interface SheetResult {
  readonly markdown: string
}

/** `saidby/dictionaries`: spelling checkers’ dictionaries with the names of every draft that are right by the coverage. */
export interface DictionariesParams {
  readonly dictionaries: readonly {
    /** A word a line in all but `cspell`, its configuration in JSON, and `cspell-yaml`, the same in YAML. */
    readonly format: 'plain' | 'cspell' | 'cspell-yaml' | 'harper' | 'vale' | 'ltex'
    /** What it holds now; null where there is none. */
    readonly text: string | null
  }[]
}

export interface DictionariesResult {
  /** How many there are to be known. */
  readonly words: number
  /** In the order asked for. */
  readonly dictionaries: readonly {
    /** What it is to hold: all that it held, and the words that it lacked. Null where it cannot be read. */
    readonly text: string | null
    readonly added: number
    /** Why it cannot be read: *it is no configuration of cSpell in JSON*. */
    readonly problem: string | null
  }[]
}

/** What the command `saidby.checkedByHand` of a client is called with: it asks for a note and puts a line of JSON to the file's end. */
export interface CheckedByHandArguments {
  /** The file's URI; it may not be there yet. */
  readonly file: string
  readonly draft: string
  readonly speaker: string
  readonly words: string
}

/** What the command `saidby.quote` of a client is called with from an action on a name. */
export interface QuoteArguments {
  readonly speaker: SpeakerReference
  /** As a story goes on with. */
  readonly shortName: string
}

/** `saidby/story`: what the views show of an open draft. */
export interface StoryParams {
  readonly textDocument: { readonly uri: string }
}

/** Empty where Saidby is switched off. */
export interface StoryResult {
  readonly parts: readonly StoryPart[]
  /** Those that stand in no part. */
  readonly quotations: readonly StoryQuotation[]
  /** A pack’s takeaways that the draft does not cover. */
  readonly missing: readonly { readonly title: string; readonly summary: string }[]
  readonly speakers: readonly StorySpeaker[]
}

export interface StoryRange {
  readonly start: { readonly line: number; readonly character: number }
  readonly end: { readonly line: number; readonly character: number }
}

export interface StoryPart {
  readonly kind: 'headline' | 'lede' | 'takeaway'
  /** Empty for a heading that was just begun. */
  readonly title: string
  readonly range: StoryRange
  /** The words that name it. */
  readonly selection: StoryRange
  /** Whether the draft marks it, or only its prose tells. */
  readonly marked: boolean
  /** The title of the pack’s takeaway that it is. */
  readonly known: string | null
  readonly people: readonly string[]
  readonly words: number
  readonly quotations: readonly StoryQuotation[]
}

export interface StoryQuotation {
  readonly words: string
  readonly range: StoryRange
  /** Empty where nobody is found to have said it. */
  readonly speakers: readonly string[]
  /** `verbatim`, `trimmed`, `altered`, `spliced`, `unsupported`; null where the coverage tells nothing. */
  readonly verdict: string | null
}

export interface StorySpeaker {
  readonly kind: 'named' | 'anonymous' | 'nobody'
  /** Empty for nobody. */
  readonly name: string
  /** In marks. */
  readonly quotations: number
  readonly words: number
  /** How often the draft reports them in its own words. */
  readonly reported: number
  /** How many quotations have each verdict. */
  readonly verdicts: Readonly<Record<string, number>>
  readonly places: readonly StoryRange[]
}

/** `saidby/assist`: an assistant’s question, whose answer is plain data. */
export interface AssistParams {
  readonly tool: 'verify_quotations' | 'who_said' | 'list_unattributed'
  /** The draft; of `who_said` the words. */
  readonly text: string
  /** Of `who_said`: only what this one said. */
  readonly speaker?: string
  /** Says whose coverage is asked. */
  readonly folder?: string
}

/** `saidby/quoted`: where an open draft has somebody else’s words, and which names in it are right, for other checkers. */
export interface QuotedParams {
  readonly textDocument: { readonly uri: string }
}

/** Empty where Saidby is switched off. */
export interface QuotedResult {
  /** Of the draft that was looked at. */
  readonly version: number
  readonly ranges: readonly { readonly range: StoryRange; readonly speaker: string | null }[]
  readonly names: readonly string[]
}

/** `saidby/standing`: whether an open draft is checked. */
export interface StandingParams {
  readonly textDocument: { readonly uri: string }
}

export interface StandingResult {
  readonly checked: boolean
  /** Sentences: why not, or what is left out. */
  readonly reasons: readonly string[]
  /** In marks. */
  readonly quotations: number
}
