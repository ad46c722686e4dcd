import { problems } from "./problem.ts";

export const climate = problems([
  ["Air conditioning doesn't cool fast enough", "空调制冷慢", 8],
  ["Heating doesn't warm fast enough", "空调制热慢", 7],
  ["Cabin doesn't keep the set temperature", "车内温度忽冷忽热", 6],
  ["Rear passengers too hot or cold", "后排冷热不均", 6],
  ["Fan too loud", "空调风机噪声大", 9],
  ["Air conditioning whistles or clicks", "空调有哨声或哒哒声", 5],
  ["Musty smell from the vents", "空调有霉味", 9],
  ["Fumes from outside enter the cabin", "车外异味进入车内", 4],
  ["Windscreen mists up", "前挡玻璃起雾", 7],
  ["Rear window defroster too weak", "后挡除霜效果差", 2],
  ["Air vents can't be aimed", "出风口方向不好调", 6],
  ["Air vents broke or came loose", "出风口拨片断裂或松脱", 2],
  ["Air blows straight in the face", "风直吹脸，避不开", 4],
  ["Climate controls hard to use on the screen", "空调只能在屏幕上调，不方便", 9],
  ["Automatic mode blows too strongly", "自动模式风量过大", 4],
  ["Driver's and passenger's temperatures can't be set apart", "主副驾温度不能分别调节", 2],
  ["Cooling or heating before departure fails", "远程预冷、预热失败", 4],
  ["Water drips inside from the air conditioning", "空调冷凝水滴入车内", 2],
  ["Air purifier or particle display doesn't work", "空气净化或 PM2.5 显示异常", 2],
  ["Air conditioning uses too much range or fuel", "开空调后续航或油耗变化大", 8],
]);
