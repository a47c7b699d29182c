/** What the store needs from the place it runs in: files to read, and perhaps somewhere to keep its index. */

/** A path is whatever the host makes of one; only the host takes it apart. */
export interface FoundFile {
  readonly path: string
  /** Bytes. */
  readonly size: number
  /** Milliseconds; it need only differ when the file was changed. */
  readonly mtime: number
}

/** What went wrong with a file, in words that follow its name. */
export class FileTrouble extends Error {}

export interface Files {
  /** Whether files there can be read at once; else the store keeps what it reads of them in memory, and takes only so many. */
  atOnce(path: string): boolean
  /**
   * Every file in the folder and below that `wanted` takes by its name, in no order; folders that `enter` refuses by theirs are passed over. No
   * folder is entered twice and no file told twice, whatever links lead to it. What cannot be read is told to `trouble`, and the rest is listed.
   */
  list(folder: string, choose: Choice, trouble: (path: string, message: string) => void): AsyncIterable<FoundFile>
  /** Null where there is nothing. */
  stat(path: string): Promise<(FoundFile & { readonly kind: 'file' | 'folder' }) | null>
  /** The file's bytes from `start` to `end` or to its end. Rejects with FileTrouble. */
  read(path: string, start: number, end: number): Promise<Uint8Array>
  /** At once, since quotations are verified while an editor waits. Null where the file is gone or is no longer the same. */
  readNow(file: FoundFile, start: number, end: number): Uint8Array | null
  /** A path from names or a relative path with `/`. */
  join(folder: string, path: string): string
  /** The folder that holds the path; null at the root. */
  parent(path: string): string | null
  /** The path from the folder, with `/`; null where it is not inside. */
  relative(folder: string, path: string): string | null
  uriOf(path: string): string
  /** Null for a URI that is no file. */
  pathOf(uri: string): string | null
}

export interface Choice {
  wanted(name: string): boolean
  enter(name: string): boolean
}

/** A folder of the store's own, outside everybody's work. */
export interface Storage {
  /** The size in bytes of what was kept under the name; null where there is nothing. */
  size(name: string): Promise<number | null>
  /** Rejects with FileTrouble. */
  read(name: string, start: number, end: number): Promise<Uint8Array<ArrayBuffer>>
  /** All of it or, when it fails, what was there before. Rejects with FileTrouble. */
  write(name: string, parts: readonly Uint8Array[]): Promise<void>
  /** Notes that what is kept under the name is in use, and removes whatever else of such names was not for so many days. Never rejects. */
  tidy(name: string, mine: RegExp, days: number): Promise<void>
}
