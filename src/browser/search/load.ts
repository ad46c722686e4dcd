import type { SearchIndex } from "../../survey/search-index.ts";
import { type Entry, entriesOf } from "./entries.ts";

let loading: Promise<readonly Entry[]> | undefined;

/**
 * What the site's search finds, of the lists that its dialog names; fetched once. After a failure the next call tries
 * again. @throws Error where a list can't be had
 */
export function loadEntries(dialog: HTMLElement): Promise<readonly Entry[]> {
  loading ??= load(dialog.dataset["indexes"]?.split(" ") ?? []).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** Whether the lists are there, or on their way. */
export function isLoading(): boolean {
  return loading !== undefined;
}

async function load(addresses: readonly string[]): Promise<readonly Entry[]> {
  const indexes = await Promise.all(
    addresses.map(async (address) => {
      const response = await fetch(address);
      if (!response.ok) throw new Error(`${address}: ${response.status}`);
      return (await response.json()) as SearchIndex;
    }),
  );
  return indexes.flatMap((index) => entriesOf(index, { named: indexes.length > 1 }));
}
