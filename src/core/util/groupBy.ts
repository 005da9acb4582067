/** The values by what `key` gives for each, in the order in which the keys first come. */
export function groupBy<T, K>(values: Iterable<T>, key: (value: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const value of values) {
    const of = key(value);
    const group = groups.get(of);
    if (group) group.push(value);
    else groups.set(of, [value]);
  }
  return groups;
}
