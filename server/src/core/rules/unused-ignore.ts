/** A comment that tells Saidby to leave something alone where there is nothing any more, or that names a rule there is none of. */
import * as l10n from '@vscode/l10n'
import type { Analysis } from '../analysis/analysis.ts'
import type { Ignore } from './ignore.ts'
import type { Told } from './told.ts'

/** `idle` are those that hid nothing although every rule they speak of was run. */
export function* unusedIgnores({ text, markdown }: Analysis, all: readonly Ignore[], idle: ReadonlySet<Ignore>): Iterable<Told> {
  for (const ignore of all) {
    const { span, unknown, rules } = ignore
    const [name] = unknown
    if (name === undefined && !idle.has(ignore)) continue
    const isComment = span.start >= (markdown.frontMatter?.end ?? 0)
    yield {
      block: null,
      span,
      message: name === undefined ? l10n.t('This hides nothing any more.') : l10n.t('There is no rule “{0}”.', name),
      fixes: () => (isComment && (name === undefined || rules.length === 0) ? [remove(text, span)] : [])
    }
  }
}

/** With its line where it stands alone, else with the space in front. */
function remove(text: string, { start, end }: { readonly start: number; readonly end: number }) {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const alone = /^[ \t]*$/.test(text.slice(lineStart, start)) && /^[ \t]*(?:\r?\n|$)/.exec(text.slice(end))
  const edit = alone
    ? { start: lineStart, end: end + alone[0].length, newText: '' }
    : { start: start - (/[ \t]*$/.exec(text.slice(0, start))?.[0].length ?? 0), end, newText: '' }
  return { title: l10n.t('Remove the comment'), edits: [edit], preferred: true, safe: true }
}
