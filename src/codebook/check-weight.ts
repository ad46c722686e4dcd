import type { Dimension } from "../survey/survey.ts";
import type { ReadText } from "./interpret-texts.ts";
import { targetKeys, type WrittenWay, waysOf } from "./interpret-weight.ts";
import type { Notebook } from "./notebook.ts";
import type { Codebook } from "./schema.ts";
import type { CodebookTarget } from "./schema-weight.ts";
import type { KeyPath } from "./yaml-source.ts";

interface Known {
  readonly dimensions: readonly Dimension[];
  readonly notebook: Notebook;
  readonly readText: ReadText;
}

/** Every wave is weighted in one way, by dimensions of this codebook and to a population that is there. */
export function checkWeight(codebook: Codebook, known: Known): void {
  const { weight } = codebook;
  const { notebook } = known;
  if (typeof weight === "object" && notebook.keysOf(["weight"]).length === 0)
    notebook.stop(["weight"], noWay);
  const waves = [...codebook.waves.map(({ id }) => id), "default"];
  for (const written of waysOf(weight)) {
    const { path, wave, way } = written;
    if (wave !== undefined && !notebook.knows(path, "wave", wave, waves)) continue;
    checkRespondents(codebook, written, notebook);
    if (typeof way === "string") continue;
    const keys = notebook.keysOf(path);
    if (keys.length === 0) notebook.stop(path, noWay);
    if (keys.length > 1) notebook.stop(path, { ...severalWays, value: keys.join(", ") });
    for (const method of targetKeys) {
      const target = way[method];
      if (target) checkTarget([...path, method], target, known);
    }
  }
}

function checkTarget(
  path: KeyPath,
  { to, by }: CodebookTarget,
  { dimensions, notebook, readText }: Known,
): void {
  const ids = dimensions.map(({ id }) => id);
  by.forEach((id, at) => {
    notebook.knows([...path, "by", at], "dimension", id, ids);
    if (by.indexOf(id) === at) return;
    notebook.stop([...path, "by", at], {
      message: `The dimension "${id}" is named twice`,
      expected: "every dimension once",
      mend: "Take one of the two out.",
      value: id,
    });
  });
  if (readText(to) !== undefined) return;
  notebook.stop([...path, "to"], {
    message: `The population file "${to}" can't be found or read`,
    expected: "a CSV file at this path, relative to the codebook",
    mend: "Correct the path, or add the file.",
    value: to,
  });
}

/** Of a wave of printed tables there is nobody who could be weighted. */
function checkRespondents({ waves }: Codebook, { path, wave, way }: WrittenWay, notebook: Notebook): void {
  const isPrinted = (id: string) => waves.find((one) => one.id === id)?.tabulated !== undefined;
  const all = waves.every(({ id }) => isPrinted(id));
  if (!(wave === undefined || wave === "default" ? all : isPrinted(wave))) return;
  const what = typeof way === "string" ? { value: way } : {};
  notebook.stop(path, {
    message: all
      ? "All waves are printed tables: there are no respondents to weight"
      : `The wave "${wave}" is printed tables: there are no respondents to weight`,
    expected: "waves with a file of respondents",
    mend: "Take it out; printed figures are shown as they were printed.",
    ...what,
  });
}

const expected =
  "one of weight: COLUMN, weight: { rake: { to, by } } and weight: { cells: { to, by } }, for all waves or by wave";

const noWay = {
  message: "It does not say how to weight",
  expected,
  mend: "Name the column or the population, or take the key out.",
};

const severalWays = {
  message: "A wave can't be weighted in more than one way",
  expected,
  mend: "Take all but one out. Waves that differ stand under their ids: weight: { id: …, default: … }.",
};
