/** Long work in small slices, so that whoever asks something in between is answered. */

/** Milliseconds: an editor does not notice that it waits so long. */
const SLICE = 8

/** A function to be awaited after every step: it gives way when the slice is used up. */
export function slices(): () => Promise<void> | undefined {
  let began = performance.now()
  return () => {
    if (performance.now() - began < SLICE) return undefined
    return new Promise((resolve) => {
      setTimeout(() => {
        began = performance.now()
        resolve()
      }, 0)
    })
  }
}

/** The results of the work in the order of the items; as many are under way at once as `width` says. The work must not reject. */
export async function* ahead<T, R>(items: readonly T[], width: number, work: (item: T) => Promise<R>): AsyncIterable<R> {
  const running: Promise<R>[] = []
  for (const item of items) {
    running.push(work(item))
    if (running.length >= width) yield running.shift() as Promise<R>
  }
  yield* running
}
