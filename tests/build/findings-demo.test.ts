/**
 * The planted stories of the demo (src/cli/demo/dealer-service/stories.md) in the first minute of its pages, from the rows
 * in data/, read and counted as a build does. Sizes and names are those that the stories planted and measured with
 * arithmetic of their own.
 */
import { JSDOM } from "jsdom";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contextOf, type SurveySite } from "../../src/build/site.ts";
import { farAbove, farBelow } from "../../src/cli/demo/dealer-service/stories.ts";
import { renderPanels } from "../../src/panels/page.ts";
import {
  branchPanels,
  factorPanels,
  overviewPanels,
  type PagePanels,
  questionPanels,
  whyPanels,
} from "../../src/panels/pages.ts";
import { indexSubjects } from "../../src/panels/subject.ts";
import type { Branch } from "../../src/survey/branches.ts";
import { questionOf } from "../../src/survey/survey.ts";
import type { Language } from "../../src/survey/text.ts";
import { openSite } from "./open-site.ts";

let site: SurveySite;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ site, close } = await openSite("data/dealer-service"));
}, 120_000);
afterAll(() => close?.());

interface At {
  readonly wave?: string;
  readonly branch?: Branch;
  readonly language?: Language;
}

async function pageOf(panels: PagePanels, { language = "en", ...at }: At = {}) {
  const context = contextOf(site, { language, base: "/", wave: "2024-Q4", ...at });
  const { html, title, summary } = await renderPanels(panels, context, site);
  const page = new JSDOM(html.join("\n")).window.document;
  const lines = [...page.querySelectorAll("#findings li")];
  return {
    title,
    summary,
    page,
    all: lines.map(({ textContent }) => textContent),
    claims: lines.filter((line) => line.classList.contains("finding")).map(({ textContent }) => textContent),
    hrefs: lines.flatMap((line) =>
      [...line.querySelectorAll("a")].map((link) => link.getAttribute("href") ?? ""),
    ),
  };
}

const overview = (at: At = {}) => pageOf(overviewPanels(site.survey), at);
const branchAt = (path: string) => {
  const found = site.branches.find((branch) => branch.path.join("/") === path);
  if (!found) throw new Error(`there is no branch ${path}`);
  return found;
};
const labelsOf = (dealers: readonly string[]) =>
  dealers
    .map((dealer) => site.branches.find(({ path }) => path.at(-1) === dealer)?.label.en ?? dealer)
    .toSorted();
