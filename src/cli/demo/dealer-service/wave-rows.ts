import { seededRandom } from "../../../stats/random.ts";
import { numberedRows } from "../numbered-rows.ts";
import { itemAnswers, outcomeAnswers, reasonAnswers, serviceMinutes } from "./answers.ts";
import { isOpen, placeIn } from "./changes.ts";
import { comment } from "./comments.ts";
import { experience } from "./experience.ts";
import { items } from "./items.ts";
import type { Dealer } from "./network.ts";
import { respondent } from "./respondents.ts";
import { fieldwork, type Stratum } from "./strata.ts";
import type { Wave } from "./waves.ts";

/** The columns of a wave's file, in order. */
export const waveColumns = [
  "respondent_id",
  "interview_date",
  "region",
  "province",
  "city",
  "dealer",
  "brand_class",
  "channel",
  "age_band",
  "gender",
  ...items,
  "overall",
  "recommend",
  "return_in_warranty",
  "return_after_warranty",
  "why_near",
  "why_price",
  "why_skill",
  "why_staff",
  "why_parts",
  "why_bought",
  "service_minutes",
  "comment",
  "seconds",
  "weight",
] as const;

type WaveRow = Readonly<Record<(typeof waveColumns)[number], string>>;

/** A wave's rows in the order of the interviews, and its strata. */
export function waveRows(
  dealers: readonly Dealer[],
  wave: Wave,
): { readonly rows: readonly WaveRow[]; readonly strata: readonly Stratum[] } {
  const random = seededRandom(wave.seed);
  const { answers, strata } = fieldwork(dealers, wave, random);
  const weights = new Map(
    strata.map(({ region, brandClass, weight }) => [`${region} ${brandClass}`, weight.toFixed(4)]),
  );
  const answered = dealers.flatMap((dealer) => {
    const drawn = Array.from({ length: answers.get(dealer) ?? 0 }, () => {
      const row = answerRow(dealer, wave, random);
      const weight = weights.get(`${dealer.region.code} ${dealer.brandClass}`) ?? "";
      return { when: row.interview_date, order: random(), cells: { ...row, weight } };
    });
    // Drawn all the same, so that the others' answers don't hang on who is open.
    return isOpen(dealer, wave) ? drawn : [];
  });
  const rows = numberedRows(answered, `${wave.year % 100}Q${wave.quarter}-`);
  return { rows, strata };
}

function answerRow(dealer: Dealer, wave: Wave, random: () => number) {
  const person = respondent(wave, random);
  const lived = experience(dealer, person, wave.id, random);
  return {
    interview_date: person.date,
    region: dealer.region.code,
    ...placeIn(dealer, wave),
    brand_class: dealer.brandClass,
    channel: person.channel,
    age_band: person.ageBand,
    gender: person.gender,
    ...itemAnswers(lived, person, wave.id, random),
    ...outcomeAnswers(lived, person, random),
    ...reasonAnswers(dealer, random),
    service_minutes: serviceMinutes(lived, random),
    comment: comment(lived, person, random),
    seconds: String(person.seconds),
  };
}
