const between = "..";

/** Waves in a row as files name them: one by its id, several by the first and the last, `2024-Q1..2024-Q4`. */
export function wavesText(waves: readonly string[]): string {
  const [first = "", last = first] = [waves[0], waves.at(-1)];
  return first === last ? first : `${first}${between}${last}`;
}

/** The first and the last wave of what {@link wavesText} wrote. */
export function endsOfWaves(text: string): readonly [first: string, last: string] {
  const [first = text, last = first] = text.split(between);
  return [first, last];
}

/** All waves of what {@link wavesText} wrote, of an order that has them. */
export function wavesIn(text: string, order: readonly string[]): readonly string[] {
  const [first, last] = endsOfWaves(text);
  return order.slice(order.indexOf(first), order.indexOf(last) + 1);
}
