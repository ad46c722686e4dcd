import { type Counts, groupOf, tallyOf } from "../counts/request.ts";
import { isScaleQuestion, type Question, wordingIn } from "../survey/question.ts";
import { codeLabel, scaleEnds } from "../survey/scale.ts";
import { waveIds } from "../survey/survey.ts";
import { formatNumber } from "../words/numbers.ts";
import { AskedNote } from "./asked-note.tsx";
import { type ReportContext, waveTitle } from "./context.ts";
import { cascadeRequests } from "./figures.ts";
import type { Panel } from "./panel.ts";

interface QuestionFacts {
  readonly askedIn: readonly string[];
  /** Undefined: published shares, whose base is not stated. */
  readonly answered: number | undefined;
  /** Undefined: a printed table does not tell. */
  readonly respondents: number | undefined;
}

/** What was asked, when, of how many: heads a question's page, and is all there is of a free text. */
export function questionFacts(
  question: Question,
  { titled }: { readonly titled: boolean },
): Panel<QuestionFacts> {
  return {
    needs: (context) =>
      cascadeRequests(context, { questions: [question.id], waves: waveIds(context.survey) }),
    read: ({ survey, wave }, [counts]) => ({
      askedIn: waveIds(survey).filter((id) => counts && tallyOf(counts, id, question.id)),
      ...answersIn(counts, wave, question.id),
    }),
    claims: () => [],
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
  const all = facts.askedIn.length === survey.waves.length;
  const wording = wordingIn(question, waveIds(survey), wave)[language];
  return (
    <section class="panel" id="wording">
      {titled ? <h1 class="title">{question.short[language]}</h1> : <h2>{words.wording}</h2>}
      {(!titled || wording !== question.short[language]) && <p class="lead">{wording}</p>}
      {question.versions
        .filter(({ comparable }) => !comparable)
        .map(({ from, reason }) => (
          <p key={from} class="note">
            {words.wordingChanged(waveTitle(context, from), reason?.[language] ?? "")}
          </p>
        ))}
      <AskedNote context={context} question={question} />
      {isScaleQuestion(question) && <p class="note">{scaleNote(question, language)}</p>}
      {!all && (
        <p class="note">{`${words.askedIn} ${facts.askedIn.map((id) => waveTitle(context, id)).join(words.listSeparator)}`}</p>
      )}
      {question.type === "text" && <p class="note">{words.textQuestion}</p>}
      <p class="note">{answeredText(context, facts)}</p>
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

function answeredText(context: ReportContext, { answered, respondents }: QuestionFacts): string {
  const { words, language, survey } = context;
  if (answered === undefined) return words.answeredNotStated;
  const few = answered > 0 && answered < survey.base.minimum;
  return words.answeredOf({
    answered: few ? words.withheld : words.answers(formatNumber(answered, language)),
    wave: waveTitle(context, context.wave),
    ...(respondents === undefined ? {} : { respondents: formatNumber(respondents, language) }),
  });
}

function scaleNote(
  { scale }: Extract<Question, { readonly type: "rating" | "nps" }>,
  language: ReportContext["language"],
): string {
  const { min, max } = scaleEnds(scale);
  return `${codeLabel(scale, min, language)} … ${codeLabel(scale, max, language)}`;
}
