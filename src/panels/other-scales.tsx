import { isScaleQuestion, type Question } from "../survey/question.ts";
import { endsText, isSameScale, type Scale } from "../survey/scale.ts";
import { questionAt, type ReportContext, waveTitle } from "./context.ts";

/** A wave in which a question stood on another scale than in the page's wave. */
export interface OtherScale {
  readonly wave: string;
  readonly scale: Scale;
}

/** The waves, of some, in which a question stood on another scale than in the page's wave. */
export function otherScalesOf(
  context: ReportContext,
  { id }: Question,
  waves: readonly string[],
): readonly OtherScale[] {
  const here = scaleAt(context, id, context.wave);
  return waves.flatMap((wave) => {
    const scale = scaleAt(context, id, wave);
    return here && scale && !isSameScale(scale, here) ? [{ wave, scale }] : [];
  });
}

/** The scale of a question in a wave; undefined for a question without one. */
export function scaleAt(context: ReportContext, id: string, wave: string): Scale | undefined {
  const question = questionAt(context, id, wave);
  return isScaleQuestion(question) ? question.scale : undefined;
}

/** Says which waves can't be shown beside the page's own, and on which scales they stand. */
export function OtherScalesNote({
  context,
  question,
  others,
}: {
  readonly context: ReportContext;
  readonly question: Question;
  readonly others: readonly OtherScale[];
}) {
  const { words, wave } = context;
  const own = scaleAt(context, question.id, wave);
  const byScale = Map.groupBy(others, ({ scale }) => endsText(scale));
  return (
    <>
      {own &&
        [...byScale].map(([there, waves]) => (
          <p key={there} class="note">
            {words.otherScale(
              waves.map((one) => waveTitle(context, one.wave)).join(words.listSeparator),
              there,
              endsText(own),
            )}
          </p>
        ))}
    </>
  );
}
