/** Put in by the build, from package.json. */
declare const SAIDBY_VERSION: string
