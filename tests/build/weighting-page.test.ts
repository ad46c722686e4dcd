/** The page of weights as a build publishes it, of a survey in which one group is too small to be told. */
import { JSDOM } from "jsdom";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildOrThrow, filesUnder, openWorkshop, type Workshop } from "./build-command.ts";
import { weightedFiles } from "./weighted-survey.ts";

let workshop: Workshop;
let files: ReadonlyMap<string, Buffer>;
beforeAll(async () => {
  workshop = await openWorkshop();
  const sources = weightedFiles({
    weight: "{ rake: { to: population.csv, by: [sex, age] } }",
    population: "sex,age,people\nf,,500\nm,,500\n,1,950\n,2,50\n",
    // Three are old: with the young, whom they would be told by, they are withheld.
    respondents: [
      { sex: "f", age: "1", n: 40, answer: 4 },
      { sex: "m", age: "1", n: 40, answer: 2 },
      { sex: "f", age: "2", n: 3, answer: 5 },
    ],
  });
  await workshop.write("shop", sources as Readonly<Record<string, string>>);
  await buildOrThrow(workshop);
  files = await filesUnder(workshop.out);
});
afterAll(() => workshop?.remove());

const pageOf = (path: string) => {
  const file = files.get(`${path}/index.html`);
  if (!file) throw new Error(`there is no page ${path}`);
  return new JSDOM(file.toString("utf-8")).window.document;
};
const cellsOf = (page: Document, section: string) =>
  [...page.querySelectorAll(`#${section} tbody tr`)].map((row) =>
    [...row.children].map((cell) => cell.textContent.trim()),
  );

test.each(["en", "zh"])(
  "it stands in both languages, linked from data, methods and questions (%s)",
  (language) => {
    const address = `/${language}/shop/weights/`;
    for (const from of ["data", "methods", "q/overall"]) {
      const links = [...pageOf(`${language}/shop/${from}`).querySelectorAll("main a")];
      expect(
        links.map((link) => link.getAttribute("href")),
        from,
      ).toContain(address);
    }
    expect(pageOf(`${language}/shop/weights`).querySelector("h1")?.textContent).toMatch(/^\D*83\D+\d\d\D*$/);
  },
);

test("margins are met, and a group under the minimum carries neither share nor base nor target, nor does the other", () => {
  expect(cellsOf(pageOf("en/shop/weights"), "margins")).toEqual([
    ["Women", "43", "51.8%", "50.0%", "50.0%"],
    ["Men", "40", "48.2%", "50.0%", "50.0%"],
    ["Young", "", "withheld", "withheld", "withheld"],
    ["Old", "", "withheld", "withheld", "withheld"],
  ]);
});

test("no row of weights stands for fewer than the minimum", () => {
  const respondents = cellsOf(pageOf("en/shop/weights"), "sizes").map((cells) => Number(cells[2]));
  expect(respondents.length).toBeGreaterThan(1);
  expect(respondents.reduce((sum, n) => sum + n, 0)).toBe(83);
  expect(Math.min(...respondents)).toBeGreaterThanOrEqual(5);
});

test("the figure moves as its weights say: (40·4 + 40·2 + 3·5) / 83, and by hand (37.35·4 + 41.5·2 + 4.15·5) / 83", () => {
  // Men are half, the three old women a twentieth, young women what is left of 83.
  const [[, weighted, unweighted] = []] = cellsOf(pageOf("en/shop/weights"), "effect");
  expect(weighted).toMatch(/^3\.05/);
  expect(unweighted).toMatch(/^3\.07/);
});
