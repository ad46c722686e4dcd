import type { Survey } from "../../src/survey/survey.ts";
import { sameText } from "../../src/survey/text.ts";
import type { Row } from "../counts/ask-rows.ts";
import { rating } from "../measures/questions.ts";
import { dimension, surveyOf } from "../measures/surveys.ts";

/** A shop of a region and its customers' kind, or kinds. */
export interface Shop {
  readonly region: string;
  readonly shop: string;
  readonly kind: string;
}

const regions = ["east", "west", "north"];
const kinds = ["plain", "fancy"];

/** Three regions with eight shops each, half of them plain. */
export const shops: readonly Shop[] = regions.flatMap((region) =>
  Array.from({ length: 8 }, (_, at) => ({
    region,
    shop: `${region}${at + 1}`,
    kind: kinds[at % 2] ?? "",
  })),
);

/** A network of shops, ranked within the kind of their customers. */
export function networkOf(listed: readonly Shop[] = shops, rest: Partial<Survey> = {}): Survey {
  const unique = (values: readonly string[]) => [...new Set(values)];
  const questions = rest.questions ?? [{ ...rating(1, 10), short: sameText("Service") }];
  return surveyOf(questions, {
    hierarchy: ["region", "shop"],
    segments: ["kind"],
    dimensions: [
      dimension("region", unique(listed.map(({ region }) => region))),
      dimension("shop", unique(listed.map(({ shop }) => shop))),
      dimension("kind", kinds),
    ],
    ...rest,
  });
}

/** Answers of a shop in a wave: how many gave each value. */
export function answersOf(
  { region, shop, kind }: Shop,
  counts: Readonly<Record<number, number>>,
  { wave = "w2", question = "item" }: { readonly wave?: string; readonly question?: string } = {},
): readonly Row[] {
  return Object.entries(counts).flatMap(([value, n]) =>
    Array.from({ length: n }, () => ({
      wave,
      places: { region, shop, kind },
      answers: { [question]: Number(value) },
    })),
  );
}

/** As many answers one step above a middle as one below: a mean with a variance of n/(n − 1). */
export function around(middle: number, each: number): Readonly<Record<number, number>> {
  return { [middle - 1]: each, [middle + 1]: each };
}
