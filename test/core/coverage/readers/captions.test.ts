/** Captions as running text with voices and times. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { speakersAt, timeAt } from '../../../../server/src/core/coverage/article.ts'
import { readCaptions } from '../../../../server/src/core/coverage/read-captions.ts'
import { fileWords, mapFaults, only, told } from './read.ts'

const VTT = `WEBVTT - Council
Language: en

NOTE made by hand

1
00:00:01.000 --> 00:00:03.500 align:start
<v Dana Ortiz>We will <i>not</i> raise
the levy this year.</v>

2
00:00:03.500 --> 00:00:05.000
<v Dana Ortiz>It stays &amp; that is that.

01:00:09.000 --> 01:00:11.250
<v.loud Lena Brandt>Why not?
`

describe('WebVTT', () => {
  const { article, text } = only(readCaptions, VTT)

  test('captions run on, and a voice begins a paragraph', () => {
    expect(text).toBe('We will not raise the levy this year. It stays & that is that.\n\nWhy not?')
    expect(speakersAt(article, text.indexOf('stays'))).toEqual(['Dana Ortiz'])
    expect(speakersAt(article, text.indexOf('Why'))).toEqual(['Lena Brandt'])
    expect(told(readCaptions, VTT)).toEqual([])
  })

  test('every word has the time of its caption', () => {
    expect(['not', 'levy', 'stays', 'Why'].map((word) => timeAt(article, text.indexOf(word)))).toEqual([1000, 1000, 3500, 3_609_000])
  })

  test('a passage leads back to the file', () => {
    expect(fileWords(only(readCaptions, VTT), VTT, 'not raise the')).toBe('not</i> raise\nthe')
    expect(fileWords(only(readCaptions, VTT), VTT, 'stays & that')).toBe('stays &amp; that')
  })
})

describe('other captions', () => {
  test('SubRip, with commas in its times and names in its lines', () => {
    const srt = `1\r\n00:00:01,000 --> 00:00:02,000\r\nORTIZ: It stays.\r\n\r\n2\r\n00:00:02,000 --> 00:00:03,000\r\n{\\an8}BRANDT: Why?\r\n3\r\n00:00:03,000 --> 00:00:04,000\r\nORTIZ: Because\r\nit does.\r\n\r\n4\r\n00:00:04,000 --> 00:00:05,000\r\nBRANDT: I see.\r\n`
    const { article, text } = only(readCaptions, srt)
    expect(text).toBe('ORTIZ: It stays.\n\nBRANDT: Why?\n\nORTIZ: Because it does.\n\nBRANDT: I see.')
    expect(speakersAt(article, text.indexOf('does'))).toEqual(['ORTIZ'])
    expect(timeAt(article, text.indexOf('does'))).toBe(3000)
  })

  test('>> is another voice, named or not', () => {
    const { article, text } = only(
      readCaptions,
      'WEBVTT\n\n00:01.000 --> 00:02.000\n>> MAYOR ORTIZ: It stays.\n\n00:02.000 --> 00:03.000\n&gt;&gt; For how long?\n'
    )
    expect(text).toBe('It stays.\n\nFor how long?')
    expect(speakersAt(article, 2)).toEqual(['MAYOR ORTIZ'])
    expect(speakersAt(article, text.indexOf('For'))).toEqual([])
  })

  test('lines that roll on count once', () => {
    const rolling =
      'WEBVTT\n\n00:01.000 --> 00:02.000\nthe levy<00:01.500><c> stays</c>\n\n00:02.000 --> 00:02.010\nthe levy stays\n\n00:02.010 --> 00:04.000\nthe levy stays\nfor<00:03.000><c> good</c>\n\n00:09.000 --> 00:10.000\nfor good\n'
    expect(only(readCaptions, rolling).text).toBe('the levy stays for good for good')
  })

  test('a pause after a sentence is a paragraph’s end', () => {
    const paused =
      '1\n00:00:01,000 --> 00:00:02,000\nIt stays.\n\n2\n00:00:08,000 --> 00:00:09,000\nNext.\n\n3\n00:00:20,000 --> 00:00:21,000\nplease\n'
    expect(only(readCaptions, paused).text).toBe('It stays.\n\nNext.\n\nplease')
  })

  test('captions without times are told at their lines, and the rest is read', () => {
    const broken =
      '1\n00:00:01,000 --> 00:00:02,000\nIt stays.\n\n2\n00:00:02 -> 00:00:03\nLost.\n\n3\n00:00:03,000 --> 00:00:04,000\nKept.\n'
    expect(told(readCaptions, broken)).toEqual(['5:1 this caption has no times, such as 00:01:02.500 --> 00:01:04.000'])
    expect(only(readCaptions, broken).text).toBe('It stays. Kept.')
  })

  test('the map leads from every unit into the file, whatever stands in it', () => {
    const line = fc.constantFrom(
      '',
      '1',
      '00:00:01.000 --> 00:00:02.000',
      '00:01:01,000 --> 00:01:02,000',
      'We <i>go</i> on.',
      '<v Ana> yes',
      '>> ',
      '>> BEN: so',
      'A&amp;B &lt;',
      '<',
      '&',
      'NOTE x',
      '  '
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const file = lines.join('\n')
        const article = only(readCaptions, file)
        expect(mapFaults(article, file)).toEqual([])
        for (const [start] of article.article.times ?? []) expect(start).toBeLessThan(article.text.length)
        for (const { start } of article.article.turns ?? []) expect(start).toBeLessThan(article.text.length)
      })
    )
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (file) => void expect(mapFaults(only(readCaptions, file), file)).toEqual([])))
  })
})
