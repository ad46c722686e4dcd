import { isCollection, isMap, isPair, isScalar, LineCounter, type Node, parseDocument } from "yaml";
import type { Problem } from "../survey/problem.ts";

export type KeyPath = readonly PropertyKey[];

/** A YAML text, its value, and where in the text each key stands. */
export interface YamlSource {
  readonly file: string;
  readonly value: unknown;
  /** Line of a key or list entry; of the nearest key above it where the path itself is absent. */
  lineOf(path: KeyPath): number;
}

/** Reads YAML 1.2. Syntax errors and repeated keys come back as problems. */
export function readYaml(
  text: string,
  file: string,
): { readonly source?: YamlSource; readonly problems: readonly Problem[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const problems = document.errors.map((error): Problem => {
    return {
      severity: "stop",
      file,
      line: lines.linePos(error.pos[0]).line,
      message: `The YAML can't be read: ${error.message.split("\n")[0]}`,
      expected: "valid YAML, every key once in its map",
      mend: "Mend the line; check the indentation and the quotes around it.",
    };
  });
  if (problems.length > 0) return { problems };
  const lineOf = (path: KeyPath) => lines.linePos(offsetOf(document.contents, path)).line;
  return { source: { file, value: document.toJS(), lineOf }, problems };
}

function offsetOf(root: Node | null, path: KeyPath): number {
  let node: unknown = root;
  let offset = root?.range?.[0] ?? 0;
  for (const step of path) {
    if (!isCollection(node)) break;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      if (!pair || !isPair(pair)) break;
      offset = isScalar(pair.key) ? (pair.key.range?.[0] ?? offset) : offset;
      node = pair.value;
    } else {
      node = node.get(step, true);
      if (hasRange(node)) offset = node.range[0];
    }
  }
  return offset;
}

function hasRange(node: unknown): node is { readonly range: readonly [number, number, number] } {
  return typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range);
}
