import type { Survey } from "../survey/survey.ts";
import { waveIds } from "../survey/survey.ts";
import {
  isAddedOnTheWay,
  keywords,
  type Parameters,
  parametersOf,
  permalinkUpgrades,
  type Upgrade,
} from "./parameters.ts";
import { allBut, dimensionIn, escapeValue, type Slice } from "./slice.ts";
import { listText, readList, unescaped } from "./value-list.ts";
import { defaultView, type Versus, type View } from "./view.ts";

/** Something in a link that this survey doesn't have; the page says so and shows the rest. */
export interface Ignored {
  readonly kind: "dimension" | "value" | "wave" | "gap" | "set" | "minimum" | "versus" | "version";
  /** The parameter that it stands in. */
  readonly name: string;
  readonly values: readonly string[];
}

export interface ReadView {
  readonly view: View;
  readonly ignored: readonly Ignored[];
  /** The data version that the link was made with. */
  readonly dataVersion?: string;
}

/**
 * A view as the query string of its permalink, without the question mark; empty for the default. The same view gives the
 * same text: dimensions in the survey's order, their values in the order of the options.
 */
export function viewText(survey: Survey, view: View, dataVersion?: string): string {
  const { slice, set, waves, minimum, versus } = view;
  const parameters = [
    ...sliceParameters(survey, slice, ""),
    ...(set === undefined ? [] : [`set=${escapeValue(set)}`]),
    ...(waves === undefined ? [] : [`wave=${spanText(waves)}`]),
    ...versusParameters(survey, versus),
    ...(minimum === undefined ? [] : [`min=${minimum}`]),
  ];
  return [...parameters, ...(dataVersion === undefined ? [] : [`v=${escapeValue(dataVersion)}`])].join("&");
}

function spanText([first, last]: readonly [string, string]): string {
  return first === last ? escapeValue(first) : `${escapeValue(first)}..${escapeValue(last)}`;
}

function versusParameters(survey: Survey, versus: Versus): readonly string[] {
  switch (versus.kind) {
    case "previous":
      return [];
    case "slice": {
      const parameters = sliceParameters(survey, versus.slice, "vs.");
      return parameters.length > 0 ? parameters : ["vs=all"];
    }
    case "wave":
      return [
        `vs=${versusWords.has(versus.wave) ? "wave:" : ""}${spanText([versus.wave, versus.until ?? versus.wave])}`,
      ];
    default:
      return [`vs=${versus.kind}`];
  }
}

/** Words that `vs` takes beside ids of waves. */
const versusWords: ReadonlySet<string> = new Set(["parent", "rest", "none", "all"]);

function sliceParameters(survey: Survey, slice: Slice, prefix: string): readonly string[] {
  return survey.dimensions.flatMap(({ id, options }) => {
    const order = new Map(options.map((option, at) => [option.id, at]));
    const inOrder = (ids: readonly string[]) =>
      ids.toSorted((a, b) => (order.get(a) ?? order.size) - (order.get(b) ?? order.size));
    // A dimension that is called like a word of the grammar stands behind "slice.".
    const shown = prefix === "" && keywords.has(id) ? `slice.${id}` : `${prefix}${id}`;
    return [id, allBut(id)].flatMap((name) => {
      const values = slice[name] ?? [];
      const mark = dimensionIn(name).isOut ? "!" : "";
      return values.length === 0 ? [] : [`${escapeValue(shown)}${mark}=${listText(inOrder(values))}`];
    });
  });
}

