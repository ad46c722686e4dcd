import type { Ask, Counts, CountsRequest } from "./request.ts";

/** Somebody who can count, and the waves that they know. */
export interface Source {
  readonly waves: readonly string[];
  readonly ask: Ask;
}

/**
 * One `ask` of several: each source is asked for its own waves, and the groups come back in the order of the waves
 * asked for. Whoever asks can't tell who counted.
 */
export function askSources(sources: readonly Source[]): Ask {
  return async (request) => {
    const parts = sources
      .map(({ waves, ask }) => ({ ask, waves: request.waves.filter((wave) => waves.includes(wave)) }))
      .filter(({ waves }) => waves.length > 0);
    const [only] = parts;
    // Handed through as it is, so that what was worked out about these counts is known at the next asking.
    if (only && parts.length === 1 && only.waves.length === request.waves.length) return only.ask(request);
    return merged(request, await Promise.all(parts.map(({ ask, waves }) => ask({ ...request, waves }))));
  };
}

function merged(request: CountsRequest, answers: readonly Counts[]): Counts {
  const groups = Map.groupBy(
    answers.flatMap((counts) => counts.groups),
    ({ wave }) => wave,
  );
  return {
    request,
    groups: request.waves.flatMap((wave) => groups.get(wave) ?? []),
    printed: new Map(answers.flatMap(({ printed }) => [...(printed ?? [])])),
  };
}
