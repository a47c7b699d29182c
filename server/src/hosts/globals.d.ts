/** The compiled packs that come with Saidby, put in by the build where there is no disk to read them from. */
declare const SAIDBY_PACKS: readonly unknown[]
