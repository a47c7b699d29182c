/** What a newsroom has settled once for all its drafts. */

/** The marks in which a quotation stands, and those of one inside it. */
export interface QuotationStyle {
  readonly open: string
  readonly close: string
  readonly innerOpen: string
  readonly innerClose: string
}

export interface House {
  /** The spelling to be used, by each other one, folded. */
  readonly spellings: ReadonlyMap<string, string>
  /** Names of those whom every reader knows. */
  readonly wellKnown: readonly string[]
  /** Whether the house says *Mr. Okafor* of whom it has named: such a title introduces nobody then. */
  readonly courtesyTitles: boolean
  /** Titles and terms: what stands in marks without anybody having said it. */
  readonly notQuotations: readonly string[]
  /** The marks that every draft is to have; null where each follows its own habit. */
  readonly quotes: QuotationStyle | null
  /** The marks of a draft that has none of its own yet. */
  readonly usualQuotes: QuotationStyle
}

const american: QuotationStyle = { open: '“', close: '”', innerOpen: '‘', innerClose: '’' }

/** Nothing is settled. */
export const noHouse: House = {
  spellings: new Map(),
  wellKnown: [],
  courtesyTitles: false,
  notQuotations: [],
  quotes: null,
  usualQuotes: american
}
