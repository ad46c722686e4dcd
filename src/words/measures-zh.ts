/** 各项指标的名称。 */
export const measureNamesChinese = {
  mean: "平均分",
  grade: "等级得分",
  csat: "满意度得分（CSAT）",
  ces: "费力度得分（CES）",
  easy: "轻松比例（5–7 分）",
  nps: "净推荐值（NPS）",
  promoters: "推荐者（9–10 分）",
  passives: "中立者（7–8 分）",
  detractors: "贬损者（6 分及以下）",
  top1: "最高一项比例",
  top2: "最高两项比例",
  bottom2: "最低两项比例",
  net: "净值（最高两项 − 最低两项）",
  satisfied: "满意率",
  share: "比例",
};
