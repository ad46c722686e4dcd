import type { Dimension } from "../survey/survey.ts";
import type { Notebook } from "./notebook.ts";
import type { Codebook } from "./schema.ts";

type National = NonNullable<NonNullable<Codebook["scoring"]>["national"]>;

interface Known {
  readonly dimensions: readonly Dimension[];
  readonly notebook: Notebook;
}

const path = ["scoring", "national"];
const inPath = (keys: readonly string[]) => keys.map((key) => [...path, key]);

/** M03's second stage: firms nest in industries, and how many there are is said of every industry or of none. */
export function checkFirms(codebook: Codebook, national: National, { dimensions, notebook }: Known): void {
  const { firm, industry, firms } = national;
  if (firm === undefined) {
    for (const key of ["industry", "firms"] as const)
      if (national[key] !== undefined)
        notebook.stop([...path, key], {
          message: `"${key}" means nothing without firms that are sampled`,
          expected: "firm: the dimension whose values are the firms",
          mend: "Add firm, or take this out.",
          rests: inPath([key, "firm"]),
        });
    return;
  }
  checkNesting(codebook, { firm, industry }, notebook);
  if (firms === undefined) return;
  if ((typeof firms === "number") !== (industry === undefined))
    notebook.stop([...path, "firms"], {
      message:
        industry === undefined
          ? "Firms are counted by industry, and there is none"
          : "One number stands for several industries",
      expected: industry === undefined ? "one number" : "a number by industry: { power: 40, water: 22 }",
      mend:
        industry === undefined
          ? "Write one number, or name the industry."
          : "Write the number of each industry.",
      rests: inPath(["firms", "industry"]),
    });
  else if (typeof firms !== "number" && industry !== undefined)
    checkCounts(firms, industry, { dimensions, notebook });
}

/** Firms nest in industries as levels do; else what one breakdown withholds the other could give away (M34). */
function checkNesting(
  { dimensions = [], hierarchy = [] }: Codebook,
  { firm, industry }: { readonly firm: string; readonly industry: string | undefined },
  notebook: Notebook,
): void {
  const ids = dimensions.map(({ id }) => id);
  notebook.knows([...path, "firm"], "dimension", firm, ids);
  if (industry !== undefined) notebook.knows([...path, "industry"], "dimension", industry, ids);
  const above = hierarchy[hierarchy.indexOf(firm) - 1];
  if (!ids.includes(firm) || above === industry || (industry !== undefined && !ids.includes(industry)))
    return;
  notebook.stop([...path, industry === undefined ? "firm" : "industry"], {
    message:
      above === undefined
        ? `"${firm}" stands under no other level of the hierarchy`
        : `"${firm}" stands under "${above}" in the hierarchy`,
    expected:
      above === undefined
        ? "no industry; or both in the hierarchy, the firm right under the industry"
        : `industry: ${above}`,
    mend: "Correct the industry, or the hierarchy.",
    value: industry ?? firm,
    rests: [...inPath(["firm", "industry"]), ["hierarchy"]],
  });
}

/** A number of firms for each industry that is known, and for no other. */
function checkCounts(
  firms: Readonly<Record<string, number>>,
  industry: string,
  { dimensions, notebook }: Known,
): void {
  const at = dimensions.findIndex(({ id }) => id === industry);
  const industries = dimensions[at]?.options.map(({ id }) => id) ?? [];
  const labels = ["dimensions", at, "labels"];
  if (industries.length > 0)
    for (const code of Object.keys(firms))
      notebook.knows([...path, "firms", code], "industry", code, industries, [labels]);
  const lacking = industries.filter((code) => !Object.hasOwn(firms, code));
  if (lacking.length === 0 && Object.keys(firms).length > 0) return;
  const named = lacking.slice(0, 12).join(", ") + (lacking.length > 12 ? ", …" : "");
  notebook.stop([...path, "firms"], {
    message: named
      ? `It does not say how many firms there are in ${named}`
      : "It names no industry, and so not how many firms there are",
    expected: "the number of firms of every industry: { power: 40, water: 22 }",
    mend: named
      ? `Add ${named} with the number of firms, or take firms out.`
      : "Name the industries, or take firms out.",
    value:
      Object.entries(firms)
        .map(([code, count]) => `${code}: ${count}`)
        .join(", ") || "{}",
    rests: [[...path, "firms"], labels],
  });
}
