import { type Counts, groupOf, tallyOf } from "../counts/request.ts";
import type { ItemResponse } from "../survey/quality.ts";
import { isInRows, isScaleQuestion, type Question, wordingIn } from "../survey/question.ts";
import { questionName } from "../survey/reading.ts";
import { codeLabel, scaleEnds } from "../survey/scale.ts";
import { waveIds } from "../survey/survey.ts";
import { formatNumber } from "../words/numbers.ts";
import { AskedNote } from "./asked-note.tsx";
import { ChangeList } from "./breaks.tsx";
import { type ReportContext, waveTitle } from "./context.ts";
import { cascadeRequests } from "./figures.ts";
import type { Panel } from "./panel.ts";
import { saidOf } from "./whom.ts";

interface QuestionFacts {
  readonly askedIn: readonly string[];
  /** Undefined: published shares, whose base is not stated. */
  readonly answered: number | undefined;
  /** Undefined: a printed table does not tell. */
  readonly respondents: number | undefined;
  /** Respondents to whom the question was put; undefined where that is not known. */
  readonly asked: number | undefined;
}

/** What was asked, when, of how many: heads a question's page, and is all there is of a free text. */
export function questionFacts(
  question: Question,
  { titled }: { readonly titled: boolean },
): Panel<QuestionFacts> {
  return {
    needs: (context) =>
      cascadeRequests(context, { questions: [question.id], waves: waveIds(context.survey) }),
    read: ({ survey, wave, items }, [counts]) => ({
      askedIn: waveIds(survey).filter((id) => counts && tallyOf(counts, id, question.id)),
      ...answersIn(counts, wave, question.id),
      asked: askedOf(items[wave]?.[questionName(question.id)]),
    }),
    claims: () => [],
    ...(titled ? { title: (context) => saidOf(context, question.short[context.language]) } : {}),
    draw: (context, facts) => <Facts {...{ context, facts, question, titled }} />,
  };
}

function Facts({
  context,
  facts,
  question,
  titled,
}: {
  readonly context: ReportContext;
  readonly facts: QuestionFacts;
  readonly question: Question;
  readonly titled: boolean;
}) {
  const { words, language, survey, wave } = context;
  const isCounted = !context.fromRows || isInRows(question);
  const all = !isCounted || facts.askedIn.length === survey.waves.length;
  const wording = wordingIn(question, waveIds(survey), wave)[language];
  return (
    <section class="panel" id="wording">
      {titled ? <h1 class="title">{saidOf(context, question.short[language])}</h1> : <h2>{words.wording}</h2>}
      {(!titled || wording !== question.short[language]) && <p class="lead">{wording}</p>}
      {earlierWordings(context, question, facts.askedIn).map((earlier) => (
        <p key={earlier} class="note">
          {earlier}
        </p>
      ))}
      <AskedNote context={context} question={question} />
      {isScaleQuestion(question) && <p class="note">{scaleNote(question, context)}</p>}
      {question.type === "number" && question.better !== "neither" && (
        <p class="note">{words.better[question.better]}</p>
      )}
      {!all && (
        <p class="note">{`${words.askedIn} ${facts.askedIn.map((id) => waveTitle(context, id)).join(words.listSeparator)}`}</p>
      )}
      {question.type === "text" && <p class="note">{words.textQuestion}</p>}
      <p class="note">{answeredText(context, facts, question)}</p>
      <ChangeList context={context} question={question.id} />
    </section>
  );
}

function answersIn(
  counts: Counts | undefined,
  wave: string,
  question: string,
): Pick<QuestionFacts, "answered" | "respondents"> {
  const group = counts && groupOf(counts, wave);
  const tally = group?.tallies.get(question);
  if (!group || !tally) return { answered: 0, respondents: group ? group.rows?.n : 0 };
  return { answered: tally.base?.n, respondents: group.rows?.n };
}

/** How many were asked: known where a wave's file was read row by row. */
function askedOf(item: ItemResponse | undefined): number | undefined {
  return item && item.answered + item.missing + item.bad;
}

/** How many answered, of how many; of a question that was not put to everybody, of those to whom it was. */
function answeredText(
  context: ReportContext,
  { answered, respondents, asked }: QuestionFacts,
  question: Question,
): string {
  const { words, language, survey } = context;
  if (context.fromRows && !isInRows(question))
    return words.view.notInRows[question.type === "text" ? "text" : "date"];
  if (answered === undefined) return words.answeredNotStated;
  const number = (n: number) => formatNumber(n, language);
  const wave = waveTitle(context, context.wave);
  const isFew = (n: number | undefined) => n !== undefined && n > 0 && n < survey.base.minimum;
  if (isFew(answered) || isFew(respondents)) return words.answeredOf({ answered: words.withheld, wave });
  const routed = question.asked !== undefined || (asked !== undefined && asked !== respondents);
  if (routed && asked === undefined)
    return words.answeredOf({ answered: words.answers(number(answered)), wave });
  const said =
    routed && asked !== undefined
      ? words.askedAnswered({ asked: number(asked), answered: number(answered), wave })
      : words.answeredOf({
          answered: words.answers(number(answered)),
          wave,
          ...(respondents === undefined ? {} : { respondents: number(respondents) }),
        });
  const unnamed = asked !== undefined && countsNamed(question) ? asked - answered : 0;
  return unnamed > 0 ? `${said}${words.sentenceGap}${words.namedNone(number(unnamed))}` : said;
}

/** True for a multiple choice of which nothing ticked is no answer. */
function countsNamed(question: Question): boolean {
  return question.type === "multi" && question.base === "answered" && question.none === undefined;
}

/** The wordings that were put before the page's, each with the waves in which they were. */
function earlierWordings(
  context: ReportContext,
  question: Question,
  askedIn: readonly string[],
): readonly string[] {
  const { words, language, survey, wave } = context;
  const wordingOf = (id: string) => wordingIn(question, waveIds(survey), id)[language];
  const own = wordingOf(wave);
  const waves = Map.groupBy(askedIn, wordingOf);
  return [...waves].flatMap(([wording, ids]) => {
    const titles = ids.map((id) => waveTitle(context, id)).join(words.listSeparator);
    return wording === own ? [] : [words.earlierWording(titles, wording)];
  });
}

function scaleNote(
  { scale }: Extract<Question, { readonly type: "rating" | "nps" }>,
  { words, language }: ReportContext,
): string {
  const { min, max } = scaleEnds(scale);
  if (!scale.labels[min] && !scale.labels[max]) return words.scaleEnds(String(min), String(max));
  return `${codeLabel(scale, min, language)} … ${codeLabel(scale, max, language)}`;
}
