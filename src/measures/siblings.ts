/**
 * Like groups, such as the branches of one parent, seen from one of them: its siblings are all but itself. All of them
 * hand in the same list, so that what is worked out over a list of thousands is worked out once.
 */
export interface Siblings<Answers> {
  readonly groups: readonly Answers[];
  /** The one of `groups` that is estimated; absent where it is none of them. */
  readonly own?: Answers | undefined;
}

/** What one group adds to a variance that is pooled over several: the sum of squares, and its degrees of freedom. */
export interface VariancePart {
  readonly squares: number;
  readonly degrees: number;
}

/** The groups beside the one that is estimated. */
export function othersOf<Answers>({ groups, own }: Siblings<Answers>): readonly Answers[] {
  if (own === undefined) return groups;
  const place = groups.indexOf(own);
  return groups.filter((_, at) => at !== place);
}

/** All groups' parts, their sum, and where each group stands. */
interface Pool<Answers> {
  readonly parts: readonly VariancePart[];
  readonly sum: VariancePart;
  readonly places: ReadonlyMap<Answers, number>;
}

/**
 * Adds up what the siblings of a group add to a pooled variance. The sum of a list is kept: of a group whose own squares
 * are 0, which is when siblings are asked for, only its degrees come off.
 */
export function pooling<Answers extends object>(
  partOf: (answers: Answers) => VariancePart,
): (siblings: Siblings<Answers>) => VariancePart {
  const poolOf = onceForList((groups: readonly Answers[]): Pool<Answers> => {
    const parts = groups.map(partOf);
    return { parts, sum: sumOf(parts), places: placesOf(groups) };
  });
  return ({ groups, own }) => {
    const { parts, sum, places } = poolOf(groups);
    const place = own && places.get(own);
    const part = place === undefined ? undefined : parts[place];
    if (!part) return sum;
    if (part.squares === 0) return { squares: sum.squares, degrees: sum.degrees - part.degrees };
    return sumOf(parts.filter((one) => one !== part));
  };
}

/** Makes siblings of siblings; the same list of the same list, so that it is known again. */
export function mapping<From extends object, To>(
  of: (from: From) => To,
): (siblings: Siblings<From>) => Siblings<To> {
  const mapped = onceForList((groups: readonly From[]) => ({
    groups: groups.map(of),
    places: placesOf(groups),
  }));
  return (siblings) => {
    const { groups, places } = mapped(siblings.groups);
    const place = siblings.own && places.get(siblings.own);
    return { groups, own: place === undefined ? undefined : groups[place] };
  };
}

function onceForList<One extends object, Made>(
  make: (groups: readonly One[]) => Made,
): (groups: readonly One[]) => Made {
  const memory = new WeakMap<readonly One[], { readonly made: Made }>();
  return (groups) => {
    const known = memory.get(groups) ?? { made: make(groups) };
    memory.set(groups, known);
    return known.made;
  };
}

function placesOf<Answers>(groups: readonly Answers[]): ReadonlyMap<Answers, number> {
  return new Map(groups.map((one, at) => [one, at]));
}

function sumOf(parts: readonly VariancePart[]): VariancePart {
  let [squares, degrees] = [0, 0];
  for (const part of parts) {
    squares += part.squares;
    degrees += part.degrees;
  }
  return { squares, degrees };
}
