import { render } from "preact";
import { useState } from "preact/hooks";
import { type Words, wordsIn } from "../../words/words.ts";
import { copyText } from "./copy-text.ts";
import { embedHeight, frameWidths } from "./embed-height.ts";
import { SheetHead } from "./parts.tsx";

/** The code of a frame that shows one panel of a page with the page's view, as high as it is in frames of any width that it fits. */
export function embedCode(
  { href }: Pick<Location, "href">,
  { id, title, height }: { readonly id: string; readonly title: string; readonly height: number },
): string {
  const url = new URL(href);
  const query = url.search
    .slice(1)
    .split("&")
    .filter((part) => part !== "" && !/^(embed|print)=/.test(part));
  const address = `${url.origin}${url.pathname}?${[...query, `embed=${encodeURIComponent(id)}`].join("&")}`;
  const style = `border:0;width:100%;max-width:${frameWidths.most}px`;
  return `<iframe src="${escaped(address)}" title="${escaped(title)}" height="${height}" style="${style}" loading="lazy"></iframe>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}

/** Opens a small dialog with the code of a panel's frame, to be copied. */
export async function openEmbedCode(button: HTMLElement): Promise<void> {
  const { ownerDocument: document } = button;
  const panel = button.closest<HTMLElement>("section[id]");
  if (!panel) return;
  const words = wordsIn(document.documentElement.lang.startsWith("zh") ? "zh" : "en");
  const title = panel.querySelector("h2, h3")?.textContent ?? document.title;
  const height = await embedHeight(panel);
  const code = embedCode(document.location, { id: panel.id, title, height });
  const dialog = document.createElement("dialog");
  dialog.className = "embed-dialog screen-only";
  dialog.setAttribute("aria-label", words.view.filters.embed);
  document.body.append(dialog);
  render(<Code {...{ code, words, document }} />, dialog);
  dialog.addEventListener("close", () => {
    render(null, dialog);
    dialog.remove();
    button.focus();
  });
  dialog.showModal();
  dialog.querySelector("textarea")?.select();
}

function Code({
  code,
  words,
  document,
}: {
  readonly code: string;
  readonly words: Words;
  readonly document: Document;
}) {
  const [said, setSaid] = useState("");
  const { filters } = words.view;
  const copy = async () =>
    setSaid((await copyText(document, code)) ? filters.codeCopied : filters.codeSelect);
  return (
    <form method="dialog">
      <SheetHead title={filters.embed} words={words} />
      <label>
        <span class="note">
          {filters.embedWhy}
          {words.sentenceGap}
          {filters.embedFits(String(frameWidths.least), String(frameWidths.most))}
        </span>
        <textarea readOnly rows={5} value={code} spellcheck={false} />
      </label>
      <div class="filter-foot">
        <p role="status">{said}</p>
        <button type="button" class="filter-done" onClick={() => void copy()}>
          {filters.copyCode}
        </button>
      </div>
    </form>
  );
}
