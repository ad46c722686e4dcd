import type { Mentioned } from "../../survey/reading.ts";
import { type Clean, notAsked, plainNumber, plainSet } from "./cleaning.ts";
import { spell } from "./problem-log.ts";

/** What a choice's own cell says. not: the box was there and left open; missing: the cell says nothing. */
export type Tick = "ticked" | "not" | "missing" | "notAsked" | "bad";

/** Words that exports write where a box was left open. */
const noWords = new Set(["0", "no", "false", "否", "不选", "未选"]);

/**
 * Whether a cell of a choice's own column is ticked. Values are compared as numbers where they are numbers, so `1.0`
 * is `1`. Listed values decide first. Blank, missing, 0, no and false are never a tick; of all else, every value is
 * one where none is listed as mentioned, and none is where some are: such a cell is bad, not silently left open.
 */
export function tickOf(mentioned: Mentioned, clean: Clean): (cell: string) => Tick {
  const listed = mentioned.kind === "any" ? new Set<string>() : plainSet(mentioned.values);
  return (cell) => {
    const value = clean(cell);
    if (value === undefined) return "missing";
    if (value === notAsked) return "notAsked";
    const plain = plainNumber(value);
    if (listed.has(value) || listed.has(plain)) return mentioned.kind === "only" ? "ticked" : "not";
    if (noWords.has(plain.toLowerCase())) return "not";
    return mentioned.kind === "only" ? "bad" : "ticked";
  };
}

/** What a cell of a choice's own column may hold, in words. */
export function expectedTick(mentioned: Mentioned): string {
  const listed = mentioned.kind === "only" ? spell(mentioned.values) : "any value";
  return `${listed} where ticked; blank, 0, no, or a value listed under missing where not`;
}
