/** Words for what stands in a cell beside its figure; each becomes a column of its own. */
export interface RowWords {
  /** Heads the column of the groups that rows stand under. */
  readonly group: string;
  readonly low: string;
  readonly high: string;
  readonly note: string;
}

export interface RowOptions {
  readonly words: RowWords;
  /** Which cells are wanted, such as those that a reader marked; by default all. */
  readonly wants?: (cell: Element) => boolean;
}

/** What one cell of a table says: its figure or text, the ends of its interval, and what is said beside it. */
type CellParts = Readonly<Record<Part, string>>;
type Part = "main" | "low" | "high" | "note";
const parts = ["main", "low", "high", "note"] as const;

/**
 * A table as rows of plain cells, headings first, that any spreadsheet reads: numbers are numbers, with a hyphen as
 * their minus and without arrows; an interval stands in two columns, a verdict or a warning in one beside its figure;
 * columns without any text, such as strips of dots, are left out. Rows that a search hides are left out too. Groups
 * become the first column. Words in place of a figure, such as that it is withheld, stay words.
 */
export function tableRows(
  table: Element,
  { words, wants = () => true }: RowOptions,
): readonly (readonly string[])[] {
  const headings = [...table.querySelectorAll("thead tr:last-child > th")].map(headingOf);
  const body = [...table.querySelectorAll("tbody > tr")];
  const groups = groupsOf(body);
  const rows = body
    .filter((row) => !isGroup(row) && !row.hasAttribute("data-missed") && [...row.children].some(wants))
    .map((row) => ({
      group: groups.get(row) ?? "",
      cells: [...row.children].map((cell) => (wants(cell) ? partsOf(cell) : nothing)),
    }));
  const width = Math.max(headings.length, ...rows.map(({ cells }) => cells.length));
  const columns = Array.from({ length: width }, (_, at) => at).flatMap((at) =>
    parts
      .filter((part) => rows.some(({ cells }) => (cells[at]?.[part] ?? "") !== ""))
      .map((part) => ({ at, part, title: titleOf(headings[at] ?? plain, part, words) })),
  );
  const grouped = rows.some(({ group }) => group !== "");
  const withGroup = (group: string, cells: readonly string[]) => (grouped ? [group, ...cells] : cells);
  return [
    withGroup(
      words.group,
      columns.map(({ title }) => title),
    ),
    ...rows.map(({ group, cells }) =>
      withGroup(
        group,
        columns.map(({ at, part }) => cells[at]?.[part] ?? ""),
      ),
    ),
  ];
}

const nothing: CellParts = { main: "", low: "", high: "", note: "" };

interface Heading {
  readonly title: string;
  /** What an interval under the heading's own figure is called. */
  readonly range: string;
}
const plain: Heading = { title: "", range: "" };

function titleOf({ title, range }: Heading, part: Part, words: RowWords): string {
  if (part === "main") return title;
  const of = part === "note" ? title : range || title;
  return `${of}${of === "" ? "" : " · "}${words[part]}`;
}

function headingOf(cell: Element): Heading {
  const title = cell.matches(".strip-cell") ? "" : textOf(cell, ".aside, .flag, .sr-only");
  const under = [...cell.querySelectorAll(".aside")].map((one) => textOf(one)).join(" ");
  return { title, range: cell.getAttribute("data-range") ?? (under && `${title} · ${under}`) };
}

function isGroup(row: Element): boolean {
  return row.classList.contains("group");
}

/** The title of the group that each row stands under. */
function groupsOf(rows: readonly Element[]): ReadonlyMap<Element, string> {
  const groups = new Map<Element, string>();
  let [title, body] = ["", rows[0]?.parentElement];
  for (const row of rows) {
    if (row.parentElement !== body) [title, body] = ["", row.parentElement];
    if (isGroup(row)) title = textOf(row);
    else groups.set(row, title);
  }
  return groups;
}

