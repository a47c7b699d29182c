/** What the writer set, read with distrust: a bad value costs only itself and is told in one sentence; and what follows for a draft. */
import * as l10n from '@vscode/l10n'
import { allOff, defaultLevels, type Levels, levels, type RuleId, ruleIds, type SomeLevels } from '../core/api.ts'
import type { Holding } from '../store/library.ts'

/** What the writer set, of levels only those that they did set. */
export interface Choices {
  readonly enable: boolean
  /** Milliseconds that a finding new in the paragraph being typed waits after the last keystroke. */
  readonly delay: number
  readonly levels: SomeLevels
  readonly outline: boolean
  /** Whether a line over each takeaway tells how its quotations stand. */
  readonly codeLens: boolean
  /** Whether it is shown whom a pronoun beside a quotation stands for. */
  readonly speakerHints: boolean
}

/** What holds for a draft. */
export type Settings = Omit<Choices, 'levels'> & { readonly levels: Levels }

/** What the writer set wins over what the project file says, and that over what each rule is by itself. A draft that is not checked has no findings. */
export const settingsFor = (choices: Choices, { checked, levels: projects }: Holding): Settings => ({
  ...choices,
  levels: checked ? { ...defaultLevels, ...projects, ...choices.levels } : allOff
})

export const noChoices: Choices = {
  enable: true,
  delay: 800,
  levels: {},
  outline: true,
  codeLens: false,
  speakerHints: false
}

const LONGEST_DELAY = 60_000

/**
 * The settings in `value`, an object as `saidby` in an editor's settings or as `initializationOptions`; what it
 * leaves out or has wrong is as in `base`. Each problem is a sentence that names the setting.
 */
export function readSettings(value: unknown, base: Choices): { readonly settings: Choices; readonly problems: readonly string[] } {
  const problems: string[] = []
  if (value === undefined || value === null) return { settings: base, problems }
  if (!isRecord(value))
    return { settings: base, problems: [l10n.t('{0} is {1} and should be an object of settings.', 'saidby', shown(value))] }

  const flag = (name: string, given: unknown, otherwise: boolean): boolean => {
    if (given === undefined || given === null) return otherwise
    if (typeof given === 'boolean') return given
    problems.push(l10n.t('{0} is {1} and should be true or false; {2} is used.', `saidby.${name}`, shown(given), otherwise))
    return otherwise
  }
  const group = (name: string): Readonly<Record<string, unknown>> => {
    const given = value[name]
    if (given === undefined || given === null) return {}
    if (isRecord(given)) return given
    problems.push(l10n.t('{0} is {1} and should be an object of settings.', `saidby.${name}`, shown(given)))
    return {}
  }
  const wait = (name: string, given: unknown, otherwise: number): number => {
    if (given === undefined || given === null) return otherwise
    if (typeof given === 'number' && given >= 0 && given <= LONGEST_DELAY) return given
    problems.push(
      l10n.t('{0} is {1} and should be milliseconds from 0 to {2}; {3} is used.', `saidby.${name}`, shown(given), LONGEST_DELAY, otherwise)
    )
    return otherwise
  }

  const short = wait('diagnosticsDelay', value['diagnosticsDelay'], base.delay)
  const settings: Choices = {
    enable: flag('enable', value['enable'], base.enable),
    delay: wait('diagnostics.delay', group('diagnostics')['delay'], short),
    levels: { ...base.levels, ...ruleLevels(group('rules'), problems) },
    outline: flag('outline.enable', group('outline')['enable'], base.outline),
    codeLens: flag('codeLens.enable', group('codeLens')['enable'], base.codeLens),
    speakerHints: flag('inlayHints.speakers', group('inlayHints')['speakers'], base.speakerHints)
  }
  return { settings, problems }
}

/** A rule that is set to `default` is not set. */
function ruleLevels(given: Readonly<Record<string, unknown>>, problems: string[]): SomeLevels {
  const read: { -readonly [rule in RuleId]?: SomeLevels[rule] } = {}
  for (const [name, value] of Object.entries(given)) {
    const rule = ruleIds.find((id) => id === name)
    const level = levels.find((known) => known === value)
    if (!rule) problems.push(l10n.t('{0} is set, and there is no such rule; there are {1}.', `saidby.rules.${name}`, ruleIds.join(', ')))
    else if (level) read[rule] = level
    else if (value !== null && value !== undefined && value !== 'default')
      problems.push(
        l10n.t(
          '{0} is {1} and should be one of {2}; {3} is used.',
          `saidby.rules.${name}`,
          shown(value),
          [...levels, 'default'].join(', '),
          'default'
        )
      )
  }
  return read
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Long values are cut: the sentence is for a log line. */
function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}
