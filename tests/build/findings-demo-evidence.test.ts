/**
 * Every claim that a page of the demo says first, against the panel that its link leads to: what a sentence calls a rise
 * is marked as a clear rise there, who is said to be highest is first and alone there, and so on.
 */
import { JSDOM } from "jsdom";
import { afterAll, beforeAll, expect, test } from "vitest";
import { contextOf, type SurveySite } from "../../src/build/site.ts";
import { renderPanels } from "../../src/panels/page.ts";
import {
  bestPanels,
  branchPanels,
  factorPanels,
  overviewPanels,
  type PagePanels,
  questionPanels,
  whyPanels,
} from "../../src/panels/pages.ts";
import { headlineSubject, indexSubjects, subjectOf } from "../../src/panels/subject.ts";
import { questionOf } from "../../src/survey/survey.ts";
import { openSite } from "./open-site.ts";

let site: SurveySite;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ site, close } = await openSite("data/dealer-service"));
}, 120_000);
afterAll(() => close?.());

const root = "/en/dealer-service/";

/** What a page of the report is made of, by its address without the report's own. */
function panelsAt(path: string): { readonly panels: PagePanels; readonly at: object } | undefined {
  const { survey, branches } = site;
  const [, wave, why] = /^(?:w\/([^/]+)\/)?(why\/)?$/.exec(path) ?? [];
  if (path === "" || wave !== undefined || why !== undefined)
    return {
      panels: why ? whyPanels(survey) : overviewPanels(survey),
      at: wave === undefined ? {} : { wave },
    };
  const headed = headlineSubject(survey);
  if (path === "best/" && headed) return { panels: bestPanels(headed), at: {} };
  const factor = indexSubjects(survey).find(({ id }) => path === `f/${id}/`);
  if (factor) return { panels: factorPanels(survey, factor), at: {} };
  const branch = branches.find(({ slugs }) => path === `b/${slugs.join("/")}/`);
  if (branch) return { panels: branchPanels(survey), at: { branch } };
  const question = survey.questions.find(({ id }) => path === `q/${id}/`);
  return question ? { panels: questionPanels(survey, questionOf(survey, question.id)), at: {} } : undefined;
}

const known = new Map<string, Promise<Document>>();

/** A page by its path, rendered once. */
function pageAt(path: string): Promise<Document> {
  const found = panelsAt(path);
  if (!found) throw new Error(`there is no page ${path}`);
  const page =
    known.get(path) ??
    renderPanels(found.panels, contextOf(site, { language: "en", base: "/", ...found.at }), site).then(
      ({ html }) => new JSDOM(html.join("\n")).window.document,
    );
  known.set(path, page);
  return page;
}

interface Claim {
  readonly text: string;
  /** What heads the page that makes it. */
  readonly head: Element | null;
  /** The page that its link leads to, and the panel there; everything where it leads to no panel. */
  readonly page: Document;
  readonly panel: Element | null;
  /** Branches that it names, each with the text of its list. */
  readonly named: readonly { readonly name: string; readonly list: string }[];
}

const textOf = (element: Element | null | undefined) => (element?.textContent ?? "").trim();
/** Rows of a panel, each with what it is called. */
const rowsOf = (panel: Element | null) =>
  [...(panel?.querySelectorAll("tbody tr:not(.group):not(.whole)") ?? [])].map((row) => ({
    row,
    name: textOf(row.querySelector("th a") ?? row.querySelector("th")),
  }));
/** True where something is marked as a clear change the given way. */
const isMarked = (element: Element | null | undefined, way: string) =>
  [...(element?.querySelectorAll(".better, .worse, .clear") ?? [])].some((mark) =>
    textOf(mark).includes(way === "rose" ? "clear rise" : "clear fall"),
  );

