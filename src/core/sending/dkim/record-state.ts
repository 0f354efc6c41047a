/** What was found under the name of a key. Only with published and testing will a receiver find our signatures good. */
export type RecordState =
  | 'published'
  /** Right, but t=y: receivers treat signed mail as unsigned. */
  | 'testing'
  | 'missing'
  | 'several'
  /** No list of tags, another version than DKIM1, or without a key. */
  | 'malformed'
  /** p= is empty: the key was withdrawn. */
  | 'revoked'
  /** k= is of another kind of key. */
  | 'kind'
  /** Another key. */
  | 'mismatch'
  /** h= leaves out SHA-256. */
  | 'hash'
  /** s= leaves out mail. */
  | 'service'
