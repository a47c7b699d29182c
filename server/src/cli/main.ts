/** The terminal: finds the command, runs it, and turns whatever goes wrong into one line and an exit status. */
import { parseArgs } from 'node:util'
import type { AnnotateOptions } from './annotate.ts'
import type { CheckOptions } from './check.ts'
import type { CoverageOption } from './coverage.ts'
import type { QuotesOptions } from './quotes.ts'
import type { RangesOptions } from './ranges.ts'
import type { SpeakersOptions } from './speakers.ts'
import { Trouble } from './trouble.ts'
import type { WordsOptions } from './words.ts'

const usage = `Saidby tells who said it, and whether they said it.

  saidby check FILE…          what is to be told of drafts; exit status 1 when there are warnings
  saidby outline FILE…        headline, lede and takeaways, each with its quotations and speakers
  saidby quotes FILE…         the quotation sheet: each quotation, its speaker and whether the coverage has it
  saidby speakers FILE…       who speaks, how often and in how many words, and whether the coverage has them
  saidby words FILE…          the draft’s names that are right by the coverage, for a spelling checker
  saidby ranges FILE…         where the draft has somebody else’s words, for checkers that are to pass them over
  saidby annotate --jsonl     reads {"id", "text"} lines, prints what was found in each as JSON
  saidby lsp --stdio          the language server, for an editor
  saidby mcp                  the same knowledge for an assistant, over the Model Context Protocol
  saidby completions SHELL    what bash, zsh or fish needs to complete these

  --help, --version           saidby COMMAND --help tells more
Exit status: 0 nothing to tell, 1 findings at warning or above, 2 something could not be read.
`

const aboutCoverage = `
Quotations are held against what was published: what the project file or a folder coverage/ above the draft has, else what comes with Saidby.
  --coverage PATH             against this pack, article, folder of them or file of JSON lines, and nothing else; may be given more than once
  --no-coverage               against nothing
`

const help: Readonly<Record<string, string>> = {
  check: `saidby check FILE… [options]

A FILE is a draft, a folder with drafts in it, a pattern such as "drafts/**/*.md", or - for standard input. In folders and patterns, what
.gitignore and .saidbyignore ignore is passed over.
  --format FORMAT             pretty (the default), compact, json, sarif, github, junit
  --max-warnings N            exit with 1 only for more than N warnings; an error always counts
  --baseline FILE             tell only what is not in this file
  --update-baseline           write what there is now into it
  --fix                       mend what is safe to mend: marks that do not match, a quotation whose end is certain, comments that hide nothing;
                              standard input is printed mended
  --dry-run                   with --fix: show the changes as a patch, and make none
  --stdin-name NAME           the name of what comes by standard input
${aboutCoverage}`,
  outline: `saidby outline FILE…\n${aboutCoverage}`,
  quotes: `saidby quotes FILE…

  --format md|csv|json        a table to read (the default), rows for a spreadsheet, or data
${aboutCoverage}`,
  speakers: `saidby speakers FILE…

  --format table|json         a table to read (the default) or data
${aboutCoverage}`,
  words: `saidby words FILE…

  --format FORMAT             plain (the default), harper, vale or ltex: a word a line; cspell: a configuration of cSpell
  --into FILE                 put to this file the words that it lacks, instead of printing them
${aboutCoverage}`,
  ranges: `saidby ranges FILE…

  --format FORMAT             plain (the default): path:line:column-line:column; jsonl: the same with offsets and speakers, a line each;
                              masked: one draft, with blanks for these words and everything else in its place
  --stdin-name NAME           the name of what comes by standard input
${aboutCoverage}`,
  mcp: `saidby mcp

Answers verify_quotations, who_said and list_unattributed over standard input and output. It only reads.
${aboutCoverage}`,
  annotate: `saidby annotate --jsonl < IN > OUT

Reads no project file and no folder coverage/ by itself: without --project and --coverage, it knows what comes with Saidby.
  --project FILE              go by this project file: its coverage, its people, its levels
  --coverage PATH             know this pack, article, folder of them or file of JSON lines, and nothing else; may be given more than once
  --no-coverage               know nothing
`
}

