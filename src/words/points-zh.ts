/** 得分变化的大小带“分”；已带单位的（如“个百分点”）不加。数字与“分”之间不换行。 */
export function inPoints(size: string): string {
  return /\d$/.test(size) ? `${size}\u00a0分` : size;
}
