import type { Scale } from "../survey/scale.ts";
import type { Text } from "../survey/text.ts";
import { own } from "./by-wave.ts";
import { checkPictures, checkSatisfied, checkScores } from "./check-scale.ts";
import { textOf } from "./interpret-texts.ts";
import type { Notebook } from "./notebook.ts";
import type { Codebook, CodebookScale } from "./schema.ts";
import type { KeyPath } from "./yaml-source.ts";

/** A scale named in the codebook or written in place. */
export function scaleOf(
  written: string | CodebookScale,
  codebook: Codebook,
  path: KeyPath,
  notebook: Notebook,
): Scale | undefined {
  if (typeof written !== "string") return buildScale(written, path, notebook);
  const scales = codebook.scales ?? {};
  if (!notebook.knows(path, "scale", written, Object.keys(scales))) return undefined;
  const named = own(scales, written);
  return named && buildScale(named, ["scales", written], notebook);
}

function buildScale(written: CodebookScale, path: KeyPath, notebook: Notebook): Scale | undefined {
  // Of a scale whose codes can't be read nothing else can be judged.
  if (["codes", "min", "max"].some((key) => notebook.isDamaged([...path, key]))) return undefined;
  const codes = written.codes ?? span(written.min, written.max);
  if (!codes) {
    notebook.stop(path, {
      message: "The scale has neither codes nor both ends",
      expected: "codes: [1, 2, 3, 4, 5], or min: 1 and max: 10",
      mend: "Add codes, or min and max with min below max.",
    });
    return undefined;
  }
  if (codes.some((code, at) => code <= (codes[at - 1] ?? -1))) {
    notebook.stop([...path, "codes"], {
      message: "The codes of a scale must rise, each once",
      expected: "codes from worst to best, such as [1, 2, 3, 4, 5]",
      mend: "Sort the codes and their labels; where a low code is the best answer, recode it.",
      value: codes.join(", "),
    });
  }
  const satisfied = written.satisfied ?? [];
  for (const code of satisfied)
    notebook.knows([...path, "satisfied"], "code", String(code), codes.map(String));
  if (written.satisfied) checkSatisfied(satisfied, codes, path, notebook);
  const { scores, pictures } = written;
  if (scores) checkScores(scores, codes, path, notebook);
  if (pictures) checkPictures(pictures, codes, path, notebook);
  return {
    codes,
    satisfied,
    labels: labelsOf(written, codes, path, notebook),
    ...(scores ? { scores } : {}),
    ...(pictures ? { pictures } : {}),
  };
}

function span(min: number | undefined, max: number | undefined): readonly number[] | undefined {
  if (min === undefined || max === undefined || min >= max) return undefined;
  return Array.from({ length: max - min + 1 }, (_, at) => min + at);
}

function labelsOf(
  { labels }: CodebookScale,
  codes: readonly number[],
  path: KeyPath,
  notebook: Notebook,
): Readonly<Record<number, Text>> {
  if (!labels) return {};
  const lists = Array.isArray(labels)
    ? { en: labels, zh: labels }
    : Array.isArray(labels["en"]) || Array.isArray(labels["zh"])
      ? (labels as { en?: string[]; zh?: string[] })
      : undefined;
  if (!lists) {
    const map = labels as Readonly<Record<string, Parameters<typeof textOf>[0]>>;
    for (const code of Object.keys(map))
      notebook.knows([...path, "labels", code], "code", code, codes.map(String));
    return Object.fromEntries(Object.entries(map).map(([code, text]) => [code, textOf(text, code)]));
  }
  for (const [language, list] of Object.entries(lists)) {
    if (list.length === codes.length) continue;
    notebook.stop([...path, "labels", ...(Array.isArray(labels) ? [] : [language])], {
      message: `${list.length} labels for ${codes.length} codes`,
      expected: `one label for each of ${codes.join(", ")}`,
      mend: "Give as many labels as codes, in the same order.",
    });
  }
  return Object.fromEntries(
    codes.map((code, at) => [code, textOf({ en: lists.en?.[at], zh: lists.zh?.[at] }, String(code))]),
  );
}