/** Reads a permalink's query string, with or without its question mark; whatever it holds, it gives a view. */
export function readView(
  survey: Survey,
  query: string,
  upgrades: readonly Upgrade[] = permalinkUpgrades,
): ReadView {
  const { parameters, version } = parametersOf(query, upgrades);
  const ignored: Ignored[] =
    version === undefined ? [] : [{ kind: "version", name: "as", values: [version] }];
  const note = (kind: Ignored["kind"], name: string, values: readonly string[]) => {
    ignored.push({ kind, name, values });
  };
  const one = (name: string) => parameters.get(name)?.map(unescaped).at(-1);
  const set = one("set");
  const hasSet = survey.sets.some(({ id }) => id === set);
  if (set !== undefined && !hasSet) note("set", "set", [set]);
  const waves = readSpan(survey, one("wave"), { name: "wave", note });
  const minimum = readMinimum(one("min"), note);
  const dataVersion = one("v");
  const view: View = {
    ...defaultView,
    slice: readSlice(survey, parameters, "", note),
    ...(set !== undefined && hasSet ? { set } : {}),
    ...(waves ? { waves } : {}),
    ...(minimum === undefined ? {} : { minimum }),
    versus: readVersus(survey, parameters, one("vs"), note),
  };
  return { view, ignored, ...(dataVersion === undefined ? {} : { dataVersion }) };
}

type Note = (kind: Ignored["kind"], name: string, values: readonly string[]) => void;

/** One wave, the first and the last of several in a row, `2024-Q1..2024-Q4`, or all of them, `2024-Q3,2024-Q4`. */
function readSpan(
  survey: Survey,
  text: string | undefined,
  { name, note }: { readonly name: string; readonly note: Note },
): View["waves"] {
  if (text === undefined) return undefined;
  const order = waveIds(survey);
  const isSpan = !order.includes(text) && text.includes("..");
  const named = order.includes(text) ? [text] : text.split(isSpan ? ".." : ",");
  const unknown = named.filter((wave) => !order.includes(wave));
  if (unknown.length > 0) note("wave", name, [...new Set(unknown)]);
  const places = named.filter((wave) => order.includes(wave)).map((wave) => order.indexOf(wave));
  if (places.length === 0 || (isSpan && unknown.length > 0)) return undefined;
  const [first, last] = [Math.min(...places), Math.max(...places)];
  const [from = "", to = ""] = [order[first], order[last]];
  if (!isSpan && new Set(places).size <= last - first) note("gap", name, [from, to]);
  return [from, to];
}

function readMinimum(text: string | undefined, note: Note): number | undefined {
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  note("minimum", "min", [text]);
  return undefined;
}

function readVersus(survey: Survey, parameters: Parameters, text: string | undefined, note: Note): Versus {
  const slice = readSlice(survey, parameters, "vs.", note);
  const isNamed = Object.keys(slice).length > 0;
  if (isNamed && text) note("versus", "vs", [text]);
  if (isNamed || text === "all") return { kind: "slice", slice };
  if (text === undefined || text === "") return { kind: "previous" };
  if (text === "parent" || text === "rest" || text === "none") return { kind: text };
  const waves = readSpan(survey, text.replace(/^wave:/, ""), { name: "vs", note });
  if (!waves) return { kind: "previous" };
  const [wave, until] = waves;
  return wave === until ? { kind: "wave", wave } : { kind: "wave", wave, until };
}

/** The dimensions and values of the survey that parameters name, each of them noted that it does not have. */
function readSlice(survey: Survey, parameters: Parameters, prefix: string, note: Note): Slice {
  const slice: Record<string, readonly string[]> = {};
  for (const [name, texts] of parameters) {
    const own = nameIn(name, prefix);
    if (own === undefined) continue;
    const { dimension, isOut } = dimensionIn(own);
    const found = survey.dimensions.find(({ id }) => id === dimension);
    if (!found) {
      if (!isAddedOnTheWay(name)) note("dimension", name, texts.map(unescaped));
      continue;
    }
    const known = new Set(found.options.map(({ id }) => id));
    const values = [...new Set(texts.flatMap((text) => readList(text, known)))];
    const unknown = values.filter((value) => !known.has(value));
    if (unknown.length > 0) note("value", name, unknown);
    const kept = values.filter((value) => known.has(value));
    if (kept.length > 0) slice[isOut ? allBut(dimension) : dimension] = kept;
  }
  return slice;
}

/** The name that a parameter has in a slice; undefined where it belongs to something else. */
function nameIn(name: string, prefix: string): string | undefined {
  if (prefix !== "") return name.startsWith(prefix) ? name.slice(prefix.length) : undefined;
  if (name.startsWith("vs.") || keywords.has(name)) return undefined;
  return name.startsWith("slice.") ? name.slice("slice.".length) : name;
}
