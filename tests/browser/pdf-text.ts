/** What the browser's PDFs say, page by page: just as much of the format as Chromium writes. */
import { inflateSync } from "node:zlib";

interface PdfObject {
  readonly head: string;
  readonly stream: string;
}

/** Text of every page, in the order in which it is drawn; lines and words run into each other. */
export function pdfPages(pdf: Buffer): readonly string[] {
  const objects = objectsOf(pdf.toString("latin1"));
  const leaves = [...objects.values()].filter(({ head }) => /\/Type\s*\/Page(?!s)/.test(head));
  return leaves.map(({ head }) => {
    const resources = /\/Resources\s*(\d+) 0 R/.exec(head)?.[1];
    const named = resources ? (objects.get(Number(resources))?.head ?? "") : head;
    const list = /\/Font\s*<<([\s\S]*?)>>/.exec(named)?.[1] ?? "";
    const fonts = new Map(
      [...list.matchAll(/\/(\w+)\s+(\d+) 0 R/g)].map(([, name = "", id]) => [
        name,
        lettersOf(objects, Number(id)),
      ]),
    );
    const contents = [...(/\/Contents\s*(\[[^\]]*\]|\d+ 0 R)/.exec(head)?.[1] ?? "").matchAll(/(\d+) 0 R/g)];
    return textOf(contents.map(([, id]) => objects.get(Number(id))?.stream ?? "").join("\n"), fonts);
  });
}

function objectsOf(file: string): ReadonlyMap<number, PdfObject> {
  const found = new Map<number, PdfObject>();
  for (const { index, 0: start, 1: id } of file.matchAll(/(?<=^|[\r\n])(\d+) 0 obj\b/g)) {
    const end = file.indexOf("endobj", index);
    const body = file.slice(index + start.length, end);
    const at = body.search(/stream\r?\n/);
    if (at < 0) {
      found.set(Number(id), { head: body, stream: "" });
      continue;
    }
    const head = body.slice(0, at);
    const length = Number(/\/Length (\d+)/.exec(head)?.[1]);
    const from = index + start.length + at + (/stream\r?\n/.exec(body)?.[0].length ?? 0);
    const bytes = Buffer.from(file.slice(from, from + length), "latin1");
    const isText = !/\/Subtype\s*\/Image|\/FontFile|\/Length1|\/Type0C|OpenType/.test(head);
    const stream = !isText ? "" : head.includes("/FlateDecode") ? inflated(bytes) : bytes.toString("latin1");
    found.set(Number(id), { head, stream });
  }
  return found;
}

function inflated(bytes: Buffer): string {
  try {
    return inflateSync(bytes).toString("latin1");
  } catch {
    return "";
  }
}

interface Letters {
  /** Hex digits that make one code. */
  readonly digits: number;
  readonly characters: ReadonlyMap<number, string>;
}

/** What a font's codes stand for, from its /ToUnicode map. */
function lettersOf(objects: ReadonlyMap<number, PdfObject>, id: number): Letters {
  const { head = "" } = objects.get(id) ?? {};
  const map = objects.get(Number(/\/ToUnicode (\d+) 0 R/.exec(head)?.[1]))?.stream ?? "";
  const characters = new Map<number, string>();
  const decode = (hex: string) => Buffer.from(hex, "hex").swap16().toString("utf16le");
  for (const [, block = ""] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = "", hex = ""] of block.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi))
      characters.set(Number.parseInt(code, 16), decode(hex));
  for (const [, block = ""] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, low = "", high = "", hex = ""] of block.matchAll(
      /<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi,
    )) {
      const [from, to] = [Number.parseInt(low, 16), Number.parseInt(high, 16)];
      const start = Number.parseInt(hex, 16);
      for (let code = from; code <= to; code++)
        characters.set(code, String.fromCodePoint(start + code - from));
    }
  return { digits: head.includes("/Type0") ? 4 : 2, characters };
}

/** What a page's content stream shows, through the fonts that it names. */
function textOf(content: string, fonts: ReadonlyMap<string, Letters>): string {
  let letters: Letters | undefined;
  let text = "";
  for (const [, font, hex, literal] of content.matchAll(
    /\/ActualText\s*(?:<[0-9a-fA-F]*>|\((?:\\.|[^\\)])*\))|\/(\w+)\s+[\d.]+\s+Tf|<([0-9a-fA-F]+)>|\(((?:\\.|[^\\)])*)\)/gs,
  )) {
    if (font !== undefined) letters = fonts.get(font);
    else if (letters)
      text += shown(letters, hex ?? Buffer.from(unescaped(literal ?? ""), "latin1").toString("hex"));
  }
  return text;
}

function shown({ digits, characters }: Letters, hex: string): string {
  const codes = hex.match(new RegExp(`.{${digits}}`, "g")) ?? [];
  return codes.map((code) => characters.get(Number.parseInt(code, 16)) ?? "").join("");
}

function unescaped(literal: string): string {
  const named: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };
  return literal.replaceAll(/\\([0-7]{1,3}|.)/gs, (_, written: string) =>
    /^[0-7]/.test(written) ? String.fromCharCode(Number.parseInt(written, 8)) : (named[written] ?? written),
  );
}
