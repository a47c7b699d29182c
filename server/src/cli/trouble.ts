/** Something outside that is not as it should be: told in one line, exit status 2. */
export class Trouble extends Error {}
