import type { Option } from "../survey/question.ts";
import { sameText, type Text } from "../survey/text.ts";
import { own } from "./by-wave.ts";
import { readLabels } from "./label-file.ts";
import type { Notebook } from "./notebook.ts";
import type { CodebookText } from "./schema.ts";
import type { KeyPath } from "./yaml-source.ts";

/** Reads a file that the codebook names, relative to the codebook; undefined where there is none. */
export type ReadText = (path: string) => string | undefined;

/** A text in every language: what is missing in one is taken from the other, or from the fallback. */
export function textOf(written: CodebookText | undefined, fallback: string): Text {
  if (written === undefined) return sameText(fallback);
  if (typeof written === "string") return sameText(written);
  const any = written.en ?? written.zh ?? fallback;
  return { en: written.en ?? any, zh: written.zh ?? any };
}

/**
 * A text that runs over lines. A line folded in YAML leaves a space, which no Chinese sentence has after a stop or
 * between two characters.
 */
export function proseOf(written: CodebookText | undefined, fallback: string): Text {
  const { en, zh } = textOf(written, fallback);
  return { en, zh: zh.replace(/(?<=[，。；：、！？]) +|(?<=\p{Script=Han}) +(?=\p{Script=Han})/gu, "") };
}

/** Options, in the order written, from a map of labels or from a CSV file with the columns code, en, zh. */
export function optionsOf(
  labels: Readonly<Record<string, CodebookText>> | string,
  path: KeyPath,
  notebook: Notebook,
  readText: ReadText,
): readonly Option[] {
  if (typeof labels !== "string") {
    return notebook.keysOf(path).map((id) => ({ id, label: textOf(own(labels, id), id) }));
  }
  const text = readText(labels);
  if (text === undefined) {
    notebook.stop(path, {
      message: `The label file "${labels}" can't be found or read`,
      expected: "a CSV file beside the codebook",
      mend: "Correct the path, or add the file.",
      value: labels,
    });
    return [];
  }
  return readLabels(text, { file: labels, path, notebook });
}
