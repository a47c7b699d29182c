/** The façade of the core: what editors, the terminal and assistants use, and nothing else of it. */
export type { Analysis } from './analysis/analysis.ts'
export type { CheckedNotes } from './analysis/analyze-draft.ts'
export { type House, noHouse } from './analysis/house.ts'
export { createWorkspace, type Workspace } from './analysis/workspace.ts'
export type { Quotation, Speaker } from './attribution/attribution.ts'
export { type Article, type Place, timeAt } from './coverage/article.ts'
export { type Coverage, coverageOf, noCoverage, type Published, spellingsOf, statementsOf } from './coverage/coverage.ts'
export { load, serialize } from './coverage/index-file.ts'
export { lineMap } from './coverage/line-map.ts'
export { type Pack, type Problem, readCompiledPack } from './coverage/pack.ts'
export { parseLine } from './coverage/parse-lines.ts'
export { emptyIndex, indexBuilder, type PassageIndex, size, withoutArticles } from './coverage/passage-index.ts'
export type { ReadArticle, Reader } from './coverage/read-file.ts'
export { type Format, formatOf, loadReader, READERS_VERSION } from './coverage/reader.ts'
export type { Said, Voice } from './coverage/said.ts'
export {
  type SaidInCoverage,
  type UnattributedQuotation,
  unattributedQuotations,
  type VerifiedQuotation,
  verifiedQuotations,
  whoSaid
} from './features/assistant.ts'
export { type Coloured, colours } from './features/colours.ts'
export { type Completion, completions } from './features/completion.ts'
export type { DictionaryFormat } from './features/dictionary.ts'
export { type FirstMention, firstMentions } from './features/first-mentions.ts'
export { type Hover, hover } from './features/hover.ts'
export { nameCompletions } from './features/name-completion.ts'
export { nameWords } from './features/name-words.ts'
export { type Named, namedAt } from './features/named.ts'
export { occurrences } from './features/occurrences.ts'
export { type OutlineItem, outline } from './features/outline.ts'
export { type PackDocument, packDocument } from './features/pack-document.ts'
export { placeOf } from './features/passage-text.ts'
export { passagesAt, quotationsOf } from './features/passages.ts'
export { pronounHints } from './features/pronoun-hints.ts'
export { quoteAt } from './features/quote.ts'
export { masked, type QuotedRange, quotedRanges } from './features/quoted-ranges.ts'
export { renamable, renamed } from './features/rename.ts'
export { workspaceReport } from './features/report.ts'
export { quotationSheet, type SheetRow } from './features/sheet.ts'
export { type Sheet, type SheetFormat, sheetText, tally } from './features/sheet-text.ts'
export { type Speaking, speakers } from './features/speakers.ts'
export { type Standing, standing } from './features/standing.ts'
export { mayQuote, type Statement, statements } from './features/statements.ts'
export { draftSymbols, packSymbols } from './features/symbols.ts'
export { type MissingTakeaway, missingTakeaways, type Part, parts, type QuotedWords } from './features/takeaways.ts'
export { tallies } from './features/tallies.ts'
export { type ToCheck, toCheckAt } from './features/to-check.ts'
export { whomAt } from './features/whom.ts'
export type { ProjectChange } from './project/change-project.ts'
export { patternOf } from './project/pattern.ts'
export { noProject, type Project, type SomeLevels } from './project/project.ts'
export type { Finding, Fix, Ignoring, Related, RuleId, Severity } from './rules/finding.ts'
export { askCoverage, coverageRules, findings } from './rules/findings.ts'
export { allSafeEdits, fixedSafely, mendingRules, safeEdits } from './rules/safe-fixes.ts'
export { allOff, defaultLevels, type Level, type Levels, levels, ruleIds } from './rules/settings.ts'
export { figure, language } from './text/in-words.ts'
export { type LineIndex, lineIndex, type Position } from './text/line-index.ts'
export { type OffsetMap, toDraft } from './text/offset-map.ts'
export type { Span } from './text/span.ts'
export { CHECKED_FILE, type Checked, checkedLine, parseChecked } from './verification/checked.ts'
export type { Edit, Passage, PassagePlace, QuotationVerification, Verdict, Verification } from './verification/verification.ts'

/** The writer of spelling checkers’ dictionaries, loaded when first needed. */
export const loadDictionaries = () => import('./features/dictionary.ts')

/** The parser of packs as people write them, loaded when first needed: compiled packs do without it. */
export const loadPackParser = () => import('./coverage/parse-pack.ts')

/** What changes project files, loaded when first needed. */
export const loadProjectChanger = () => import('./project/change-project.ts')

/** The reader of project files, loaded when first needed. */
export const loadProjectParser = () => import('./project/parse-project.ts')
