/** Words made comparable: without case, diacritics and the shape of apostrophes. */

/** `Zelenskyy’s` → `zelenskyy's`, `Šimečka` → `simecka`. The result may be shorter or longer than the word. */
export function fold(word: string): string {
  let plain = true
  for (let i = 0; i < word.length && plain; i += 1) plain = word.charCodeAt(i) < 128
  if (plain) return word.toLowerCase()
  return word.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’‘ʼ]/g, "'").replace(/ł/g, 'l').replace(/Ł/g, 'L').toLowerCase()
}
