import { formatNumber, formatValue } from "../words/numbers.ts";
import type { ReportContext } from "./context.ts";
import { leagueOf } from "./league.ts";
import { type LeagueTable, leagueLevels, type Standing } from "./league-tables.ts";
import { rankText } from "./luck-table.tsx";
import type { GatheringPanel } from "./panel.ts";
import { poolText, spanOfPage } from "./pooled-note.tsx";
import { pathKey } from "./segments.ts";
import { levelTitle, rankedCount, segmentTitle } from "./stands-out.ts";
import { measuredIn, putIn, type Subject } from "./subject.ts";

/** Where the page's branch stands: in a table, or of several segments and so in none. */
export type BranchLuck =
  | {
      readonly kind: "standing";
      readonly subject: Subject;
      readonly table: LeagueTable;
      readonly standing: Standing;
    }
  | { readonly kind: "mixed" | "none" };

/** Whether luck explains the score of the page's branch, in words (M31). */
export function branchLuck(subject: Subject): GatheringPanel<BranchLuck> {
  return {
    gather: async (context, asks) => {
      const { survey, wave, branch } = context;
      if (!branch) return { kind: "none" };
      const put = putIn(context, subject);
      const league = await leagueOf(context, put, asks);
      const level = leagueLevels(survey, put, { league, wave })[branch.level];
      const id = pathKey(branch.path);
      for (const table of level?.tables ?? []) {
        const standing = table.standings.get(id);
        if (standing) return { kind: "standing", subject: put, table, standing };
      }
      return { kind: level?.mixed.some((one) => one.id === id) ? "mixed" : "none" };
    },
    claims: () => [],
    draw: (context, found) => {
      const { words } = context;
      if (found.kind === "none") return null;
      return (
        <section class="panel" id="luck">
          <h2>{words.ranking.panelTitle}</h2>
          {found.kind === "standing" ? (
            <Sentences context={context} {...found} />
          ) : (
            <p class="lead">{words.ranking.severalSegments(segmentTitle(context))}</p>
          )}
        </section>
      );
    },
  };
}

interface SentencesProps {
  readonly context: ReportContext;
  readonly subject: Subject;
  readonly table: LeagueTable;
  readonly standing: Standing;
}

function Sentences(props: SentencesProps) {
  const { context, table } = props;
  const { words, links } = context;
  const { ranking } = words;
  return (
    <>
      <p class="lead">
        {textsOf(props).join(words.sentenceGap)}
        {words.parenOpen}
        <a href={`${links.methods}#M31`}>M31</a>
        {words.parenClose}
      </p>
      <p class="note">
        <a href={`${links.luck}#${table.id}`}>{ranking.amongAll(tableName(context, table))}</a> ·{" "}
        <a href={`${links.best}#${table.id}`}>{ranking.bestLink}</a>
      </p>
    </>
  );
}

/** Where luck would keep the score, where it is, how often it was there, and its fair place. */
function textsOf({ context, subject, table, standing }: SentencesProps): readonly string[] {
  const { words, language, wave, survey } = context;
  const { ranking } = words;
  const number = (count: number) => formatNumber(count, language);
  const format = (value: number) => formatValue(value, subject.unit, language);
  const measured = (text: string) => words.withUnit(text, measuredIn(subject, language));
  const { place, luck, repeated } = standing;
  const { n, effective, value } = place.estimate;
  const whole = [tableName(context, table), poolText(context, wave)].join(words.clauseSeparator);
  const widest = luck.limits.at(-1);
  const base = ranking.basis(number(n), number(effective));
  const span = spanOfPage(context);
  const again = span === 1 ? ranking.repeatedWaves : ranking.repeatedPeriods;
  const repeats =
    repeated.periods > 1
      ? again(number(repeated.times), number(repeated.periods))
      : ranking.notRepeated(span);
  const fair = measured(format(place.shrunken));
  const ranks = rankText(standing, language);
  const average = `${whole}${words.colon}${format(table.centre)}`;
  return [
    ...(widest ? [ranking.range(average, format(widest.low), measured(format(widest.high)), base)] : []),
    ranking.verdicts[verdictOf(standing)](measured(format(value))),
    ...(luck.outside === "no" ? [] : [repeats]),
    ranks === undefined
      ? ranking.fairUnranked(fair, number(survey.base.caution))
      : ranking.fairPlace(fair, ranks, rankedCount([table], context)),
  ];
}

export function tableName(context: ReportContext, { level, segment }: LeagueTable): string {
  const title = levelTitle(context, level);
  return segment ? `${title} · ${segment.label[context.language]}` : title;
}

/** edge: outside the narrower limits only. */
function verdictOf({ luck: { outside, limits }, place }: Standing): "outside" | "edge" | "inside" {
  if (outside !== "no") return "outside";
  const { value } = place.estimate;
  return limits.some(({ low, high }) => value < low || value > high) ? "edge" : "inside";
}
