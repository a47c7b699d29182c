/** YAML that would exhaust the parser's stack, told before it is parsed: some runtimes do not survive that. */

/** Nobody's file is nested so deep. */
const DEEPEST = 200

/** Whether brackets, marks of lists or white space nest deeper than that anywhere; what stands in quotation marks is counted, too. */
export function nestsTooDeeply(text: string): boolean {
  let depth = 0
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code === 0x5b || code === 0x7b) depth += 1
    else if ((code === 0x5d || code === 0x7d) && depth > 0) depth -= 1
    if (depth > DEEPEST) return true
  }
  return LISTS.test(text) || INDENTED.test(text)
}

/** `- - - - one` */
const LISTS = new RegExp(`^[ \\t]*(?:[-?:][ \\t]+){${DEEPEST}}`, 'm')
const INDENTED = new RegExp(`^[ \\t]{${4 * DEEPEST}}`, 'm')
