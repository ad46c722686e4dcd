import type { hostingEnglish } from "./hosting-en.ts";

/** How a site reaches its readers, in Chinese. */
export const hostingChinese: typeof hostingEnglish = {
  kept: {
    before: "当前没有网络。以下是本浏览器上次获取的页面，获取时间：",
    after: "。此后报告可能已有更新。",
  },
  updated: "打开之后，本页内容已有更新。",
  reload: "重新载入",
};
