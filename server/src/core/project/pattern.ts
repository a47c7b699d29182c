/** A path as a pattern of a project file. */

/** Fits this file alone; the path goes from the project’s folder, with `/`. */
export const patternOf = (path: string): string => path.replace(/[\\*?[\]!#]|^ | $/g, (sign) => `\\${sign}`)