/** What the panel behind each kind of claim must show; the kind of a sentence is the first whose form fits. */
const kinds: readonly {
  readonly kind: string;
  readonly form: RegExp;
  readonly holds: (claim: Claim, parts: readonly string[]) => boolean;
}[] = [
  {
    kind: "mix",
    form: /mix .*(raised|lowered) /,
    holds: ({ panel }, [, way]) =>
      panel?.id === "mix" ? / mix /.test(textOf(panel)) : isMarked(panel, way === "raised" ? "rose" : "fell"),
  },
  {
    kind: "moved",
    form: /^(?:The score for “)?(.+?)”? (rose|fell) .+? to [\d.,%−+]+(?: minutes)?(?: in (?:the group “)?([^,(”]+?)”?(?: \([^)]*\))?)?(?:,|$)/,
    holds: ({ page, panel }, [, figure, way = "", place]) => {
      if (panel?.id === "where") return textOf(panel).includes(place ?? "");
      if (!["factors", "questions", "branches", "breakdown"].includes(panel?.id ?? ""))
        return isMarked(page.querySelector(".glance"), way);
      const name = ["branches", "breakdown"].includes(panel?.id ?? "")
        ? place
        : figure?.replace(/ \(.*\)$/, "");
      return isMarked(rowsOf(panel).find((row) => row.name === name)?.row, way);
    },
  },
  {
    kind: "returned",
    form: /^(.+?)(?: in ([^,]+?))? (?:more than )?(recovered|gave back) .*\d+ points (?:lost|gained) in /,
    holds: ({ page, panel }, [, figure, place, how]) => {
      const way = how === "recovered" ? "rose" : "fell";
      if (panel === null) return isMarked(page.querySelector(".glance"), way);
      const name = panel.id === "branches" ? place : figure;
      return isMarked(rowsOf(panel).find((row) => row.name === name)?.row, way);
    },
  },
  {
    kind: "weakest",
    form: /^(.+) scores lowest of the (\d+) (factors|questions)/,
    holds: ({ page, panel }, [, name, parts, of]) => {
      const rows = rowsOf(panel ?? page.querySelector(`#${of}`));
      return panel === null || (rows.length === Number(parts) && rows.at(-1)?.name === name);
    },
  },
  {
    kind: "apart",
    form: /^By .+ far (better|worse)(?: and .+ far worse)? than/,
    holds: ({ panel, named }, [, first]) =>
      named.length > 0 &&
      named.every(({ name, list }) => {
        const side = list.includes("Worse:") ? "worse" : list.includes("Better:") ? "better" : first;
        const row = rowsOf(panel).find((one) => one.name === name)?.row;
        const groups = [...(row?.closest("table")?.querySelectorAll("tbody:has(tr.group)") ?? [])];
        const at = groups.findIndex((group) => row !== undefined && group.contains(row));
        return at >= 0 && groups.length > 1 && at === (side === "better" ? 0 : groups.length - 1);
      }),
  },
  {
    kind: "behind",
    form: /^By .+?, (.+) is clearly behind (.+?)(, the first)?$/,
    holds: ({ panel }, [, name, other, isFirst]) => {
      const groups = [...(panel?.querySelectorAll("table tbody:has(tr.group)") ?? [])];
      const namesOf = (group: Element | undefined) =>
        [...(group?.querySelectorAll("tr:not(.group)") ?? [])].map((row) =>
          textOf(row.querySelector("th a") ?? row.querySelector("th")),
        );
      const [before, last] = [namesOf(groups.at(-2)), namesOf(groups.at(-1))];
      const isNext = last.length === 1 && last[0] === name && before[0] === other;
      return isNext && (isFirst === undefined || groups.length === 2);
    },
  },
  {
    kind: "end",
    form: /^By .+?, (.+) is (highest|lowest) of (\d+)/,
    holds: ({ panel }, [, name, end, ranked]) => {
      const rows = rowsOf(panel);
      const row = end === "highest" ? rows[0] : rows.at(-1);
      return (
        rows.length === Number(ranked) &&
        row?.name === name &&
        row?.row.closest("tbody")?.querySelectorAll("tr:not(.group)").length === 1
      );
    },
  },
  {
    kind: "target",
    form: /^The target of .+ is clearly (met|missed)/,
    holds: ({ page }, [, how]) => textOf(page.querySelector(".glance")).includes(`clearly ${how}`),
  },
  {
    kind: "rest",
    form: / is clearly (higher|lower) than/,
    holds: ({ head, panel }, [, side]) =>
      rowsOf(panel).length > 1 && textOf(head).includes(`clearly ${side}`),
  },
  {
    kind: "luck",
    form: / is (better|worse) than luck explains$/,
    holds: ({ panel }) => textOf(panel).includes("it is outside: luck does not explain its score"),
  },
];

/** Claims of a page whose evidence does not show them. */
async function unproven(path: string, seen: Map<string, number>): Promise<readonly string[]> {
  const page = await pageAt(path);
  const head = page.querySelector(".glance");
  const wrong: string[] = [];
  for (const line of page.querySelectorAll("#findings li.finding")) {
    const link = line.querySelector("a");
    const [address = "", anchor = ""] = decodeURIComponent(link?.getAttribute("href") ?? "").split("#");
    const text = textOf(link);
    const found = kinds.flatMap(({ kind, form, holds }) => {
      const parts = form.exec(text);
      return parts ? [{ kind, holds, parts: [...parts] }] : [];
    })[0];
    // The network is ranked as of the last wave only, whichever wave's overview leads there.
    if (found?.kind === "apart" && path.startsWith("w/")) continue;
    const target = address === "" ? page : await pageAt(address.replace(root, ""));
    const panel = anchor === "" ? null : target.querySelector(`[id="${anchor}"]`);
    const named = [...line.querySelectorAll("a.named")].map((name) => ({
      name: textOf(name),
      list: textOf(name.closest("li > span")),
    }));
    const holds = found?.holds({ text, head, page: target, panel, named }, found.parts) ?? false;
    if (!holds || (anchor !== "" && !panel)) wrong.push(`${path}: ${text} (${address}#${anchor})`);
    if (found) seen.set(found.kind, (seen.get(found.kind) ?? 0) + 1);
  }
  return wrong;
}

test("what is said first is shown where its link leads", async () => {
  const { survey, branches } = site;
  const addressOf = ({ slugs }: (typeof branches)[number]) => `b/${slugs.join("/")}/`;
  const dealers = branches.filter(({ children }) => children.length === 0);
  const sample = [
    "",
    ...survey.waves.slice(1, -1).map(({ id }) => `w/${id}/`),
    ...indexSubjects(survey).map(({ id }) => `f/${id}/`),
    ...survey.questions.filter((one) => subjectOf(survey, one)).map(({ id }) => `q/${id}/`),
    ...branches.filter(({ level }) => level === 0).map(addressOf),
    ...dealers.filter((_, at) => at % Math.floor(dealers.length / 20) === 0).map(addressOf),
  ];
  const seen = new Map<string, number>();
  const wrong: string[] = [];
  for (const path of sample) wrong.push(...(await unproven(path, seen)));
  expect(wrong).toEqual([]);
  expect([...seen.keys()].toSorted()).toEqual(
    expect.arrayContaining(["apart", "luck", "mix", "moved", "target", "weakest"]),
  );
  expect([...seen.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(50);
}, 300_000);
