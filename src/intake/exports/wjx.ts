import { plainText, splitBracket } from "./header-text.ts";
import type { ColumnRole, ExportColumn, ExportForm, ExportHead, ExportLayout } from "./layout.ts";

/** The leading columns, of which publishers of data leave some out. */
const roles: Readonly<Record<string, ColumnRole>> = {
  序号: "respondent",
  提交答卷时间: "submitted",
  开始答卷时间: "started",
  所用时间: "duration",
  来源: "tool",
  来源详情: "tool",
  来自IP: "personal",
  省份: "personal",
  城市: "personal",
  总分: "tool",
};
/** `3、性别` and `第6题(运动)`: the number and what follows it; options may hold brackets, so the last one ends. */
const numbered = /^(\d{1,3})\s*[、：:]\s*(.*)$/s;
const part = /^第(\d{1,3})题(?:\s*[(（](.*)[)）])?/s;
/** Words typed beside a choice: up to the bracket that ends the choice, for they may hold brackets too. */
const typedWords = /〖.*?〗(?=\s*(?:$|[┋→]))/gs;

/** 问卷星 (wjx.cn): one column a question where answers are words, one a choice where they are codes. */
export const wjx: ExportForm = {
  format: "wjx",
  marks: "headers such as 3、性别 or 第6题(运动), behind columns such as 序号 and 提交答卷时间",
  layoutOf,
};

function layoutOf({ rows: [header = []] }: ExportHead): ExportLayout | undefined {
  const names = header.map((cell) => cell.trim());
  const first = names.findIndex((name) => numbered.test(name) || part.test(name));
  if (first < 0) return undefined;
  const led = names.slice(0, first).some((name) => Object.hasOwn(roles, name));
  // Without the leading columns a colon behind a number may be anybody's.
  const own = names.filter((name) => /^\d{1,3}、/.test(name) || part.test(name));
  if (!led && own.length < 2) return undefined;
  const duration = names.indexOf("所用时间");
  return {
    format: "wjx",
    headerRows: 1,
    columns: columnsOf(names, first),
    notAsked: ["-3", "(跳过)"],
    missing: ["-2", "(空)"],
    clean: (cell, place) => {
      if (place === duration) return cell.replace(/^\s*(\d+)\s*秒\s*$/, "$1");
      return cell.includes("〖") ? cell.replace(typedWords, "") : cell;
    },
  };
}

function columnsOf(names: readonly string[], first: number): readonly ExportColumn[] {
  const numbers = names.map((name) => (part.exec(name) ?? numbered.exec(name))?.[1]);
  return names.map((name, place): ExportColumn => {
    const number = numbers[place];
    if (number === undefined) {
      const role = roles[name] ?? (place < first ? "tool" : "answer");
      return { name, aliases: [], role, text: plainText(name), question: name };
    }
    const several = numbers.filter((other) => other === number).length > 1;
    return { name, aliases: [], role: "answer", question: number, ...wordsOf(name, several) };
  });
}

/** `第6题(运动)` holds a choice or a row; `6、请评价(服务)` does where the number has several columns. */
function wordsOf(name: string, several: boolean): { readonly text: string; readonly part?: string } {
  const ofPart = part.exec(name);
  if (ofPart)
    return { text: `第${ofPart[1]}题`, ...(ofPart[2] === undefined ? {} : { part: ofPart[2].trim() }) };
  const text = plainText(numbered.exec(name)?.[2] ?? name);
  const inner = several ? bracketed(text) : undefined;
  return inner && inner.stem !== "" ? { text: inner.stem, part: inner.part } : { text };
}

function bracketed(text: string) {
  return splitBracket(text, ["(", ")"]) ?? splitBracket(text, ["（", "）"]);
}
