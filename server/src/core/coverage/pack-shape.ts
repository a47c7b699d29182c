/** The shape of a pack's file, key by key; `coverage/pack.schema.json` says the same to editors. */
import * as l10n from '@vscode/l10n'
import * as v from 'valibot'

const text = v.pipe(
  v.string(() => l10n.t('this must be text; put it in quotation marks')),
  v.trim(),
  v.minLength(1, () => l10n.t('this must not be empty'))
)
const name = v.pipe(
  v.string(() => l10n.t('this must be text; put it in quotation marks')),
  v.trim(),
  v.regex(/[\p{L}\p{N}]/u, () => l10n.t('a name needs a letter or a digit'))
)
const id = v.pipe(
  text,
  v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, () => l10n.t('an id is small letters, digits and hyphens: power-of-siberia-2'))
)
const dateSays = () => l10n.t('a date is 2023, 2023-03 or 2023-03-21')
/** A year alone is a number in YAML. */
const date = v.pipe(
  v.union([v.string(), v.number()], dateSays),
  v.transform(String),
  v.regex(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/, dateSays)
)
const list = <T extends v.GenericSchema>(item: T) =>
  v.optional(
    v.array(item, () => l10n.t('this must be a list')),
    []
  )

const role = v.strictObject({
  title: text,
  of: v.optional(text),
  from: v.optional(date),
  until: v.optional(date),
  asReported: v.optional(v.boolean(() => l10n.t('this must be true or false')))
})

export const entityShape = v.strictObject({
  id,
  kind: v.picklist(['person', 'body', 'place', 'document', 'event', 'project'], () =>
    l10n.t('a kind is person, body, place, document, event or project')
  ),
  name,
  family: v.optional(name),
  given: v.optional(name),
  order: v.optional(v.picklist(['given-family', 'family-given'], () => l10n.t('an order is given-family or family-given'))),
  aliases: list(name),
  adjectives: v.optional(v.array(name, () => l10n.t('this must be a list'))),
  standsFor: v.optional(id),
  roles: list(role),
  description: text,
  pronouns: list(v.picklist(['he', 'she', 'they', 'it'], () => l10n.t('a pronoun is he, she, they or it')))
})

export const statementShape = v.strictObject({
  id,
  words: text,
  verbatim: v.optional(v.array(text, () => l10n.t('this must be a list'))),
  speakers: list(id),
  unnamed: v.optional(text),
  kind: v.picklist(['direct', 'mixed', 'indirect'], () => l10n.t('a kind is direct, mixed or indirect')),
  certainty: v.picklist(['sure', 'likely', 'unsure'], () => l10n.t('a certainty is sure, likely or unsure')),
  occasion: v.optional(text),
  date: v.optional(date),
  language: text,
  wording: v.picklist(['as-published', 'translated', 'rough'], () => l10n.t('a wording is as-published, translated or rough')),
  paragraph: v.pipe(
    v.number(() => l10n.t('this must be a number')),
    v.integer(() => l10n.t('this must be a whole number')),
    v.minValue(1, () => l10n.t('paragraphs count from 1'))
  )
})

export const takeawayShape = v.strictObject({ id, title: text, summary: text, people: list(id), statements: list(id) })

export const packShape = {
  id,
  title: text,
  publisher: v.optional(text),
  date: v.optional(date),
  house: v.optional(v.boolean(() => l10n.t('this must be true or false')))
} as const
