/** `saidby completions SHELL`: a script by which a shell completes commands, options and files. */
import { Trouble } from './trouble.ts'

const commands = ['check', 'outline', 'quotes', 'speakers', 'words', 'ranges', 'annotate', 'lsp', 'mcp', 'completions'] as const

const coverage = ['--coverage', '--no-coverage'] as const

const options: Readonly<Record<(typeof commands)[number], readonly string[]>> = {
  check: ['--format', '--max-warnings', '--baseline', '--update-baseline', '--fix', '--dry-run', '--stdin-name', ...coverage],
  outline: coverage,
  quotes: ['--format', ...coverage],
  speakers: ['--format', ...coverage],
  words: ['--format', '--into', ...coverage],
  ranges: ['--format', '--stdin-name', ...coverage],
  annotate: ['--jsonl', '--project', ...coverage],
  lsp: ['--stdio'],
  mcp: coverage,
  completions: []
}

const shells: Readonly<Record<string, () => string>> = { bash, zsh, fish }

/** Prints the script. Exit status 0. Throws Trouble for a shell that is none of the three. */
export function printCompletions(shell: string | undefined): number {
  const script = shell !== undefined && Object.hasOwn(shells, shell) ? shells[shell] : undefined
  if (!script) throw new Trouble(`saidby completions is for ${Object.keys(shells).join(', ')}`)
  process.stdout.write(script())
  return 0
}

function bash(): string {
  const cases = commands.map((command) => `    ${command}) words="${options[command].join(' ')}" ;;`).join('\n')
  return `# In ~/.bashrc:  source <(saidby completions bash)
_saidby() {
  local word="\${COMP_WORDS[COMP_CWORD]}" words=""
  case "\${COMP_WORDS[1]}" in
${cases}
  esac
  if [ "$COMP_CWORD" -eq 1 ]; then words="${commands.join(' ')} --help --version"; fi
  if [[ "$word" == -* ]] || [ "$COMP_CWORD" -eq 1 ]; then COMPREPLY=($(compgen -W "$words --help" -- "$word"))
  else COMPREPLY=($(compgen -f -- "$word")); fi
}
complete -o filenames -F _saidby saidby
`
}

function zsh(): string {
  const cases = commands.map(
    (command) => `    ${command}) _arguments '*:file:_files' ${options[command].map((option) => `'${option}'`).join(' ')} ;;`
  )
  return `#compdef saidby
# In ~/.zshrc, behind compinit:  source <(saidby completions zsh)
_saidby() {
  if (( CURRENT == 2 )); then compadd ${commands.join(' ')} --help --version; return; fi
  local command="$words[2]"
  shift words
  (( CURRENT-- ))
  case "$command" in
${cases.join('\n')}
  esac
}
compdef _saidby saidby
`
}

function fish(): string {
  const told = commands.flatMap((command) => [
    `complete -c saidby -n __fish_use_subcommand -f -a ${command}`,
    ...options[command].map((option) => `complete -c saidby -n '__fish_seen_subcommand_from ${command}' -l ${option.slice(2)}`)
  ])
  return `# In ~/.config/fish/completions/saidby.fish:  saidby completions fish | source\n${told.join('\n')}\n`
}
