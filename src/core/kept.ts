/** What was made for a key once is not made again; known: a map, or a weak one, which forgets with the key. */
export function kept<Key, Value>(
  known: {get(key: Key): Value | undefined; set(key: Key, value: Value): unknown},
  key: Key,
  make: () => Value,
): Value {
  const value = known.get(key) ?? make()
  known.set(key, value)
  return value
}
