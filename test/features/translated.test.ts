/** What hovers and outline tell in German and French: whole texts, with the draft’s and the coverage’s words as they are. */
import * as l10n from '@vscode/l10n'
import { afterEach, expect, test } from 'vitest'
import german from '../../l10n/bundle.l10n.de.json'
import french from '../../l10n/bundle.l10n.fr.json'
import { createWorkspace, hover, outline } from '../../server/src/core/api.ts'
import { coverage, levyPack } from '../support/covered.ts'
import { cursor } from '../support/marked.ts'

afterEach(() => l10n.config({ contents: {} }))

/** A workspace of its own, since texts are remembered in the language in which they were first told. */
function told(language: Record<string, string>, marked: string): string {
  l10n.config({ contents: language })
  const { text, offset } = cursor(marked)
  const workspace = createWorkspace().withPacks([levyPack]).withCoverage(coverage).withDraft('file:///draft.md', text)
  const analysis = workspace.analysis('file:///draft.md')!
  const items = outline(analysis)
    .flatMap((item) => [item, ...item.children])
    .map(({ title, detail }) => `${title} (${detail})`)
  return `${hover(analysis, offset)?.markdown}\n\n${items.join('\n')}`.replace(/\d+(?=.%)/, 'N')
}

const TWO_POINTS = '# Two takeaways from the council\n\nDana Ortiz is the mayor.\n\n## 1. The levy\n\n'
const ALTERED = `${TWO_POINTS}“We will never <|>raise the levy this year,” Ortiz and Brandt said.\n\n## 2. The roof\n\nNothing was said.\n`
const NAME = '“We will not raise the levy this year,” Dana Ortiz said. Or<|>tiz left.'

test('a quotation in German', () => {
  expect(told(german, ALTERED)).toMatchInlineSnapshot(`
    "Gesagt von **Dana Ortiz und Brandt**.

    In der Berichterstattung stehen hier andere Worte: Ein Wort weicht ab.

    We will ~~never~~ **not** raise the levy this …

    > **We will not raise the levy this year**, whatever the harbour board asks of us.
    >
    > — Dana Ortiz, Harbour Gazette, council meeting, 20. November 2026

    Auch in einem anderen Artikel.

    „Brandt“ steht neben „said“. *(adjacent, N %)*

    Two takeaways from the council ()
    1. The levy (1 Zitat · Dana Ortiz, Brandt)
    “We will never raise the levy this year,” (Dana Ortiz und Brandt · verändert)
    2. The roof (keine Zitate)"
  `)
})

test('a quotation in French', () => {
  expect(told(french, ALTERED)).toMatchInlineSnapshot(`
    "Propos de **Dana Ortiz et Brandt**.

    La couverture a d’autres mots ici : un mot diffère.

    We will ~~never~~ **not** raise the levy this …

    > **We will not raise the levy this year**, whatever the harbour board asks of us.
    >
    > — Dana Ortiz, Harbour Gazette, council meeting, 20 novembre 2026

    Aussi dans un autre article.

    « Brandt » est placé à côté de « said ». *(adjacent, N %)*

    Two takeaways from the council ()
    1. The levy (1 citation · Dana Ortiz, Brandt)
    “We will never raise the levy this year,” (Dana Ortiz et Brandt · avec changement)
    2. The roof (aucune citation)"
  `)
})

test('a name in German', () => {
  expect(told(german, NAME)).toMatchInlineSnapshot(`
    "**Dana Ortiz**, the mayor of Port Ellen.

    Dana Ortiz has been mayor since 2024.

    In diesem Entwurf einmal zitiert.

    - “We will not raise the levy this year,”: wörtlich

    Zuerst genannt als „Dana Ortiz“ in Absatz 1.

    In der Berichterstattung:

    - “We will not raise the levy this year, whatever the harbour board asks of us.” (council meeting, 20. November 2026)
    - “The roof of the market hall comes first.” (council meeting, 20. November 2026)

    Aus dem Paket „The market levy“.

    “We will not raise the levy this year,” Dana Ortiz said. Ortiz left. ()
    “We will not raise the levy this year,” (Dana Ortiz · wörtlich)"
  `)
})

test('a name in French', () => {
  expect(told(french, NAME)).toMatchInlineSnapshot(`
    "**Dana Ortiz**, the mayor of Port Ellen.

    Dana Ortiz has been mayor since 2024.

    Cité une fois dans ce brouillon.

    - “We will not raise the levy this year,” : mot à mot

    D’abord nommé « Dana Ortiz » au paragraphe 1.

    Dans la couverture :

    - “We will not raise the levy this year, whatever the harbour board asks of us.” (council meeting, 20 novembre 2026)
    - “The roof of the market hall comes first.” (council meeting, 20 novembre 2026)

    D’après le dossier « The market levy ».

    “We will not raise the levy this year,” Dana Ortiz said. Ortiz left. ()
    “We will not raise the levy this year,” (Dana Ortiz · mot à mot)"
  `)
})
