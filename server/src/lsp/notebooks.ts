/** Notebooks: each Markdown cell is a draft by itself, and is at home where its notebook is. */
import type { Connection, TextDocumentContentChangeEvent, TextDocumentItem } from 'vscode-languageserver'
import type { Guard } from './guard.ts'

/** Those who are told of the cells as of any draft. */
export interface Cells {
  opened(cell: TextDocumentItem): void
  changed(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): void
  closed(uri: string): void
}

export interface Notebooks {
  /** The address of the notebook whose cell it is; that of any other draft is its own. */
  home(uri: string): string
  /** Passes on what the client tells of cells. */
  follow(connection: Connection, guard: Guard, cells: Cells): void
}

/** What the client is told: cells in Markdown, of notebooks of every kind. */
export const notebookSync = { notebookSelector: [{ notebook: '*', cells: [{ language: 'markdown' }] }] }

export function createNotebooks(): Notebooks {
  const homes = new Map<string, string>()
  return {
    home: (uri) => homes.get(uri) ?? uri,
    follow({ notebooks: { synchronization } }, guard, cells) {
      const open = (notebook: string, come: readonly TextDocumentItem[]): void => {
        for (const cell of come) {
          homes.set(cell.uri, notebook)
          cells.opened(cell)
        }
      }
      const close = (gone: readonly { readonly uri: string }[]): void => {
        for (const { uri } of gone) {
          cells.closed(uri)
          homes.delete(uri)
        }
      }
      synchronization.onDidOpenNotebookDocument(
        guard.heed('opening a notebook', ({ notebookDocument, cellTextDocuments }) => open(notebookDocument.uri, cellTextDocuments))
      )
      synchronization.onDidChangeNotebookDocument(
        guard.heed('editing a notebook', ({ notebookDocument, change }) => {
          open(notebookDocument.uri, change.cells?.structure?.didOpen ?? [])
          for (const { document, changes } of change.cells?.textContent ?? []) cells.changed(document.uri, document.version, changes)
          close(change.cells?.structure?.didClose ?? [])
        })
      )
      synchronization.onDidCloseNotebookDocument(guard.heed('closing a notebook', ({ cellTextDocuments }) => close(cellTextDocuments)))
    }
  }
}
