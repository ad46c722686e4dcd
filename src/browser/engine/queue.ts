import { EngineError } from "./fault.ts";

/** A place in the queue that newer views take away. */
export interface Turn {
  /** Runs when all before it are done. @throws EngineError superseded, where a newer turn was opened before it began */
  readonly run: <Answer>(work: () => Promise<Answer>) => Promise<Answer>;
}

/** One piece of work at a time. A new turn supersedes those before it: what of them has not begun never does. */
export function turnQueue(): { readonly open: () => Turn } {
  let newest = 0;
  let last: Promise<unknown> = Promise.resolve();
  return {
    open: () => {
      newest += 1;
      const own = newest;
      return {
        run: (work) => {
          const begin = () => {
            if (own !== newest) throw new EngineError({ kind: "superseded" });
            return work();
          };
          const answer = last.then(begin, begin);
          last = answer;
          return answer;
        },
      };
    },
  };
}
