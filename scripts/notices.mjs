/** Writes `dist/third-party-notices.txt`: of each package that a bundle has anything of, its name, version and licence. */
import { existsSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'

/** Throws for a package without a licence, since such a one must not be shipped. `metafiles` are esbuild’s. */
export function writeNotices(root, metafiles) {
  const names = new Map()
  for (const folder of packagesOf(root, metafiles)) {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const text = licenceOf(textElsewhere[name] ? join(root, 'node_modules', textElsewhere[name]) : folder, name, license)
    names.set(text, [...(names.get(text) ?? []), `${name} ${version} (${license})`])
  }
  const parts = [...names].map(([text, packages]) => `${[...new Set(packages)].sort().join('\n')}\n\n${text}\n`)
  const head = 'Saidby has parts of these packages in it, each under the licence that follows it.\n'
  writeFileSync(join(root, 'dist', 'third-party-notices.txt'), [head, ...parts.sort()].join(`\n${'-'.repeat(80)}\n\n`))
}

/** Packages of one publisher under one licence, of which only the other brings its text along. */
const textElsewhere = { '@vscode/l10n': 'vscode-languageclient' }

/** The folders of all packages of which anything is left in a bundle, nested ones as well. */
function packagesOf(root, metafiles) {
  const inputs = metafiles.flatMap(({ outputs }) => Object.values(outputs).flatMap(({ inputs }) => Object.keys(inputs)))
  return new Set(inputs.filter((path) => path.includes('node_modules/')).map((path) => packageFolder(resolve(root, path))))
}

/** The nearest folder above whose `package.json` has a name and a version; some packages mark their parts with one that has neither. */
function packageFolder(file) {
  for (let folder = dirname(file); folder.includes(`${sep}node_modules`); folder = dirname(folder)) {
    const manifest = join(folder, 'package.json')
    if (!existsSync(manifest)) continue
    const { name, version } = JSON.parse(readFileSync(manifest, 'utf8'))
    if (name && version) return realpathSync(folder)
  }
  throw new Error(`${file}: no package has this file`)
}

function licenceOf(folder, name, license) {
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)(\.|-|$)/i.test(entry))
  if (!file) throw new Error(`${name} (${license}) comes without the text of its licence`)
  return readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim()
}
