/** Keeps a bug where it is: it is logged once, costs the one answer it was in, and is never passed off as an empty answer. */
import { type CancellationToken, ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver'

export interface Guard {
  /** Only while it is `serving` are requests answered and notifications heeded. */
  phase: Phase
  /** Why a request is refused whatever it asks; undefined while it is not. */
  refusal(): ResponseError<never> | undefined
  /** A request's handler: a cancelled request is answered as cancelled, one that fails as failed. */
  answer<P, R>(what: string, handler: (params: P) => R): (params: P, token: CancellationToken) => R | ResponseError<never>
  /** The same for a handler that takes its time; it may end early when the token says so. */
  answerLater<P, R>(
    what: string,
    handler: (params: P, token: CancellationToken) => Promise<R>
  ): (params: P, token: CancellationToken) => Promise<R | ResponseError<never>>
  /** A notification's handler, which must not bring the connection down. */
  heed<P>(what: string, handler: (params: P) => void): (params: P) => void
  /** The result of `work`, or `otherwise` where it fails. */
  attempt<T>(what: string, work: () => T, otherwise: () => T): T
  /** Tells the writer's log a problem that is no bug, once for each wording. */
  say(problem: string): void
}

/** `new` until the client has introduced itself, `over` when it has asked for the end. */
export type Phase = 'new' | 'serving' | 'over'

export interface Log {
  error(message: string): void
  warn(message: string): void
}

/** Throw it to refuse a request whose fault is the client's: it is answered with this message and not logged as a bug. */
export class Refusal extends Error {}

export function createGuard(log: Log): Guard {
  const told = new Set<string>()
  const once = (message: string, tell: (message: string) => void): void => {
    if (told.has(message) || told.size > MOST_TOLD) return
    told.add(message)
    try {
      tell(message)
    } catch {
      // The client is gone, and its log with it: there is nobody to tell.
    }
  }
  const report = (what: string, error: unknown): void =>
    once(`This is a bug in Saidby, in ${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`, (message) =>
      log.error(message)
    )

  const cancelled = (what: string): ResponseError<never> =>
    new ResponseError<never>(LSPErrorCodes.RequestCancelled, `${what} was cancelled`)
  const failed = (what: string, error: unknown): ResponseError<never> => {
    if (error instanceof Refusal) return new ResponseError<never>(ErrorCodes.InvalidParams, error.message)
    report(what, error)
    return new ResponseError<never>(ErrorCodes.InternalError, `${what} failed; the log says why`)
  }

  const guard: Guard = {
    phase: 'new',
    refusal() {
      if (guard.phase === 'serving') return undefined
      return guard.phase === 'new'
        ? new ResponseError<never>(ErrorCodes.ServerNotInitialized, 'the client has not introduced itself yet')
        : new ResponseError<never>(ErrorCodes.InvalidRequest, 'the client has asked for the end')
    },
    answer: (what, handler) => (params, token) => {
      const refused = guard.refusal()
      if (refused) return refused
      if (token.isCancellationRequested) return cancelled(what)
      try {
        return handler(params)
      } catch (error) {
        return failed(what, error)
      }
    },
    answerLater: (what, handler) => async (params, token) => {
      const refused = guard.refusal()
      if (refused) return refused
      if (token.isCancellationRequested) return cancelled(what)
      try {
        const answer = await handler(params, token)
        return token.isCancellationRequested ? cancelled(what) : answer
      } catch (error) {
        return failed(what, error)
      }
    },
    heed: (what, handler) => (params) => {
      if (guard.phase !== 'serving') return
      try {
        handler(params)
      } catch (error) {
        if (error instanceof Refusal) once(error.message, (message) => log.warn(message))
        else report(what, error)
      }
    },
    attempt: (what, work, otherwise) => {
      try {
        return work()
      } catch (error) {
        report(what, error)
        return otherwise()
      }
    },
    say: (problem) => once(problem, (message) => log.warn(message))
  }
  return guard
}

/** A client that sends ever new nonsense must not fill the memory. */
const MOST_TOLD = 1000
