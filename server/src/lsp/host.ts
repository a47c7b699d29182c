/** What the server needs from the place it runs in; its hosts fill this in. */
import type { Pack } from '../core/api.ts'

export interface Host {
  /** The packs that come with Saidby. Says each problem in a whole sentence and leaves that pack out; never rejects. */
  packs(say: (problem: string) => void): Promise<readonly Pack[]>
}
