import { Fragment } from "preact";

/** What names a time in Chinese and is not to be parted over two lines, such as 第一季度 or 上半年. */
const period = /(第[一二三四五六七八九十\d]{1,3}(?:季度|期|轮|波)|[上下]半年)/;

/** A heading of which the name of a wave's period stands on one line. */
export function KeptTitle({ text }: { readonly text: string }) {
  const parts = text.split(period);
  if (parts.length === 1) return <>{text}</>;
  return (
    <>
      {parts.map((part, at) =>
        at % 2 === 1 ? (
          <span key={at} class="whitespace-nowrap">
            {part}
          </span>
        ) : (
          <Fragment key={at}>{part}</Fragment>
        ),
      )}
    </>
  );
}
