import type { Ask, Counts, CountsRequest, Group } from "./request.ts";

interface Waiting {
  readonly request: CountsRequest;
  readonly resolve: (counts: Counts) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * An `ask` of which requests that come together are counted together: those of one wave, slice and breakdown in one
 * request for all their questions, so that the panels of a page share passes over the rows. A group that comes back may
 * hold answers to more questions than were asked for.
 * @param later calls back when nobody is about to ask for more
 */
export function batching(ask: Ask, later: (work: () => void) => void): Ask {
  let waiting: Waiting[] = [];
  const flush = () => {
    const batch = waiting;
    waiting = [];
    const answers = askUnits(
      ask,
      batch.map(({ request }) => request),
    );
    for (const { request, resolve, reject } of batch) answers(request).then(resolve, reject);
  };
  return (request) =>
    new Promise((resolve, reject) => {
      waiting.push({ request, resolve, reject });
      if (waiting.length === 1) later(flush);
    });
}

function askUnits(ask: Ask, requests: readonly CountsRequest[]): (request: CountsRequest) => Promise<Counts> {
  const units = new Map<string, { readonly unit: CountsRequest; readonly questions: Set<string> }>();
  for (const request of requests)
    for (const wave of request.waves) {
      const key = unitKey(request, wave);
      const known = units.get(key) ?? { unit: { ...request, waves: [wave] }, questions: new Set() };
      for (const question of request.questions) known.questions.add(question);
      units.set(key, known);
    }
  const answers = new Map<string, Promise<readonly Group[]>>();
  for (const [key, { unit, questions }] of units)
    answers.set(
      key,
      ask({ ...unit, questions: [...questions] }).then(({ groups }) => groups),
    );
  return async (request) => {
    const groups = await Promise.all(request.waves.map((wave) => answers.get(unitKey(request, wave)) ?? []));
    return { request, groups: groups.flat() };
  };
}

function unitKey({ by, slice }: CountsRequest, wave: string): string {
  return JSON.stringify([wave, by, Object.entries(slice)]);
}
