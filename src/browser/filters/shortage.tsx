import type { Facet } from "../../panels/facets.ts";
import { heldOf, isShort, shortOf, viewedWaves } from "../../panels/missing.ts";
import { dimensionIn, type Slice } from "../../views/slice.ts";
import { formatNumber } from "../../words/numbers.ts";
import { ownPage, shortText } from "../view/missing-text.ts";
import type { Picking } from "./picking.ts";
import type { Said } from "./said.ts";

/** Why a value can't be picked: too few of it are published (M34); and the page that shows all of a branch. */
export interface Shortage {
  readonly held: number;
  readonly all: number;
  readonly href?: string;
}

/** The shortage of a value of a list, by its path; undefined where enough of it are published, or nothing tells. */
export function shortageIn(
  { reportView, view }: Pick<Picking, "reportView" | "view">,
  { dimensions }: Facet,
): (path: readonly string[]) => Shortage | undefined {
  const { report, address } = reportView;
  const waves = viewedWaves(report, view, address);
  return (path) => {
    const own = dimensions.slice(0, path.length);
    const held = heldOf(waves, own, (one) => one.every((id, at) => id === path[at]));
    if (!held || !isShort(held)) return undefined;
    const slice = Object.fromEntries(own.map((id, at) => [id, [path[at] ?? ""]]));
    const page = ownPage(
      reportView,
      slice,
      waves.map(({ layout }) => layout.wave),
    );
    return { ...held, ...(page ? { href: page.href } : {}) };
  };
}

/** The reason behind a value that can't be picked. */
export function ShortageNote({
  shortage: { held, all, href },
  name,
  said: { words, language },
}: {
  readonly shortage: Shortage;
  readonly name: string;
  readonly said: Said;
}) {
  const { missing } = words.view;
  return (
    <small class="aside filter-short">
      {missing.shortHere(formatNumber(held, language), formatNumber(all, language))}
      {href !== undefined && (
        <>
          {" "}
          <a href={href}>{missing.ownPageOf(name)}</a>
        </>
      )}
    </small>
  );
}

/** Whom a set of the codebook holds: why it can't be shown, or how many are published where that is known at once. */
export function setStanding(
  { reportView, view, said: { words, language }, facets }: Picking,
  slice: Slice,
): { readonly reason?: string; readonly size?: string } {
  const { report, address } = reportView;
  const { survey } = report;
  const waves = viewedWaves(report, view, address);
  const ids = waves.map(({ layout }) => layout.wave);
  const listed = new Set(facets.flatMap(({ dimensions }) => dimensions));
  const unlisted = Object.keys(slice).find((name) => !listed.has(dimensionIn(name).dimension));
  if (unlisted !== undefined) {
    const title = survey.dimensions.find(({ id }) => id === dimensionIn(unlisted).dimension)?.title[language];
    return { reason: words.view.missing.setShort(title ?? unlisted) };
  }
  const short = shortOf(survey, waves, slice);
  if (short) return { reason: shortText(survey, { kind: "short", ...short, waves: ids }, words, language) };
  const [name = "", another] = Object.keys(slice);
  const facet = facets.find(({ dimensions: [first] }) => first === name);
  if (another !== undefined || !facet) return {};
  const known = heldOf(waves, [name], ([id = ""]) => (slice[name] ?? []).includes(id));
  return known ? { size: formatNumber(known.held, language) } : {};
}
