/**
 * A text in GB18030, for there is a decoder in every runtime and an encoder in none. Only ASCII and the characters of
 * two bytes, which are all that a Chinese export holds; the four-byte ones, among them emoji, are left out.
 *
 * @throws RangeError at the first character that is neither
 * @example encodeGb18030("很好") // Uint8Array [0xba, 0xdc, 0xba, 0xc3]
 */
export function encodeGb18030(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(2 * text.length);
  let length = 0;
  for (const character of text) {
    for (const byte of bytesOf(character)) bytes[length++] = byte;
  }
  return bytes.slice(0, length);
}

function bytesOf(character: string): readonly number[] {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x80) return [point];
  const pair = pairs.get(character);
  if (pair) return pair;
  const name = `U+${point.toString(16).toUpperCase().padStart(4, "0")}`;
  throw new RangeError(`${JSON.stringify(character)} (${name}) has no two-byte code in GB18030.`);
}

/** Character → its two bytes: the decoder's own table, read backwards. */
const pairs = invertedDecoder();

function invertedDecoder(): ReadonlyMap<string, readonly [number, number]> {
  const decoder = new TextDecoder("gb18030");
  const table = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      // The ideographic space has two codes; the first is the one that programs write.
      if (!table.has(character)) table.set(character, [lead, trail]);
    }
  }
  return table;
}
