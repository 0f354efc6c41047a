/**
 * Literals of patterns (literals-of.ts) worked out beforehand: empty here, filled in the bundle with those of all
 * catalogues (scripts/bundle.js), so that a run begins without reading a thousand patterns.
 */
import type {Literals} from './literals-of.ts'

export const KNOWN_LITERALS: ReadonlyMap<string, Literals> = new Map()
