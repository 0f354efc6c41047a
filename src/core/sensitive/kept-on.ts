/** On which ground a column of sensitive data was taken in: kept with the import and shown with the column. */

/**
 * Grounds for holding such data: the person's consent, a law that demands it, or that the person made it public.
 * Source: APPI art. 20(2), GDPR art. 9(2)(a), (b), (e).
 */
export const KEEP_BASES = ['consent', 'law', 'public'] as const
export type KeepBasis = (typeof KEEP_BASES)[number]

/** evidence: where it can be read (wording, form, record), in the user's words. */
export interface KeptOn {
  readonly basis: KeepBasis
  readonly evidence: string
}
