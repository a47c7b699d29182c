/** What the server needs from the place it runs in; its hosts fill this in. */
import type { Pack } from '../core/api.ts'
import type { Files, Storage } from '../store/files.ts'

export interface Host {
  /** The packs that come with Saidby. Says each problem in a whole sentence and leaves that pack out; never rejects. */
  packs(say: (problem: string) => void): Promise<readonly Pack[]>
  /** Left out where there is no disk: then there is what the client reads for the server, and without that no coverage but those packs. */
  readonly disk?: Disk
  /** Where the pages of the rules are that come with Saidby, a URI with a slash at its end; a client may have its own. */
  readonly pages?: string
}

export interface Disk {
  readonly files: Files
  /** A storage in the folder that the client names, or in one of the host's own, outside everybody's work. */
  storage(folder: string | null): Storage
}