function partsOf(cell: Element): CellParts {
  const figure = textOf(cell, `${noteMarks}, .range, .sr-only`);
  const own = cell.classList.contains("number") ? endsOf(figure) : undefined;
  const ranges = [...cell.querySelectorAll(".range")].map((one) => endsOf(textOf(one)));
  const [low = "", high = ""] = own ?? ranges.find((ends) => ends !== undefined) ?? [];
  const notes = [...cell.querySelectorAll(noteMarks)]
    .filter((one) => !one.parentElement?.closest(noteMarks) && !one.matches(".range"))
    .map((one) => textOf(one, ".range"))
    .filter((text) => text !== "");
  return { main: own ? "" : asNumber(figure), low, high, note: notes.join("; ") };
}

const noteMarks = "small, .flag, .aside";

/** The ends of a range as it is written: "818–834", "−0.2 to 0.4", "−0.2 至 0.4". */
function endsOf(text: string): readonly [string, string] | undefined {
  const found = /^(−?[\d.,]+)(%?)\s*(?:–|to|至)\s*(−?[\d.,]+)(%?)(.*)$/u.exec(text);
  if (!found) return undefined;
  const [, low = "", , high = "", percent = ""] = found;
  return [asNumber(`${low}${percent}`), asNumber(`${high}${percent}`)];
}

/** A number as spreadsheets read it, without arrow, plus and thousands separators; any other text as it stands. */
export function asNumber(text: string): string {
  const number = text
    .replace(/^[▲▼]\s*/u, "")
    .replace("\u2212", "-")
    .replace(/^\+/, "");
  const isNumber = /^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?%?$/.test(number);
  return isNumber ? number.replaceAll(",", "") : text;
}

/** What an element says without what some of its parts do, on one line. */
function textOf(element: Element, without = ""): string {
  const skipped = without === "" ? hidden : `${hidden}, ${without}`;
  const walk = (node: Node): string => {
    if (node.nodeType === 3) return node.nodeValue ?? "";
    if (node.nodeType !== 1 || (node as Element).matches(skipped)) return "";
    return [...node.childNodes].map(walk).join("");
  };
  return [...element.childNodes].map(walk).join("").replaceAll(/\s+/g, " ").trim();
}

const hidden = "[aria-hidden=true], svg, .why-note, script, style";

/** Tells a spreadsheet in which encoding a file is. */
export const byteOrderMark = "\uFEFF";

/**
 * Rows of one table or several as a CSV file (RFC 4180) with a byte-order mark; tables stand under each other, an empty
 * line between them. Cells that would run as formulas are disarmed; separators of other spreadsheets are quoted too.
 */
export function toCsv(...tables: readonly (readonly (readonly string[])[])[]): string {
  const quoted = (cell: string) => (/[",;\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const line = (row: readonly string[]) => `${row.map((cell) => quoted(disarmed(cell))).join(",")}\r\n`;
  return `${byteOrderMark}${tables.map((rows) => rows.map(line).join("")).join("\r\n")}`;
}

/** Rows as text with tabs, which pastes into the cells of a spreadsheet. */
export function toTabs(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map((cell) => disarmed(cell.replaceAll(/\s+/g, " "))).join("\t")).join("\n");
}

/** Rows as a bare HTML table, which spreadsheets and word processors prefer to text. */
export function toHtmlTable(rows: readonly (readonly string[])[]): string {
  const escaped = (text: string) =>
    text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const line = (row: readonly string[], tag: "th" | "td") =>
    `<tr>${row.map((cell) => `<${tag}>${escaped(disarmed(cell))}</${tag}>`).join("")}</tr>`;
  const [head = [], ...body] = rows;
  const inner = body.map((row) => line(row, "td")).join("");
  return `<table><thead>${line(head, "th")}</thead><tbody>${inner}</tbody></table>`;
}

/** A text that begins as formulas do is marked as text; numbers, negative ones too, are left alone. */
function disarmed(cell: string): string {
  return /^[=+\-@\t\r＝＋－＠]/.test(cell) && !/^-?\d+(\.\d+)?%?$/.test(cell) ? `'${cell}` : cell;
}
