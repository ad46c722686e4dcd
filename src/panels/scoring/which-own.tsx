import { isShown } from "../../measures/estimate.ts";
import { formatChange, formatEnd, formatNumber, joinRange } from "../../words/numbers.ts";
import { type ReportContext, waveTitle } from "../context.ts";
import { type Column, FiguresTable } from "../figures-table.tsx";
import type { GatheringPanel } from "../panel.ts";
import { Base, IntervalText, Value } from "../parts.tsx";
import { satisfiedNotes } from "../satisfied-codes.ts";
import { MethodLink } from "./method-note.tsx";
import { type MissingScore, missingScores } from "./own-missing.ts";
import { exampleOf, otherQuestions, questionScores } from "./own-question.ts";
import { isTold, type OwnScore } from "./own-score.ts";
import { severalScores } from "./own-several.ts";

interface OwnModel {
  readonly question: ReturnType<typeof exampleOf>;
  readonly scores: readonly OwnScore[];
  readonly missing: readonly MissingScore[];
}

/**
 * All respondents' answers by every method that makes something of them: those to the question that heads the report, or
 * the first on a scale, those to questions that are scored by M08, and those to several questions together. Methods that
 * make nothing of them are named with the reason.
 */
export const whichOwn: GatheringPanel<OwnModel | undefined> = {
  gather: async (context, asks) => {
    const example = exampleOf(context);
    const ofOne = example ? await questionScores(context, example, asks) : [];
    const question = ofOne.length > 0 ? example : undefined;
    const scores = [
      ...ofOne,
      ...(await otherQuestions(context, example, asks)),
      ...(await severalScores(context, asks)),
    ].filter(isTold);
    return scores.some(({ estimate }) => "value" in estimate)
      ? { question, scores, missing: missingScores(context, scores) }
      : undefined;
  },
  claims: () => [],
  basis: (context, model) => ({ wave: waveTitle(context, context.wave), base: basesOf(context, model) }),
  draw: (context, model) => (model ? <Own {...{ context, model }} /> : null),
};

/** From the fewest answers that a score stands on to the most. */
function basesOf({ words, language }: ReportContext, model: OwnModel | undefined): string {
  const bases = (model?.scores ?? []).flatMap(({ estimate }) => (isShown(estimate) ? [estimate.n] : []));
  if (bases.length === 0) return words.paper.base(model ? words.baseNotStated : words.nobody);
  const [least, most] = [Math.min(...bases), Math.max(...bases)].map((n) => formatNumber(n, language));
  return words.paper.base(least === most ? `${most}` : joinRange(`${least}`, `${most}`, language));
}

function Own({ context, model }: { readonly context: ReportContext; readonly model: OwnModel }) {
  const { words, language, wave, links } = context;
  const { which } = words;
  const { question, scores, missing } = model;
  const several = scores.some(({ group }) => group === which.ofSeveralQuestions);
  const satisfied = question ? satisfiedNotes([question], context) : [];
  return (
    <section class="panel" id="own">
      <h2>{which.ownTitle}</h2>
      <p class="lead">
        {which.ownLead(question?.short[language] ?? "", waveTitle(context, wave), several)}{" "}
        {question && <a href={links.question(question.id)}>{question.short[language]}</a>}
      </p>
      <FiguresTable
        label={which.ownTitle}
        head={{
          title: which.method,
          cell: ({ name, href, methods, note }: OwnScore) => (
            <>
              {href === undefined ? name : <a href={href}>{name}</a>}
              {methods.map((id) => (
                <>
                  {" "}
                  <MethodLink key={id} id={id} context={context} />
                </>
              ))}
              {note !== undefined && <small class="aside">{note}</small>}
            </>
          ),
        }}
        columns={columnsOf(context)}
        rows={scores}
        group={({ group }) => group}
        stacked="lines"
      />
      {satisfied.map((note) => (
        <p class="note" key={note}>
          {note}
        </p>
      ))}
      {missing.length > 0 && <Missing {...{ context, missing }} />}
    </section>
  );
}

function columnsOf(context: ReportContext): readonly Column<OwnScore>[] {
  const { words, language } = context;
  const { which } = words;
  return [
    {
      title: words.value,
      kind: "score",
      cell: ({ estimate, unit, signed = false }) =>
        signed && isShown(estimate) ? (
          formatChange(estimate.value, unit, language)
        ) : (
          <Value estimate={estimate} unit={unit} context={context} />
        ),
    },
    {
      title: words.interval,
      kind: "number",
      cell: ({ estimate, unit }) => <IntervalText estimate={estimate} unit={unit} context={context} />,
    },
    {
      title: words.base,
      kind: "number",
      cell: ({ estimate, ofFirms = false }) => (
        <Base estimate={estimate} context={context} flagged={!ofFirms} />
      ),
    },
    {
      title: which.range,
      kind: "number",
      cell: ({ ends, unit }) => rangeText(ends, unit, context),
    },
    { title: which.hides, kind: "text", cell: ({ hides }) => hides },
  ];
}

/** The least and the most that a score can be; of one that nothing limits the least. */
export function rangeText(
  { min, max }: OwnScore["ends"],
  unit: string,
  { words, language }: Pick<ReportContext, "words" | "language">,
): string {
  const end = (value: number) => formatEnd(value, unit, language);
  if (!Number.isFinite(max)) return words.which.andMore(end(min));
  return joinRange(end(min).replace("%", ""), end(max), language);
}

/** Methods that make nothing of the survey's answers, each with the reason. */
function Missing({
  context,
  missing,
}: {
  readonly context: ReportContext;
  readonly missing: readonly MissingScore[];
}) {
  const { words } = context;
  return (
    <p class="note">
      {words.which.notHere}
      {missing.map(({ name, method, why }, at) => (
        <>
          {at > 0 && words.findings.detailGap}
          {name}
          {words.parenOpen}
          <MethodLink key={name} id={method} context={context} />
          {words.parenClose}
          {words.colon}
          {why}
        </>
      ))}
      {words.stop.trim()}
    </p>
  );
}
