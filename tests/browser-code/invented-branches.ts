import { pinyinOf } from "../../src/build/search-index.ts";
import type { BranchRow, SearchIndex } from "../../src/survey/search-index.ts";

const families = "金鼎恒瑞安通华远万福宏盛嘉和明达泰康吉顺德润丰新亿龙祥博兴永信正凯大昌";
const places = [
  "苏州 Suzhou",
  "南京 Nanjing",
  "无锡 Wuxi",
  "杭州 Hangzhou",
  "宁波 Ningbo",
  "厦门 Xiamen",
  "重庆 Chongqing",
];

/** An index of invented branches on three levels: ten regions, a hundred cities, and dealers up to a number. */
export function inventedIndex(branches: number, language: "en" | "zh" = "zh"): SearchIndex {
  const row = (zh: string, en: string, slug: string, parent: number): BranchRow => [
    language === "zh" ? zh : en,
    [language === "zh" ? en : zh, pinyinOf(zh)],
    slug,
    parent,
  ];
  const regions = Array.from({ length: 10 }, (_, at) => row(`大区${at}`, `Region ${at}`, `r${at}`, -1));
  const cities = Array.from({ length: 100 }, (_, at) => {
    const [zh = "", en = ""] = (places[at % places.length] ?? "").split(" ");
    const number = Math.floor(at / places.length) || "";
    return row(`${zh}${number}`, `${en}${number === "" ? "" : ` ${number}`}`, `c${at}`, at % 10);
  });
  const dealers = Array.from({ length: branches - 110 }, (_, at) => {
    const name = [0, 7, 13]
      .map((step) => families[(at * 3 + step * (1 + (at % 5))) % families.length])
      .join("");
    return row(
      `${name}${at}店`,
      `Dealer ${pinyinOf(name).replaceAll(" ", "")} ${at}`,
      `d${at}`,
      10 + (at % 100),
    );
  });
  return {
    survey: "Survey",
    root: `/${language}/survey/`,
    levels: ["Region", "City", "Dealer"],
    pages: [["Overview", ["总览", "zong lan"], ""]],
    factors: [],
    questions: [],
    branches: [...regions, ...cities, ...dealers],
  };
}
