/** The manual that comes with the extension, as documents of a scheme of its own, which `package.json` opens in the Markdown preview. */
import { type Disposable, type ExtensionContext, Uri, workspace } from 'vscode'

const SCHEME = 'saidby-docs'

/** Where a finding’s code leads. */
export const RULE_PAGES = `${SCHEME}:/rules/`

/** Pages link to each other as the files of `docs` do. Nothing is read from anywhere else. */
export const registerPages = ({ extensionUri }: ExtensionContext): Disposable =>
  workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: async ({ path }) =>
      new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(extensionUri, 'docs', path)))
  })
