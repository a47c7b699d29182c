/** Numbers put in order by their upper bits, so that what is done with each group stays within the processor's cache. */
import { KEY_BITS } from './keys.ts'
import { inSteps, STEP, type Steps } from './steps.ts'

/** Of 28 bits the upper nine: so many streams can be written side by side without each write waiting for memory. */
const GROUP_BITS = 9
const GROUP_SHIFT = KEY_BITS - GROUP_BITS

/** How many numbers a group's lower bits can be. */
export const GROUP_SIZE = 1 << GROUP_SHIFT

/** How wide the values are. */
interface Kind<Values> {
  readonly BYTES_PER_ELEMENT: number
  new (buffer: ArrayBuffer, start: number, length: number): Values
}

/** Keys with their values. */
export interface Keyed<Values extends Uint16Array | Uint32Array> {
  readonly keys: Uint32Array
  readonly values: Values
}

/** Room for so many, in one buffer: a large one goes back to the system at once when it is dropped, where several of the half would stay. */
export function keyed<Values extends Uint16Array | Uint32Array>(count: number, kind: Kind<Values>): Keyed<Values> {
  const buffer = new ArrayBuffer(count * (4 + kind.BYTES_PER_ELEMENT))
  return { keys: new Uint32Array(buffer, 0, count), values: new kind(buffer, count * 4, count) }
}

/** Group by group, within each in the order in which they came. */
export interface Groups<Values extends Uint16Array | Uint32Array> extends Keyed<Values> {
  /** Where each group begins, and at the end how many there are in all. */
  readonly starts: Uint32Array
}

/** The first `count` keys by their upper bits, each with its value. */
export function* grouped<Values extends Uint16Array | Uint32Array>(
  { keys, values }: Keyed<Values>,
  count: number,
  kind: Kind<Values>
): Steps<Groups<Values>> {
  const starts = new Uint32Array((1 << GROUP_BITS) + 1)
  yield* inSteps(count, (from, to) => {
    for (let i = from; i < to; i += 1) {
      const group = ((keys[i] as number) >>> GROUP_SHIFT) + 1
      starts[group] = (starts[group] as number) + 1
    }
  })
  for (let group = 1; group < starts.length; group += 1) starts[group] = (starts[group] as number) + (starts[group - 1] as number)
  const next = starts.slice()
  const { keys: ordered, values: moved } = keyed(count, kind)
  yield* inSteps(count, (from, to) => {
    for (let i = from; i < to; i += 1) {
      const key = keys[i] as number
      const group = key >>> GROUP_SHIFT
      const at = next[group] as number
      ordered[at] = key
      moved[at] = values[i] as number
      next[group] = at + 1
    }
  })
  return { keys: ordered, values: moved, starts }
}

/** Calls `work` with each group, and pauses whenever some step's numbers were gone through. */
export function* byGroups({ starts }: Pick<Groups<Uint16Array>, 'starts'>, work: (group: number) => void): Steps<void> {
  let paused = 0
  for (let group = 0; group + 1 < starts.length; group += 1) {
    work(group)
    const done = starts[group + 1] as number
    if (done - paused < STEP) continue
    paused = done
    yield
  }
}