/** Names behind a claim, of the better and of the worse, at most three of each. */
const namesIn = (text = "") => {
  const listed = (form: RegExp) => form.exec(text)?.[1]?.split(", ") ?? [];
  return {
    better: listed(/(?:far better than[^:]*|Better): (.*?)(?: and \d+ more)?(?:\. Worse| \()/),
    worse: listed(/(?:far worse than[^:]*class|Worse): (.*?)(?: and \d+ more)? \(/),
  };
};
/** Six of each are far; those named are of the planted ones. */
function expectFarDealers(claims: readonly (string | null)[]) {
  const apart = claims.filter((text) => text?.startsWith("By dealer"));
  expect(apart).toHaveLength(1);
  expect(apart[0]).toMatch(
    /^By dealer, 6 of 238 are far better and 6 far worse than the others of their brand class\. Better: .* and 3 more\. Worse: .* and 3 more \([^;]*2024 taken together; far: /,
  );
  const { better, worse } = namesIn(apart[0] ?? "");
  expect(better).toHaveLength(3);
  expect(worse).toHaveLength(3);
  expect(labelsOf(farAbove)).toEqual(expect.arrayContaining(better));
  expect(labelsOf(farBelow)).toEqual(expect.arrayContaining(worse));
}

describe("the overview of 2024-Q3", () => {
  test("names the region, the dealers and the factor within six sentences, and nothing else", async () => {
    const { title, all, claims } = await overview({ wave: "2024-Q3" });
    expect(title).toMatch(
      /^Vehicle pick-up fell 62 points in Southwest; after-sales satisfaction index stands at 827, no clear change$/,
    );
    expect(all).toHaveLength(5);
    expect(claims[0]).toMatch(
      /^Vehicle pick-up fell 62 points to 761 in Southwest \(since Q2 2024; .*base 493 → 494\)$/,
    );
    expect(claims).toContainEqual(
      expect.stringMatching(
        /^Service quality scores lowest of the 5 factors, .*weighs most \(24\.0%\) and costs most/,
      ),
    );
    expectFarDealers(claims);
    const rest = claims.filter(
      (text) => !/^(Vehicle pick-up|Service quality|By dealer|The target)/.test(text ?? ""),
    );
    expect(rest).toEqual([]);
    expect(all.at(-1)).toMatch(
      /^After-sales satisfaction index shows no clear change since Q2 2024: −2 points/,
    );
  });

  test("says the same in Chinese", async () => {
    const { title, all } = await overview({ wave: "2024-Q3", language: "zh" });
    expect(title).toMatch(/^西南的取车得分下降 62\u00a0分；/);
    expect(all[0]).toMatch(/^西南的取车得分下降 62\u00a0分，至 761/);
    expect(all).toHaveLength(5);
  });
});

describe("the overview of 2024-Q4", () => {
  test("names the mix, the factor, the dealers, and that the Southwest recovers", async () => {
    const { title, claims, summary } = await overview();
    expect(title).toBe(
      "After-sales satisfaction index fell 11 to 817 in Q4 2024: share of “Premium” down and of “Domestic” up among customers",
    );
    expect(claims[0]).toMatch(
      /^Among customers the share of “Premium” \(30% → 18%\) fell and that of “Domestic” \(32% → 44%\) rose: .*by 9\.9 points/,
    );
    expect(claims[0]).toMatch(/scores within the groups show no clear change, −0\.7 points/);
    expect(claims).toContainEqual(
      expect.stringMatching(
        /^Vehicle pick-up in Southwest recovered 22 of the 62 points lost in Q3 2024, to 784/,
      ),
    );
    expect(claims).toContainEqual(expect.stringMatching(/^Service quality scores lowest/));
    expectFarDealers(claims);
    expect(claims).toContainEqual(expect.stringMatching(/^By region, Northwest is clearly behind South/));
    // Nobody scores differently: no fall is claimed but that of the mix.
    expect(claims.slice(1).filter((text) => / fell /.test(text ?? ""))).toEqual([]);
    expect(summary).toMatch(/^Among customers the share of “Premium”/);
    expect(summary).not.toMatch(/[<>]/);
  });
});

test.each(["2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4", "2024-Q1", "2024-Q2"])(
  "the overview of %s claims no change",
  async (wave) => {
    const { claims } = await overview({ wave });
    expect(claims.filter((text) => /\b(rose|fell|change of mix)\b/.test(text ?? ""))).toEqual([]);
    expect(claims).toContainEqual(expect.stringMatching(/^Service quality scores lowest/));
    // Where dealers are named they are planted.
    const named = claims.flatMap((text) => Object.values(namesIn(text ?? "")).flat());
    expect(named.filter((name) => !labelsOf([...farAbove, ...farBelow]).includes(name))).toEqual([]);
  },
);

test("the Southwest's page and the factor's say where the rise comes from", async () => {
  const southwest = await pageOf(branchPanels(site.survey), { branch: branchAt("southwest") });
  expect(southwest.title).toMatch(
    /^Southwest: After-sales satisfaction index stands at 810, clearly short of its target of 850$/,
  );
  expect(southwest.claims).toContainEqual(
    expect.stringMatching(/^Vehicle pick-up recovered 22 of the 62 points lost in Q3 2024, to 784/),
  );
  const subject = indexSubjects(site.survey).find(({ id }) => id === "pick_up");
  const factor = await pageOf(subject ? factorPanels(site.survey, subject) : []);
  expect(factor.claims).toContainEqual(
    expect.stringMatching(/in Southwest recovered 22 of the 62 points lost/),
  );
});

test.each([
  ["east/zhejiang/hangzhou/hangzhou-02", "better"],
  ["south/guangdong/shenzhen/shenzhen-02", "worse"],
])("the page of the dealer %s says that luck does not explain it", async (path, side) => {
  const { title, claims } = await pageOf(branchPanels(site.survey), { branch: branchAt(path) });
  expect(title).toMatch(new RegExp(`, ${side} than luck explains$`));
  expect(claims[0]).toMatch(new RegExp(`is ${side} than luck explains .*base \\d+`));
});

test("evidence is where the links lead", async () => {
  const { survey } = site;
  const latest = survey.waves.at(-1)?.id;
  const subjects = indexSubjects(survey);
  const ids = new Map<string, Set<string>>();
  const idsOf = (document: Document) => new Set([...document.querySelectorAll("[id]")].map(({ id }) => id));
  /** Panels of a report's page by its address. */
  const panelsAt = (address: string): { readonly panels: PagePanels; readonly at: At } | undefined => {
    const path = decodeURIComponent(address).replace("/en/dealer-service/", "");
    const [, wave = latest, why] = /^(?:w\/([^/]+)\/)?(why\/)?$/.exec(path) ?? [];
    if (/^(?:w\/[^/]+\/)?(?:why\/)?$/.test(path))
      return { panels: why ? whyPanels(survey) : overviewPanels(survey), at: { ...(wave ? { wave } : {}) } };
    const factor = subjects.find(({ id }) => path === `f/${id}/`);
    if (factor) return { panels: factorPanels(survey, factor), at: {} };
    const branch = site.branches.find(({ slugs }) => path === `b/${slugs.join("/")}/`);
    if (branch) return { panels: branchPanels(survey), at: { branch } };
    const question = survey.questions.find(({ id }) => path === `q/${id}/`);
    return question ? { panels: questionPanels(survey, questionOf(survey, question.id)), at: {} } : undefined;
  };
  const pick = subjects.find(({ id }) => id === "pick_up");
  const pages = [
    await overview({ wave: "2024-Q3" }),
    await overview(),
    await pageOf(branchPanels(survey), { branch: branchAt("southwest") }),
    await pageOf(branchPanels(survey), { branch: branchAt("northwest") }),
    await pageOf(pick ? factorPanels(survey, pick) : []),
  ];
  const missing: string[] = [];
  for (const { page, hrefs } of pages) {
    expect(hrefs.length).toBeGreaterThan(0);
    for (const href of hrefs) {
      const [address = "", anchor = ""] = href.split("#");
      if (/\/(best|methods)\/$/.test(address)) continue;
      if (address !== "" && !ids.has(address)) {
        const found = panelsAt(address);
        ids.set(address, found ? idsOf((await pageOf(found.panels, found.at)).page) : new Set(["nothing"]));
        if (!found) missing.push(href);
      }
      const known = address === "" ? idsOf(page) : ids.get(address);
      if (anchor !== "" && !known?.has(anchor)) missing.push(href);
    }
  }
  expect(missing).toEqual([]);
}, 120_000);

/** Sizes of the mix and of scores by a Python program of its own, as in why-demo.test.ts: −10.89 of −15.89, 69 %. */
test("titles give a change to the mix as far as it is the mix", async () => {
  const subject = indexSubjects(site.survey).find(({ id }) => id === "service_quality");
  const { title } = await pageOf(subject ? factorPanels(site.survey, subject) : []);
  expect(title).toBe(
    "Service quality fell 16 to 773 in Q4 2024, mostly through the mix: share of “Premium” down and of “Domestic” up among customers",
  );
});

test("a region's page sets its fall beside the mix of all customers", async () => {
  const branch = site.tree.find(({ label }) => label.en === "East");
  const { title, all } = await pageOf(branchPanels(site.survey), { ...(branch ? { branch } : {}) });
  if (/ fell /.test(title ?? "")) expect(title).toMatch(/, in a wave when the mix changed/);
  expect(title).toMatch(/^East: /);
  expect(all).toContainEqual(expect.stringMatching(/^Among all customers the mix .* by 9\.9 points/));
});

/** The codebook changes the wording of one question of the index from 2024-Q1 on. */
test("a change says which question it does without", async () => {
  const { all } = await overview({ wave: "2024-Q1" });
  expect(all.at(-1)).toMatch(
    /shows no clear change since Q4 2023: \+2 points \(change without Waiting area, /,
  );
  const { all: later } = await overview({ wave: "2024-Q2" });
  expect(later.filter((text) => text?.includes("without"))).toEqual([]);
});
