import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from "yaml";
import type { Problem } from "../survey/problem.ts";

export type KeyPath = readonly PropertyKey[];

/** A YAML text, its value, and where in the text each key stands. */
export interface YamlSource {
  readonly file: string;
  readonly value: unknown;
  /** Line of a key or list entry; of the nearest key above it where the path itself is absent. */
  lineOf(path: KeyPath): number;
  /** Keys of a map in the order they are written, which JavaScript loses for keys such as "3" and "1". */
  keysOf(path: KeyPath): readonly string[];
}

/** Reads YAML 1.2. Syntax errors and repeated keys come back as problems. */
export function readYaml(
  text: string,
  file: string,
): { readonly source?: YamlSource; readonly problems: readonly Problem[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  // One broken line makes the parser complain of many others: the first is what there is to mend.
  const faults = document.errors
    .slice(0, 1)
    .map(({ pos, message }) => ({ at: pos[0], message: message.replace(/ at line \d+, column \d+:?/, "") }));
  const problems = [
    ...faults,
    ...unknownAliases(document),
    ...reservedKeys(document),
    ...sameKeys(document),
  ].map(({ at, message }): Problem => {
    return {
      severity: "stop",
      file,
      line: lines.linePos(at).line,
      message: `The YAML can't be read: ${message.split("\n")[0]?.replace(/:$/, "")}`,
      expected: "valid YAML, every key once in its map",
      mend: "Mend the line; check the indentation and the quotes around it.",
    };
  });
  if (problems.length > 0) return { problems };
  const lineOf = (path: KeyPath) => lines.linePos(offsetOf(document.contents, path)).line;
  const keysOf = (path: KeyPath) => {
    const node = document.getIn(path, true);
    const map = isAlias(node) ? node.resolve(document) : node;
    return isMap(map) ? map.items.map(({ key }) => String(isScalar(key) ? key.value : key)) : [];
  };
  return { source: { file, value: document.toJS(), lineOf, keysOf }, problems };
}

function unknownAliases(document: Document): readonly { readonly at: number; readonly message: string }[] {
  const found: { at: number; message: string }[] = [];
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document)) return;
      found.push({
        at: alias.range?.[0] ?? 0,
        message: `*${alias.source} has no anchor &${alias.source} above it`,
      });
    },
  });
  return found;
}

/** A key that JavaScript keeps for itself would vanish from what is read. */
function reservedKeys(document: Document): readonly { readonly at: number; readonly message: string }[] {
  const found: { at: number; message: string }[] = [];
  visit(document, {
    Pair: (_, { key }) => {
      if (!isScalar(key) || key.value !== "__proto__") return;
      found.push({ at: key.range?.[0] ?? 0, message: "__proto__ can't be a key" });
    },
  });
  return found;
}

/** Keys that YAML tells apart, such as 1 and "1", and a codebook does not: the second would take the first's place. */
function sameKeys(document: Document): readonly { readonly at: number; readonly message: string }[] {
  const found: { at: number; message: string }[] = [];
  visit(document, {
    Map: (_, { items }) => {
      const kinds = new Map<string, string>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        const [name, kind] = [String(key.value), typeof key.value];
        if ((kinds.get(name) ?? kind) !== kind)
          found.push({
            at: key.range?.[0] ?? 0,
            message: `Map keys must be unique, and ${name} stands twice`,
          });
        kinds.set(name, kind);
      }
    },
  });
  return found;
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
