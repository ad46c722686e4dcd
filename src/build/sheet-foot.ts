import type { Basis } from "../panels/panel.ts";
import type { Branch } from "../survey/branches.ts";
import type { Language } from "../survey/text.ts";
import { formatNumber } from "../words/numbers.ts";
import { wordsIn } from "../words/words.ts";
import { respondentsIn } from "./respondents.ts";
import type { SurveySite } from "./site.ts";

interface FootOptions {
  readonly language: Language;
  /** The branch that the page is about; without one, everybody. */
  readonly branch?: Branch | undefined;
  readonly basis?: Basis | undefined;
  /** Title of the page's wave where it has no basis; without it, of all waves. */
  readonly waves?: string | undefined;
  /** Address of the page, whole where the site's own is known. */
  readonly address: string;
}

/** What the foot of every printed sheet says of a page: what it shows in its first line, where that is from in its second. */
export interface SheetFoot {
  readonly shows: string;
  readonly source: string;
}

/** The foot of a page's printed sheets. */
export function sheetFoot(
  site: SurveySite,
  { language, branch, basis, waves, address }: FootOptions,
): SheetFoot {
  const words = wordsIn(language);
  const { survey, prepared } = site;
  const shows = [
    survey.title[language],
    basis?.wave ?? waves ?? allWaves(site, language),
    sliceText(site, language, branch),
    baseOf(site, { language, basis, waves }),
  ];
  const source = [
    ...(survey.synthetic ? [words.paper.invented] : []),
    [words.dataVersion, prepared.dataVersion].join(" "),
    ...(prepared.commit ? [commitText(prepared.commit, language)] : []),
    address,
  ];
  return { shows: joined(shows), source: joined(source) };
}

/** The commit that the data stand in, in words. */
export function commitText(
  { id, changed }: { readonly id: string; readonly changed: boolean },
  language: Language,
): string {
  const { commit, commitChanged } = wordsIn(language).paper;
  return changed ? commitChanged(id) : commit(id);
}

/** Respondents of all waves, where a page that heads no figure is about all of them. */
function baseOf(
  site: SurveySite,
  { language, basis, waves }: Pick<FootOptions, "language" | "basis" | "waves">,
): string {
  if (basis) return basis.base;
  const { respondents } = wordsIn(language).paper;
  const wave = waves && site.survey.waves.find(({ title }) => title[language] === waves)?.id;
  const count = wave ? respondentsIn(site.prepared, wave) : site.respondents;
  return count === undefined ? "" : respondents(formatNumber(count, language));
}

/** Of whom a page is, in words: a branch with all above it, or everybody. */
export function sliceText(site: SurveySite, language: Language, branch: Branch | undefined): string {
  if (!branch) return wordsIn(language).paper.allRespondents;
  const above = site.branches.filter(({ path }) => path.every((id, level) => branch.path[level] === id));
  return above.map(({ label }) => label[language]).join(" › ");
}

/** The first wave and the last. */
export function allWaves({ survey }: SurveySite, language: Language): string {
  const [first, last] = [survey.waves[0], survey.waves.at(-1)].map((wave) => wave?.title[language] ?? "");
  return first === last ? (last ?? "") : wordsIn(language).index.span(first ?? "", last ?? "");
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" · ");
}
