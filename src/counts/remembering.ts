import { type Ask, type Counts, requestKey } from "./request.ts";

/**
 * An `ask` that counts equal requests once while they are fresh: the last `most` answers are kept, so that pages that
 * follow one another (two languages, the branches of one parent) share them without holding the whole survey. What failed
 * is asked again.
 */
export function remembering(ask: Ask, { most = 200 }: { readonly most?: number } = {}): Ask {
  const memory = new Map<string, Promise<Counts>>();
  const forgetFailed = (key: string, answer: Promise<Counts>) => {
    answer.catch(() => {
      if (memory.get(key) === answer) memory.delete(key);
    });
    return answer;
  };
  return (request) => {
    const key = requestKey(request);
    const answer = memory.get(key) ?? forgetFailed(key, ask(request));
    // Taken out and put in again, so that the least recently used stands first.
    memory.delete(key);
    memory.set(key, answer);
    const [oldest] = memory.keys();
    if (memory.size > most && oldest !== undefined) memory.delete(oldest);
    return answer;
  };
}
