/** Pairs to be looked up by their first part. */
export const indexed = <Key, Value>(pairs: readonly (readonly [Key, Value])[]): ReadonlyMap<Key, Value> =>
	new Map(pairs);
