import { expect, test } from "vitest";
import { headlineMeasure, measures, measuresFor } from "../../src/measures/registry.ts";
import type { MeasureName, Survey } from "../../src/survey/survey.ts";
import { sameText } from "../../src/survey/text.ts";
import { minutes, rating, reason, recommend } from "./questions.ts";

const survey = (...names: readonly MeasureName[]): Survey => ({
  id: "s",
  title: sameText("s"),
  synthetic: false,
  waves: [],
  dimensions: [],
  hierarchy: [],
  segments: [],
  filters: [],
  sets: [],
  pairs: [],
  kano: [],
  questions: [],
  factors: [],
  headline: "item",
  measures: names,
  base: { minimum: 5, caution: 30 },
  publish: "protected",
});
const names = (...args: Parameters<typeof measuresFor>) => measuresFor(...args).map(({ name }) => name);

test("a measure is registered under its own name", () => {
  for (const [name, measure] of Object.entries(measures)) expect(measure.name).toBe(name);
});

test("a rating shows the survey's measures that apply to it, in the survey's order", () => {
  expect(names(rating(1, 5), survey("top2", "mean", "nps"))).toEqual(["top2", "mean"]);
  expect(names(rating(1, 5), survey("satisfied", "top2"))).toEqual(["top2"]);
  expect(names(rating(1, 5, [4, 5]), survey("satisfied", "top2"))).toEqual(["satisfied", "top2"]);
});

test("a rating that none of the survey's measures fits has its mean", () => {
  expect(names(rating(1, 5), survey("nps", "satisfied"))).toEqual(["mean"]);
});

test("a recommend question is headed by its NPS, wherever the codebook lists it and where it doesn't", () => {
  expect(names(recommend(), survey("mean", "nps"))).toEqual(["nps", "mean"]);
  expect(names(recommend(), survey("mean", "top2"))).toEqual(["nps", "mean", "top2"]);
  expect(headlineMeasure(recommend(), survey("mean"))?.name).toBe("nps");
});

test("promoters, passives and detractors are shares of a recommend question only", () => {
  for (const name of ["promoters", "passives", "detractors"] as const) {
    expect(measures[name].appliesTo(recommend())).toBe(true);
    expect(measures[name].appliesTo(rating(0, 10))).toBe(false);
    expect(measures[name].unitOf(recommend())).toBe("proportion");
  }
});

test("a measured number has its mean, a choice no single figure", () => {
  expect(names(minutes, survey("top2"))).toEqual(["mean"]);
  expect(headlineMeasure(reason, survey("mean", "top2"))).toBeUndefined();
});

test("a net needs a scale whose two best and two worst answers are four", () => {
  expect(measures.net.appliesTo(rating(1, 4))).toBe(true);
  expect(measures.net.appliesTo(rating(1, 3))).toBe(false);
});

test("units: points for NPS, proportions for shares, the question's own for a mean", () => {
  expect(measures.nps.unitOf(recommend())).toBe("points");
  expect(measures.top2.unitOf(rating(1, 5))).toBe("proportion");
  expect(measures.mean.unitOf(rating(1, 5))).toBe("scale");
  expect(measures.mean.unitOf(minutes)).toBe("minutes");
});
