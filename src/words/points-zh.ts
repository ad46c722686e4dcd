/** 得分变化的大小带“分”；已带单位的（如“个百分点”）不加。 */
export function inPoints(size: string): string {
  return /\d$/.test(size) ? `${size} 分` : size;
}
