import { contentsOf } from "../../panels/contents.ts";
import type { RenderedPage } from "../../panels/page.ts";
import { cssString } from "../../theme/css-string.ts";
import { painted } from "../painted.ts";

/** What a page says beside its panels, which a view changes as well. */
export interface Around {
  /** What the window is called. */
  readonly title: string;
  /** What the page shows, for the foot of its printed sheets, and the query of its address. */
  readonly foot: string;
  readonly query: string;
  /** Title of the wave that it shows. */
  readonly wave: string;
}

/** The place where a page's panels stand. What stood there when the page came is kept, to be put back. */
export interface Stage {
  readonly show: (page: Pick<RenderedPage, "html" | "title">, around: Around) => void;
  /** Titles of the sections that the page came with and that do not stand on it now. */
  readonly missing: () => readonly string[];
  /** Puts back what the page came with. */
  readonly restore: () => void;
  /** Whether the page's panels are those that it came with. */
  readonly isWhole: () => boolean;
}

/**
 * @param report the element that holds a page's panels
 * @param wave title of the wave that the page came with
 */
export function stageIn(report: HTMLElement, wave: string): Stage {
  const { ownerDocument: document } = report;
  const body = report.querySelector<HTMLElement>(".report-body");
  const originals = [...(body?.querySelectorAll<HTMLElement>(":scope > .contents") ?? [])];
  const mark = document.createComment("panels");
  originals[0]?.before(mark);
  const heading = body?.querySelector<HTMLElement>(":scope > h1");
  const root = document.documentElement;
  const came = {
    ...{ title: document.title, heading: heading?.textContent ?? "" },
    sheet: root.style.getPropertyValue(sheetFoot),
    foot: document.querySelector(".print-foot")?.textContent ?? "",
    latest: document.querySelector<HTMLElement>("[data-wave-note]"),
    waves: [...document.querySelectorAll(".wave-switch .menu-chosen, [data-wave-title]")].map((place) => ({
      place,
      text: place.textContent ?? "",
    })),
  };
  let standing = originals;
  const put = (panels: HTMLElement[], title: string) => {
    for (const panel of standing) panel.remove();
    mark.after(...panels);
    standing = panels;
    if (heading) heading.textContent = title;
    listContents(report);
    document.dispatchEvent(new CustomEvent(painted));
  };
  return {
    isWhole: () => standing === originals,
    missing: () => {
      const listed = (panels: readonly HTMLElement[]) =>
        contentsOf(panels.map(({ outerHTML }) => outerHTML).join(""));
      const there = new Set(
        standing.flatMap((panel) => [...panel.querySelectorAll("[id]")].map(({ id }) => id)),
      );
      return standing === originals
        ? []
        : listed(originals).flatMap(({ id, title }) => (there.has(id) ? [] : [title]));
    },
    restore: () => {
      if (standing !== originals) put(originals, came.heading);
      delete root.dataset["filtered"];
      document.title = came.title;
      for (const { place, text } of came.waves) place.textContent = text;
      came.latest?.toggleAttribute("hidden", false);
      root.style.setProperty(sheetFoot, came.sheet);
      setFoot(document, came.foot);
    },
    show: ({ html, title }, around) => {
      const template = document.createElement("template");
      template.innerHTML = html.join("");
      put(
        [...template.content.querySelectorAll<HTMLElement>(".contents")].filter(
          ({ parentNode }) => parentNode === template.content,
        ),
        title ?? came.heading,
      );
      root.dataset["filtered"] = "";
      document.title = around.title;
      for (const { place, text } of came.waves) place.textContent = text.replace(wave, () => around.wave);
      came.latest?.toggleAttribute("hidden", around.wave !== wave);
      root.style.setProperty(sheetFoot, sheetWith(came.sheet, around));
      setFoot(document, `${around.foot}${came.foot.slice(came.foot.lastIndexOf(" · "))}${around.query}`);
    },
  };
}

const sheetFoot = "--sheet-foot";
const lineBreak = "\\a ";

/** The foot of printed sheets with another first line, and with the query of the view at its end, where the address is. */
function sheetWith(sheet: string, { foot, query }: Around): string {
  const [, ...rest] = sheet.split(lineBreak);
  const source = rest.join(lineBreak).replace(/"\s*$/, "");
  return `${cssString(foot).slice(0, -1)}${lineBreak}${source}${cssString(query).slice(1)}`;
}

function setFoot(document: Document, text: string): void {
  const foot = document.querySelector(".print-foot");
  if (foot) foot.textContent = text;
}

/** Lists the sections that stand on the page now, where it lists them. */
function listContents(report: HTMLElement): void {
  const list = report.querySelector("[data-contents] ol");
  const body = report.querySelector(".report-body");
  if (!list || !body) return;
  const { ownerDocument: document } = report;
  list.replaceChildren(
    ...contentsOf(body.innerHTML).map(({ id, title }) => {
      const [item, link] = [document.createElement("li"), document.createElement("a")];
      link.href = `#${encodeURIComponent(id)}`;
      link.textContent = title;
      item.append(link);
      return item;
    }),
  );
}
