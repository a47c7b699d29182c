/** A stretch of prose that names or points at somebody or something. */
import type { Span } from '../text/span.ts'

export type MentionKind = 'name' | 'nominal' | 'pronoun'

/**
 * `span` covers the mention alone, with its title (*President Putin*) and without possessive ending, appositive or
 * relative clause. Two people joined in one noun phrase (*Xi and Putin*) are two mentions.
 */
export interface Mention<C extends 'prose' | 'draft' = 'draft'> {
  readonly span: Span<C>
  readonly kind: MentionKind
  /** The words that carry the identity: *Putin* in *President Vladimir Putin* is `Vladimir Putin`, a nominal's head noun, the pronoun in lower case. */
  readonly head: string
  /** What is known of them from the words alone, for agreement with pronouns. */
  readonly gender: 'he' | 'she' | 'it' | 'they' | null
  readonly number: 'one' | 'many'
  /** The title before or role after the name, where the words give one: `Prime Minister`, `the mayor`. */
  readonly role: string | null
}
