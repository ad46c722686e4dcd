import type { figureEnglish } from "./figure-en.ts";

/** What stands around every chart, in Chinese. */
export const figureChinese: typeof figureEnglish = {
  source: (survey) => `资料来源：${survey}。`,
  table: "查看数字",
  link: "链接",
  linkTo: (title) => `链接：${title}`,
  downloadAs: (kind, title) => `${kind}：下载“${title}”`,
  failed: "下载失败，请刷新页面后重试。",
};
