/** A language server that does nothing but answer every edit with no diagnostics: what the protocol itself costs. */
const { createConnection, ProposedFeatures, TextDocuments, TextDocumentSyncKind } = require('vscode-languageserver/node')
const { TextDocument } = require('vscode-languageserver-textdocument')

const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout)
const documents = new TextDocuments(TextDocument)
connection.onInitialize(() => ({ capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental, hoverProvider: true } }))
connection.onHover(() => null)
documents.onDidChangeContent(({ document }) =>
  connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics: [] })
)
documents.listen(connection)
connection.listen()
