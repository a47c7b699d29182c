/** A mention as the words of its paragraph have it. */
import type { Mention } from './mention.ts'

/** A mention with its place among the tokens. */
export interface PlacedMention extends Mention<'prose'> {
  readonly first: number
  readonly last: number
  /** The first token of the whole phrase: *Ortizville* in *Ortizville baker Lena Brandt*, whose mention is the name. */
  readonly from: number
  /** *Ortiz* in *Ortiz’s office*, *his*: whose something is. */
  readonly possessive: boolean
  /** *him*, *them*: never the one who says something. */
  readonly object: boolean
  /** Of an appositive (*the mayor* in *Dana Ortiz, the mayor, said*), the index of the mention it stands for; else −1. */
  readonly apposedTo: number
  /** Whether the words show a body or a document rather than a person. */
  readonly body: boolean
}
