/** Of Node's assertions those that the suites use, for a browser. */

export function ok(value: unknown, message = 'this does not hold'): asserts value {
  if (!value) throw new Error(message)
}

export function equal(actual: unknown, expected: unknown): void {
  ok(Object.is(actual, expected), `${shown(actual)} should be ${shown(expected)}`)
}

/** Plain data, by value. */
export function deepEqual(actual: unknown, expected: unknown): void {
  ok(shown(actual) === shown(expected), `${shown(actual)} should be ${shown(expected)}`)
}

export function match(actual: string, pattern: RegExp): void {
  ok(pattern.test(actual), `${shown(actual)} should match ${pattern}`)
}

export function doesNotMatch(actual: string, pattern: RegExp): void {
  ok(!pattern.test(actual), `${shown(actual)} should not match ${pattern}`)
}

const shown = (value: unknown): string => JSON.stringify(value, null, 1) ?? String(value)
