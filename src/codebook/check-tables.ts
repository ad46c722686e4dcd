import { tablesOf } from "./interpret-tables.ts";
import { legIds } from "./kano.ts";
import type { Notebook } from "./notebook.ts";
import type { Codebook } from "./schema.ts";
import type { KeyPath } from "./yaml-source.ts";

type CodebookWave = Codebook["waves"][number];

/** Printed tables name questions and dimensions of this codebook, and what only exports have is not said of them. */
export function checkTables(codebook: Codebook, notebook: Notebook): void {
  codebook.waves.forEach((wave, at) => {
    checkKeys(wave, ["waves", at], notebook);
    if (wave.tabulated !== undefined)
      checkNames(wave.tabulated, codebook, ["waves", at, "tabulated"], notebook);
  });
  const tabulated = codebook.waves.filter((wave) => wave.tabulated !== undefined).length;
  codebook.questions.forEach((question, at) => {
    const { id, type } = question;
    const counted = type !== "number" && type !== "text";
    if (!counted && tabulated === codebook.waves.length)
      notebook.stop(["questions", at, "type"], {
        message: `"${id}" is of type ${type}, which no printed table of counts holds, and no wave has respondents`,
        expected: "ratings, recommend questions and choices",
        mend: "Take the question out, or make it a choice of ranges.",
        value: type,
      });
    if ("column" in question || type === "multi" || type === "kano" || tabulated > 0) return;
    notebook.stop(["questions", at, "column"], {
      message: '"column" is missing',
      expected: "a header, or one by wave; only a question of printed tables has none",
      mend: "Add the key.",
    });
  });
}

/** Keys that say how an export is read mean nothing of a table, and the other way round. */
function checkKeys(wave: CodebookWave, path: KeyPath, notebook: Notebook): void {
  const [kind, keys] =
    wave.tabulated === undefined
      ? (["with respondents", ["respondents"]] as const)
      : (["of printed tables", ["format", "sheet", "columns"]] as const);
  for (const key of keys) {
    if (wave[key] === undefined) continue;
    notebook.stop([...path, key], {
      message: `"${key}" means nothing in a wave ${kind}`,
      expected:
        kind === "of printed tables"
          ? "the columns of tables, under tabulated"
          : "invited, of how many people were asked",
      mend: "Take it out.",
      value: key,
    });
  }
}

function checkNames(
  written: NonNullable<CodebookWave["tabulated"]>,
  codebook: Codebook,
  path: KeyPath,
  notebook: Notebook,
): void {
  const questions = codebook.questions.flatMap(({ id, type }) =>
    type === "kano" ? Object.values(legIds(id)) : [id],
  );
  const dimensions = (codebook.dimensions ?? []).map(({ id }) => id);
  tablesOf(written).forEach((table, at) => {
    const own = Array.isArray(written) ? [...path, at] : path;
    for (const [value, id] of Object.entries(table.questions ?? {}))
      if (id !== "") notebook.knows([...own, "questions", value], "question", id, questions);
    for (const id of Object.keys(table.slice ?? {}))
      notebook.knows([...own, "slice", id], "dimension", id, dimensions);
    const needless = (["option", "count"] as const).find((key) => table.options && table[key] !== undefined);
    const named = table.options && typeof table.percent === "string" ? "percent" : needless;
    if (named !== undefined)
      notebook.stop([...own, named], {
        message: `A table with a column an option has no "${named}" column`,
        expected: "options: { code: column, … }, and percent: true where they are shares",
        mend: named === "percent" ? "Write percent: true." : "Take it out.",
        value: table[named],
      });
  });
}