const commands: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  check: async (args) => {
    const { paths, options } = checkOptions(args)
    return (await import('./check.ts')).check(paths, options)
  },
  outline: async (args) => (await import('./outline.ts')).printOutlines(...files('outline', args)),
  annotate: async (args) => (await import('./annotate.ts')).annotate(annotateOptions(args)),
  quotes: async (args) => {
    const { paths, options } = quotesOptions(args)
    return (await import('./quotes.ts')).printQuotes(paths, options)
  },
  mcp: async (args) => (await import('./mcp.ts')).serveMcp(mcpOptions(args)),
  completions: async (args) => (await import('./completions.ts')).printCompletions(args[0]),
  speakers: async (args) => {
    const { paths, options } = speakersOptions(args)
    return (await import('./speakers.ts')).printSpeakers(paths, options)
  },
  ranges: async (args) => {
    const { paths, options } = rangesOptions(args)
    return (await import('./ranges.ts')).printRanges(paths, options)
  },
  words: async (args) => {
    const { paths, options } = wordsOptions(args)
    return (await import('./words.ts')).printWords(paths, options)
  },
  lsp: async () => {
    const server: string = './server.cjs'
    await import(server)
    return new Promise(() => {})
  }
}

const wordFormats = ['plain', 'cspell', 'harper', 'vale', 'ltex'] as const

const checkFormats = ['pretty', 'compact', 'json', 'sarif', 'github', 'junit'] as const

const coverageOptions = { coverage: { type: 'string', multiple: true }, 'no-coverage': { type: 'boolean' } } as const

process.exitCode = await main(process.argv.slice(2))

async function main([name, ...args]: readonly string[]): Promise<number> {
  try {
    if (name === undefined || name === '--help' || name === '-h' || args.includes('--help')) {
      process.stdout.write((name !== undefined && Object.hasOwn(help, name) && help[name]) || usage)
      return name === undefined ? 2 : 0
    }
    if (name === '--version') {
      process.stdout.write(`${SAIDBY_VERSION}\n`)
      return 0
    }
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (!command) throw new Trouble(`there is no command “${name}”; saidby --help lists them`)
    return await command(args)
  } catch (error) {
    process.stderr.write(
      `saidby: ${error instanceof Trouble ? error.message : `this is a bug: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`}\n`
    )
    return 2
  }
}

