/** Long work cut into steps, so that its driver can pause between two of them. */

/** Work that pauses at every step, and what it comes to. */
export type Steps<T> = Generator<void, T, void>

/** Numbers that are gone through in one step: a few milliseconds. */
export const STEP = 1 << 17

/** Goes through `count` things, half-open stretch by stretch, and pauses behind each. */
export function* inSteps(count: number, work: (from: number, to: number) => void, step = STEP): Steps<void> {
  for (let from = 0; from < count; from += step) {
    work(from, Math.min(count, from + step))
    yield
  }
}

/** All steps in one go. */
export function atOnce<T>(steps: Steps<T>): T {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value
}
