/** The terminal: finds the command, runs it, and turns whatever goes wrong into one line and an exit status. */
import { parseArgs } from 'node:util'
import type { CoverageOption } from './coverage.ts'
import type { QuotesOptions } from './quotes.ts'
import { Trouble } from './trouble.ts'

const usage = `Saidby tells who said it, and whether they said it.

  saidby check FILE…          findings, as file:line:column; exit status 1 when there are warnings
  saidby outline FILE…        headline, lede and takeaways, each with its quotations and speakers
  saidby quotes FILE…         the quotation sheet: each quotation, its speaker and whether the coverage has it
      --format md|csv|json      a table to read (the default), rows for a spreadsheet, or data
  saidby annotate --jsonl     reads {"id", "text"} lines, prints what was found in each as JSON
  saidby lsp --stdio          the language server, for an editor

The first four hold quotations against what was published: what the project file or a folder coverage/ above the draft has (annotate: nothing
of the kind), else what comes with Saidby.
      --coverage PATH           against this pack, article, folder of them or file of JSON lines, and nothing else; may be given more than once
      --no-coverage             against nothing

  --help, --version
Exit status: 0 nothing to tell, 1 findings at warning or above, 2 something could not be read.
`

const commands: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  check: async (args) => (await import('./check.ts')).check(...files('check', args)),
  outline: async (args) => (await import('./outline.ts')).printOutlines(...files('outline', args)),
  annotate: async (args) => (await import('./annotate.ts')).annotate(annotateOptions(args)),
  quotes: async (args) => {
    const { paths, options } = quotesOptions(args)
    return (await import('./quotes.ts')).printQuotes(paths, options)
  },
  lsp: async () => {
    const server: string = './server.cjs'
    await import(server)
    return new Promise(() => {})
  }
}

const coverageOptions = { coverage: { type: 'string', multiple: true }, 'no-coverage': { type: 'boolean' } } as const

process.exitCode = await main(process.argv.slice(2))

async function main([name, ...args]: readonly string[]): Promise<number> {
  try {
    if (name === undefined || name === '--help' || name === '-h' || args.includes('--help')) {
      process.stdout.write(usage)
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
    process.stderr.write(`saidby: ${error instanceof Trouble ? error.message : `this is a bug: ${String(error)}`}\n`)
    return 2
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

function annotateOptions(args: readonly string[]): { coverage: CoverageOption } {
  const { values } = parsed(() => parseArgs({ args: [...args], options: { jsonl: { type: 'boolean' }, ...coverageOptions } }))
  if (!values.jsonl) throw new Trouble('saidby annotate needs --jsonl')
  return { coverage: coverageOption(values) }
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
