import type { AskPairs } from "../../../src/counts/pairs/request.ts";
import type { Ask } from "../../../src/counts/request.ts";
import { inBoth, type Slice } from "../../../src/views/slice.ts";

/** Whoever counts, asked about respondents of a slice only and of some waves only. */
export function inSlice(
  { ask, askPairs }: { readonly ask: Ask; readonly askPairs: AskPairs },
  slice: Slice,
  waves: readonly string[],
): { readonly ask: Ask; readonly askPairs: AskPairs } {
  const narrowed = <Request extends { readonly slice: Slice; readonly waves: readonly string[] }>(
    request: Request,
  ): Request => ({
    ...request,
    slice: inBoth(request.slice, slice),
    waves: request.waves.filter((wave) => waves.includes(wave)),
  });
  return { ask: (request) => ask(narrowed(request)), askPairs: (request) => askPairs(narrowed(request)) };
}
