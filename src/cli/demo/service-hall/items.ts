/** The eight items of the card: header of the column, and distance from the average item, in grades. */
export const items = {
  q1: { header: "1.办事环境", level: 0.2 },
  q2: { header: "2.标识与引导", level: 0.1 },
  q3: { header: "3.等候时间", level: -0.45 },
  q4: { header: "4.服务态度", level: 0.25 },
  q5: { header: "5.业务熟练", level: 0.15 },
  q6: { header: "6.办理效率", level: -0.05 },
  q7: { header: "7.信息公开", level: 0 },
  q8: { header: "8.便民设施", level: -0.15 },
} as const;

export type Item = keyof typeof items;

/** What the card says for the grades 1 to 5. */
export const gradeWords = ["不满意", "不太满意", "基本满意", "满意", "很满意"] as const;

/** What is written where an item was left open on purpose. */
export const notJudged = "未评价";
