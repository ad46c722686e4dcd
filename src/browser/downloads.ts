import { type KeyEntry, type PictureTexts, standalonePicture } from "../charts/standalone-picture.ts";
import { lightPalette } from "../theme/read-palette.ts";
import tokens from "../theme/tokens.css?raw";
import { ofView, viewInName, viewOfFiles } from "./filtered-file.ts";
import { drawShadedTable } from "./shaded-table.ts";
import { tableRows, toCsv } from "./table-rows.ts";
import { tableWords } from "./table-words.ts";

/** Pixels of a picture for each of its own. */
const sharpness = 2;
/** No browser's canvas is surely longer, in pixels. */
const longestSide = 16_384;

/** Saves what a button stands for: the chart of its section as a picture, or its figures. */
export async function download(button: HTMLButtonElement): Promise<void> {
  const section = button.closest<HTMLElement>("[data-file]");
  const kind = button.dataset["download"];
  if (!section || kind === undefined) return;
  save(await fileOf(section, kind), `${nameOf(section)}.${kind}`, section.ownerDocument);
}

async function fileOf(section: HTMLElement, kind: string): Promise<Blob> {
  if (kind === "csv") {
    const words = tableWords(section.ownerDocument).rows;
    const tables = tablesOf(section).map((table) =>
      ofView(tableRows(table, { words }), viewOfFiles(section.ownerDocument)),
    );
    return new Blob([toCsv(...tables)], { type: "text/csv;charset=utf-8" });
  }
  const svg = new Blob([svgText(section)], { type: "image/svg+xml;charset=utf-8" });
  return kind === "svg" ? svg : asPixels(svg, section.ownerDocument);
}

/** What belongs to a section and to none inside it. */
function own<Found extends Element>(section: HTMLElement, selector: string): readonly Found[] {
  return [...section.querySelectorAll<Found>(selector)].filter(
    (one) => one.closest("[data-file]") === section,
  );
}

/** The table view, which says more than a table that is the chart itself. */
function tablesOf(section: HTMLElement): readonly HTMLTableElement[] {
  const tables = own<HTMLTableElement>(section, "table");
  const views = tables.filter((table) => !table.closest("figure"));
  return views.length > 0 ? views : tables;
}

const shadedTable = "figure table.heat";

/** The chart that is drawn for a page, or of its shaded table, with everything that is said around it. @throws Error where none is drawn */
function svgText(section: HTMLElement): string {
  const document = section.ownerDocument;
  const texts = textsOf(section);
  const [drawn] = own<SVGSVGElement>(section, ".chart .wide > svg");
  const [shaded] = own<HTMLTableElement>(section, shadedTable);
  const chart = drawn ?? (shaded && drawShadedTable(shaded, texts.takeaway));
  if (!chart) throw new Error(`no chart is drawn in ${section.id}`);
  const picture = standalonePicture(chart, texts, {
    document,
    palette: lightPalette(tokens),
    language: document.documentElement.lang,
  });
  return new XMLSerializer().serializeToString(picture);
}

function textsOf(section: HTMLElement): PictureTexts {
  const texts = (selector: string) =>
    own(section, selector).map(({ textContent }) => (textContent ?? "").replaceAll(/\s+/g, " ").trim());
  const text = (selector: string) => texts(selector)[0] ?? "";
  const isShaded = own(section, shadedTable).length > 0;
  return {
    // The headline is headed by the page itself.
    title: section.dataset["title"] ?? text("h2, h3"),
    takeaway: text(".lead"),
    key: own<HTMLElement>(section, ".chart-figure .key li").map(keyEntry),
    // What shades mean and why some have no figure is said in notes.
    notes: isShaded ? texts("p.note") : [],
    caption: text("figcaption"),
  };
}

/** The marks of charts of scores by their classes. */
const scoreMarks: readonly (readonly [string, KeyEntry["mark"], string])[] = [
  ["dot", "dot", "var(--accent)"],
  ["small", "dot", "var(--muted)"],
  ["previous", "ring", "var(--muted)"],
  ["compared", "diamond", "var(--ink)"],
  ["target", "upright", "var(--ink)"],
  ["fair", "upright", "var(--ink)"],
  ["bar", "box", "var(--accent)"],
];

function keyEntry(entry: HTMLElement): KeyEntry {
  const mark = entry.querySelector<HTMLElement>("span");
  const label = (entry.textContent ?? "").trim();
  const drawn = scoreMarks.find(([name]) => entry.querySelector(`.mark.${name}`));
  if (drawn) return { label, mark: drawn[1], colour: drawn[2] };
  if (mark?.classList.contains("dashed")) return { label, mark: "dashed", colour: "var(--muted)" };
  if (mark?.classList.contains("line")) return { label, mark: "line", colour: "var(--accent)" };
  return {
    label,
    mark: "box",
    colour: /background:\s*([^;]+)/.exec(mark?.getAttribute("style") ?? "")?.[1] ?? "none",
  };
}

async function asPixels(svg: Blob, document: Document): Promise<Blob> {
  const address = URL.createObjectURL(svg);
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const { naturalWidth, naturalHeight } = image;
    const drawn = Math.min(sharpness, longestSide / Math.max(naturalWidth, naturalHeight));
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [Math.round(naturalWidth * drawn), Math.round(naturalHeight * drawn)];
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob(
        (blob) => (blob ? resolve(blob) : reject(new Error("no picture could be made"))),
        "image/png",
      ),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** The name of a section's file, with the view that it is of. */
function nameOf(section: HTMLElement): string {
  const view = viewOfFiles(section.ownerDocument);
  return view === undefined ? fileName(section) : `${fileName(section)}_${viewInName(view)}`;
}

function fileName(section: HTMLElement): string {
  return (section.dataset["file"] ?? section.id).replaceAll(/[^\p{L}\p{N}._-]+/gu, "-");
}

function save(file: Blob, name: string, document: Document): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser needs the address until it has begun to save.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
