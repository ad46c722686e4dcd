import { tablesEnglish } from "../words/tables-en.ts";
import { tablesChinese } from "../words/tables-zh.ts";

/** What is said of tables, in the language of a page. */
export function tableWords({ documentElement }: Document): typeof tablesEnglish {
  return documentElement.lang.startsWith("zh") ? tablesChinese : tablesEnglish;
}
