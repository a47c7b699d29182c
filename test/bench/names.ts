/** What is measured of a large pack: reading it, loading it compiled, and finding its names. */
export { readCompiledPack } from '../../server/src/core/api.ts'
export { parsePack } from '../../server/src/core/coverage/parse-pack.ts'
export { buildGazetteer } from '../../server/src/core/entity/gazetteer.ts'
