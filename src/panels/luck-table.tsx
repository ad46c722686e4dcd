import { formatNumber, formatRange, formatValue, joinRange } from "../words/numbers.ts";
import { type Column, FiguresTable } from "./figures-table.tsx";
import type { LeagueBranch } from "./league.ts";
import type { LeagueView } from "./league-rows.ts";
import type { LeagueTable, Standing } from "./league-tables.ts";
import { Base, IntervalText } from "./parts.tsx";
import { spanOfLevel } from "./pooling.ts";
import { levelTitle } from "./stands-out.ts";
import { betterOf, measureHead } from "./subject.ts";

/** So many on each side are listed. */
const mostListed = 30;

interface Outside {
  readonly one: LeagueBranch;
  readonly standing: Standing;
}

interface OutsideProps {
  readonly view: LeagueView;
  readonly table: LeagueTable;
  readonly name: string;
}

/** The branches outside the widest limits of luck, best first, above and below; and whether they were there before. */
export function OutsideTable({ view, table, name }: OutsideProps) {
  const { context, subject } = view;
  const words = context.words.ranking;
  const better = betterOf(subject);
  const sides = better === "lower" ? (["below", "above"] as const) : (["above", "below"] as const);
  const titles =
    better === "neither"
      ? { above: words.aboveLimits, below: words.belowLimits }
      : { [sides[0]]: words.above, [sides[1]]: words.below };
  return (
    <>
      {sides.map((side) => (
        <Side key={side} view={view} table={table} name={name} side={side} title={titles[side] ?? ""} />
      ))}
      {sides.some((side) => outsideOn(table, side).length > 0) && !tellsRepeats(table) && (
        <p class="note">{words.notRepeated(spanOfLevel(context.survey, table.level + 1))}</p>
      )}
    </>
  );
}

function Side({
  view,
  table,
  name,
  side,
  title,
}: OutsideProps & { readonly side: "above" | "below"; readonly title: string }) {
  const { context } = view;
  const { words, language } = context;
  const all = outsideOn(table, side);
  const shown = all.slice(0, mostListed);
  const number = (count: number) => formatNumber(count, language);
  // A segment has a heading of its own above.
  const Heading = table.segment ? "h4" : "h3";
  if (all.length === 0) return null;
  return (
    <>
      <Heading>{words.ranking.withCount(title, number(all.length))}</Heading>
      <FiguresTable
        label={`${name}${words.stop}${title}`}
        head={{
          title: levelTitle(context, table.level),
          cell: ({ one }) => <BranchName view={view} one={one} />,
        }}
        columns={columnsOf(view, table)}
        rows={shown}
        stacked="pairs"
      />
      {shown.length < all.length && (
        <p class="note">{words.ranking.onlySome(number(shown.length), number(all.length))}</p>
      )}
    </>
  );
}

/** Whether of any branch that is outside more than one period can be judged; once is no repetition. */
export function tellsRepeats({ standings }: LeagueTable): boolean {
  return [...standings.values()].some(({ luck, repeated }) => luck.outside !== "no" && repeated.periods > 1);
}

/** Those outside on one side, the furthest first. */
function outsideOn(
  { branches, standings, centre }: LeagueTable,
  side: "above" | "below",
): readonly Outside[] {
  const found = branches.flatMap((one): readonly Outside[] => {
    const standing = standings.get(one.id);
    return standing?.luck.outside === side ? [{ one, standing }] : [];
  });
  const distance = ({ standing: { place } }: Outside) => Math.abs(place.shrunken - centre);
  return found.toSorted((a, b) => distance(b) - distance(a));
}

function columnsOf({ context, subject }: LeagueView, table: LeagueTable): readonly Column<Outside>[] {
  const { words, language, survey } = context;
  const { ranking } = words;
  const { unit } = subject;
  const number = (count: number) => formatNumber(count, language);
  const span = spanOfLevel(survey, table.level + 1);
  return [
    {
      title: measureHead(subject, context),
      kind: "score",
      cell: ({ standing: { place } }) => (
        <>
          {formatValue(place.estimate.value, unit, language)}
          <small class="aside">
            <IntervalText estimate={place.estimate} unit={unit} context={context} />
          </small>
        </>
      ),
    },
    {
      title: words.base,
      kind: "number",
      cell: ({ standing: { place } }) => <Base estimate={place.estimate} context={context} />,
    },
    {
      title: ranking.limits,
      kind: "number",
      cell: ({ standing: { luck } }) => {
        const widest = luck.limits.at(-1);
        return widest && formatRange(widest.low, widest.high, unit, language);
      },
    },
    {
      title: ranking.fairTitle,
      kind: "number",
      cell: ({ standing: { place } }) => formatValue(place.shrunken, unit, language),
    },
    {
      title: ranking.rank,
      kind: "number",
      cell: ({ standing }) => rankText(standing, language) ?? <span class="quiet">{ranking.unranked}</span>,
    },
    ...(tellsRepeats(table)
      ? [
          {
            title: span === 1 ? ranking.waves : ranking.periods(span),
            kind: "number" as const,
            cell: ({ standing: { repeated } }: Outside) =>
              repeated.periods > 1 ? (
                ranking.timesOf(number(repeated.times), number(repeated.periods))
              ) : (
                <span class="quiet">{ranking.onlyOnce}</span>
              ),
          },
        ]
      : []),
  ];
}

/** A rank as its 90 % range; undefined on a base that is too small for a rank. */
export function rankText(
  { place }: Standing,
  language: LeagueView["context"]["language"],
): string | undefined {
  if (!("ranks" in place)) return undefined;
  const { best, worst } = place.ranks;
  const [first, last] = [formatNumber(best, language), formatNumber(worst, language)];
  return best === worst ? first : joinRange(first, last, language);
}

function BranchName({
  view: { context, league },
  one,
}: {
  readonly view: LeagueView;
  readonly one: LeagueBranch;
}) {
  const { language, links } = context;
  const { branch } = one;
  const above = league.nameOf(JSON.stringify(branch.path.slice(0, -1)))?.[language];
  const label = branch.label[language];
  return (
    <>
      <a href={links.branch(branch)}>{label}</a>
      {above !== undefined && above !== label && <small class="aside">{above}</small>}
    </>
  );
}
