import { Document, isCollection, isMap, isSeq, type Node, type Pair, type Scalar, visit } from "yaml";
import type { Comment, Draft } from "./assemble.ts";

const longestFlow = 88;
/** Ancestors of an entry of a list of the first level, such as a question: document, map, pair, list. */
const entryDepth = 4;

/** A draft as the text of `survey.yaml`: keys in order, comments above what they are about. */
export function writeCodebook(
  draft: Draft,
  { heading, schema }: { readonly heading: readonly string[]; readonly schema: string },
): string {
  const document = new Document(draft.body, { aliasDuplicateObjects: false });
  const root = document.contents;
  if (!isMap(root)) throw new Error("a draft is a map of keys");
  visit(document, {
    Collection: (_, node, path) => {
      node.flow =
        path.length >= entryDepth
          ? isShort(node)
          : path.length > 1 && !holdsCollections(node) && isShort(node);
      return undefined;
    },
  });
  for (const comment of draft.comments) attach(root, comment);
  root.items.forEach((pair, at) => {
    const [before] = [root.items[at - 1]];
    if (before && (isCollection(pair.value) || isCollection(before.value)) && isLarge(pair, before))
      spaced(pair);
  });
  const body = document.toString({ lineWidth: 0, flowCollectionPadding: true });
  const comments = (lines: readonly string[]) =>
    lines.flatMap((line) => line.split("\n")).map((line) => `# ${line}`.trimEnd());
  return `${[`# yaml-language-server: $schema=${schema}`, "#", ...comments(heading)].join("\n")}\n${body}${draft.closing.length > 0 ? `\n${comments(draft.closing).join("\n")}\n` : ""}`;
}

function holdsCollections(node: Node): boolean {
  return (
    isCollection(node) && node.items.some((item) => isCollection(item) || isCollection((item as Pair).value))
  );
}

function isShort(node: Node): boolean {
  let holdsMaps = false;
  visit(node, {
    Collection: (_, inner) => {
      if (
        inner !== node &&
        isCollection(inner) &&
        (inner.items.length > 6 ||
          (isMap(inner) && isCollection((inner.items[0] as Pair | undefined)?.value)))
      )
        holdsMaps = true;
    },
  });
  return !holdsMaps && JSON.stringify(node.toJSON()).length <= longestFlow;
}

function isLarge(pair: Pair, before: Pair): boolean {
  const block = ({ value }: Pair) => isCollection(value) && !value.flow;
  return block(pair) || block(before);
}

function spaced({ key }: Pair): void {
  (key as Scalar).spaceBefore = true;
}

function attach(root: Node, { path, text }: Comment): void {
  const lines = text
    .split("\n")
    .map((line) => ` ${line}`)
    .join("\n");
  let node: unknown = root;
  let target: { commentBefore?: string | null } | undefined;
  for (const step of path) {
    if (isMap(node)) {
      const pair: Pair | undefined = node.items.find(({ key }) => String(key) === step);
      target = pair?.key as Scalar;
      node = pair?.value;
    } else if (isSeq(node)) {
      node = node.items[step as number];
      target = node as Scalar;
    }
  }
  if (target) target.commentBefore = target.commentBefore ? `${target.commentBefore}\n${lines}` : lines;
}