function checkOptions(args: readonly string[]): { paths: readonly string[]; options: CheckOptions } {
  const options = {
    format: { type: 'string', default: 'pretty' },
    'max-warnings': { type: 'string', default: '0' },
    baseline: { type: 'string' },
    'update-baseline': { type: 'boolean', default: false },
    fix: { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
    'stdin-name': { type: 'string', default: 'draft.md' },
    ...coverageOptions
  } as const
  const { values, positionals } = parsed(() => parseArgs({ args: [...args], allowPositionals: true, options }))
  if (positionals.length === 0) throw new Trouble('saidby check needs a file')
  const format = checkFormats.find((known) => known === values.format)
  if (!format) throw new Trouble(`“${values.format}” is no format of saidby check; there are ${checkFormats.join(', ')}`)
  if (!/^\d+$/.test(values['max-warnings'])) throw new Trouble(`--max-warnings needs a number, and “${values['max-warnings']}” is none`)
  if (values['update-baseline'] && !values.baseline) throw new Trouble('--update-baseline needs --baseline FILE')
  if (values['dry-run'] && !values.fix) throw new Trouble('--dry-run goes with --fix')
  return {
    paths: positionals,
    options: {
      format,
      coverage: coverageOption(values),
      maxWarnings: Number(values['max-warnings']),
      baseline: values.baseline ?? null,
      updateBaseline: values['update-baseline'],
      fix: values.fix,
      dryRun: values['dry-run'],
      stdinName: values['stdin-name']
    }
  }
}

function files(command: string, args: readonly string[]): readonly [paths: readonly string[], coverage: CoverageOption] {
  const { values, positionals } = parsed(() => parseArgs({ args: [...args], allowPositionals: true, options: coverageOptions }))
  if (positionals.length === 0) throw new Trouble(`saidby ${command} needs a file`)
  return [positionals, coverageOption(values)]
}

function quotesOptions(args: readonly string[]): { paths: readonly string[]; options: QuotesOptions } {
  const options = { format: { type: 'string', default: 'md' }, ...coverageOptions } as const
  const { values, positionals } = parsed(() => parseArgs({ args: [...args], allowPositionals: true, options }))
  if (positionals.length === 0) throw new Trouble('saidby quotes needs a file')
  const format = (['md', 'csv', 'json'] as const).find((known) => known === values.format)
  if (!format) throw new Trouble(`“${values.format}” is no format of the quotation sheet; there are md, csv and json`)
  return { paths: positionals, options: { format, coverage: coverageOption(values) } }
}

function speakersOptions(args: readonly string[]): { paths: readonly string[]; options: SpeakersOptions } {
  const options = { format: { type: 'string', default: 'table' }, ...coverageOptions } as const
  const { values, positionals } = parsed(() => parseArgs({ args: [...args], allowPositionals: true, options }))
  if (positionals.length === 0) throw new Trouble('saidby speakers needs a file')
  const format = (['table', 'json'] as const).find((known) => known === values.format)
  if (!format) throw new Trouble(`“${values.format}” is no format of the speakers; there are table and json`)
  return { paths: positionals, options: { format, coverage: coverageOption(values) } }
}

function rangesOptions(args: readonly string[]): { paths: readonly string[]; options: RangesOptions } {
  const options = {
    format: { type: 'string', default: 'plain' },
    'stdin-name': { type: 'string', default: 'draft.md' },
    ...coverageOptions
  } as const
  const { values, positionals } = parsed(() => parseArgs({ args: [...args], allowPositionals: true, options }))
  if (positionals.length === 0) throw new Trouble('saidby ranges needs a file')
  const format = (['plain', 'jsonl', 'masked'] as const).find((known) => known === values.format)
  if (!format) throw new Trouble(`“${values.format}” is no format of the ranges; there are plain, jsonl and masked`)
  if (format === 'masked' && positionals.length > 1) throw new Trouble('--format masked is for one draft at a time')
  return { paths: positionals, options: { format, coverage: coverageOption(values), stdinName: values['stdin-name'] } }
}

function mcpOptions(args: readonly string[]): { coverage: CoverageOption } {
  const { values } = parsed(() => parseArgs({ args: [...args], options: coverageOptions }))
  return { coverage: coverageOption(values) }
}

function wordsOptions(args: readonly string[]): { paths: readonly string[]; options: WordsOptions } {
  const options = { format: { type: 'string', default: 'plain' }, into: { type: 'string' }, ...coverageOptions } as const
  const { values, positionals } = parsed(() => parseArgs({ args: [...args], allowPositionals: true, options }))
  if (positionals.length === 0) throw new Trouble('saidby words needs a file')
  const format = wordFormats.find((known) => known === values.format)
  if (!format) throw new Trouble(`“${values.format}” is no format of a word list; there are ${wordFormats.join(', ')}`)
  return { paths: positionals, options: { format, into: values.into ?? null, coverage: coverageOption(values) } }
}

function annotateOptions(args: readonly string[]): AnnotateOptions {
  const options = { jsonl: { type: 'boolean' }, project: { type: 'string' }, ...coverageOptions } as const
  const { values } = parsed(() => parseArgs({ args: [...args], options }))
  if (!values.jsonl) throw new Trouble('saidby annotate needs --jsonl')
  return { coverage: coverageOption(values), project: values.project ?? null }
}

function coverageOption(values: { readonly coverage?: readonly string[]; readonly 'no-coverage'?: boolean }): CoverageOption {
  if (values['no-coverage'] && values.coverage) throw new Trouble('--coverage and --no-coverage exclude each other')
  return values['no-coverage'] ? [] : (values.coverage ?? null)
}

function parsed<T>(parse: () => T): T {
  try {
    return parse()
  } catch (error) {
    throw new Trouble(error instanceof Error ? error.message : String(error))
  }
}
