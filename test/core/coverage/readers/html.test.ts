/** Pages as browsers save them: the article's paragraphs, what the page says of it, and the way back. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readHtml } from '../../../../server/src/core/coverage/read-html.ts'
import { fileWords, mapFaults, only, told } from './read.ts'

const paragraph = (words: string) => `${words} ${'The council met in the market hall on Monday and again on Tuesday. '.repeat(3).trim()}`

const PAGE = `<!DOCTYPE html>
<!-- saved from url=(0032)https://courier.example/levy.html -->
<html lang="en-GB"><head>
<title>Levy to stay | The Courier</title>
<meta property="og:title" content="The levy &amp; the hall">
<meta property="og:site_name" content="The Ortizville Courier">
<meta property="article:published_time" content="2026-05-12T08:00:00Z">
<link rel="canonical" href="https://courier.example/levy">
<style>p { color: red }</style>
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, {"@type": ["NewsArticle"], "headline": "Other", "author": [{"@type": "Person", "name": "Ana Roth"}, {"name": "Ben Hale"}]}]}</script>
</head><body class="has-sidebar">
<nav><ul><li><a href="/">Home</a></li><li>All the news of the day</li></ul></nav>
<main><article>
<header><h1>The levy stays</h1><p class="byline">By Ana Roth</p></header>
<figure><img src="x.png"><figcaption>The hall on Monday</figcaption></figure>
<div class="article-body">
<p>${paragraph('&ldquo;We will <em>not</em>\n   raise it,&#8221; said Dana&nbsp;Ortiz.')}
<p>${paragraph('Nobody asked us.')}</p>
<aside>Sign up for our letter.</aside>
<div class="related-stories"><p>The market hall, explained in five charts.</p></div>
<p><a href="/more">Read more: the levy, explained</a></p>
<p hidden>Not for you.</p>
Loose words in the body.<br><br>And more of them<br>on two lines.
</div>
</article>
<section id="comments"><p>First! This is a shame.</p></section>
</main>
<footer><p>© The Courier. All rights reserved.</p></footer>
<script>document.write("<p>no</p>")</script>
</body></html>`

describe('a page', () => {
  const article = only(readHtml, PAGE)

  test('its head says what is known', () => {
    expect(article.article).toEqual({
      id: 'a',
      title: 'The levy & the hall',
      publisher: 'The Ortizville Courier',
      date: '2026-05-12T08:00:00Z',
      url: 'https://courier.example/levy',
      author: 'Ana Roth, Ben Hale',
      language: 'en-GB'
    })
  })

  test('its article is paragraphs, without what stands around them', () => {
    expect(article.text.split('\n\n').map((words) => words.replace(/(?: The council met .*)?$/, ''))).toEqual([
      'The levy stays',
      '“We will not raise it,” said Dana Ortiz.',
      'Nobody asked us.',
      'Loose words in the body.',
      'And more of them on two lines.'
    ])
    expect(told(readHtml, PAGE)).toEqual([])
  })

  test('a passage leads back to the words in the file', () => {
    expect(fileWords(article, PAGE, 'not raise it,”')).toBe('not</em>\n   raise it,&#8221;')
    expect(fileWords(article, PAGE, 'them on two')).toBe('them<br>on two')
  })
})

describe('pages that say less', () => {
  const titled = (head: string) => only(readHtml, `<html><head>${head}</head><body><p>${paragraph('It stays.')}</p></body></html>`).article

  test('the title without the publisher, the date and the author as meta, the address as saved', () => {
    expect(titled('<title>The levy stays after all | The Courier</title>').title).toBe('The levy stays after all')
    expect(
      titled('<title>A baker&#39;s story</title><meta name="author" content="Ana Roth"><meta name="date" content="2026-05-12">')
    ).toEqual({
      id: 'a',
      title: "A baker's story",
      author: 'Ana Roth',
      date: '2026-05-12'
    })
    expect(
      titled('<!-- saved from url=(0023)https://courier.example/ --><meta property="article:author" content="https://x.example/ana">')
    ).toEqual({
      id: 'a',
      url: 'https://courier.example/'
    })
  })

  test('data that is no JSON is passed over', () => {
    expect(titled('<script type="application/ld+json">{"@type": "NewsArticle", </script>')).toEqual({ id: 'a' })
  })

  test('without an article element, what holds nearly all words is the article', () => {
    const old = `<body><table><tr><td><a href="/a">One</a><br><a href="/b">Two</a></td><td><div>${paragraph('It stays.')}<br><br>${paragraph('Why?')}</div></td></tr></table><div>Imprint</div></body>`
    expect(
      only(readHtml, old)
        .text.split('\n\n')
        .map((words) => words.slice(0, 9))
    ).toEqual(['It stays.', 'Why? The '])
  })

  test('a page whose every part is called furniture is read all the same', () => {
    expect(
      only(readHtml, `<body class="sidebar-left nav"><div class="share"><p>${paragraph('It stays.')}</p></div></body>`).text
    ).toContain('It stays.')
  })

  test('a page of links has no article, and says so', () => {
    expect(told(readHtml, '<nav>Home</nav><ul><li><a href="/a">One</a></li></ul>')).toEqual(['1:1 no article is to be found in this page'])
  })
})

describe('broken pages', () => {
  test('elements that are never closed, or closed twice', () => {
    const broken = `<div><p>${paragraph('One.')}<p>${paragraph('Two <b>bold')}</p></p></div></div><p>${paragraph('Three')}`
    expect(
      only(readHtml, broken)
        .text.split('\n\n')
        .map((words) => words.slice(0, 5).trim())
    ).toEqual(['One.', 'Two b', 'Three'])
  })

  test('elements nested deeper than anybody nests them: what stands above is read', () => {
    expect(only(readHtml, `${'<div>'.repeat(1000)}<p>${paragraph('It stays.')}`).text).toContain('It stays.')
    const absurd = `<p>${paragraph('It stays.')}</p>${'<div>'.repeat(1_000_000)}`
    expect(only(readHtml, absurd).text).toContain('It stays.')
    expect(told(readHtml, absurd)).toEqual([expect.stringContaining('nested too deeply here')])
  })

  test('the map leads from every unit into the file, whatever stands in it', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<div class="related">',
      '</div>',
      '<br>',
      '&amp;',
      '&nope;',
      '&#8220;',
      'The levy stays. ',
      ' ',
      '\n',
      '<a href=x>',
      '</a>',
      '<script>',
      '</script>',
      '<!--',
      '-->',
      '<',
      '>',
      '"',
      '<title>',
      '<article>',
      '<h1>',
      '\u0000'
    )
    const maps = (file: string) => void expect(mapFaults(only(readHtml, file), file)).toEqual([])
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
        maps
      ),
      { numRuns: 500 }
    )
    fc.assert(fc.property(fc.string({ unit: 'binary' }), maps))
  })
})
