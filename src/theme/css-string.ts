/** A text as CSS takes it: quoted, with what would end or break the string escaped. */
export function cssString(text: string): string {
  const escaped = text.replaceAll(
    /["\\<]|\p{Cc}/gu,
    (character) => `\\${character.codePointAt(0)?.toString(16)} `,
  );
  return `"${escaped}"`;
}
