/** *Open the walkthrough* and *Open the sample story*, which is a draft of its own: nothing is written anywhere. */
import { commands, type Disposable, type ExtensionContext, type TextDocument, Uri, window, workspace } from 'vscode'

/** Registers both; what it returns takes them back. */
export const registerWalkthrough = ({ extension, extensionUri }: ExtensionContext): readonly Disposable[] => [
  commands.registerCommand('saidby.walkthrough', () =>
    commands.executeCommand('workbench.action.openWalkthrough', `${extension.id}#saidby.start`, false)
  ),
  commands.registerCommand('saidby.openSample', () => openSample(extensionUri))
]

/** Each time a fresh copy, so that nothing the writer tries out in it is lost on the next one. */
async function openSample(extensionUri: Uri): Promise<TextDocument> {
  const bytes = await workspace.fs.readFile(Uri.joinPath(extensionUri, 'samples', 'moscow-takeaways.md'))
  const document = await workspace.openTextDocument({ language: 'markdown', content: new TextDecoder().decode(bytes) })
  await window.showTextDocument(document)
  return document
}
