import { render } from "preact";
import { useState } from "preact/hooks";
import { type Words, wordsIn } from "../../words/words.ts";
import { copyText } from "./copy-text.ts";
import { SheetHead } from "./parts.tsx";

/** A frame that is a little higher than what it holds now; it scrolls where another width makes it higher still. */
const spareHeight = 120;

/** The code of a frame that shows one panel of a page with the page's view. */
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
  return `<iframe src="${escaped(address)}" title="${escaped(title)}" width="100%" height="${height}" style="border:0" loading="lazy"></iframe>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}

/** Opens a small dialog with the code of a panel's frame, to be copied. */
export function openEmbedCode(button: HTMLElement): void {
  const { ownerDocument: document } = button;
  const panel = button.closest<HTMLElement>("section[id]");
  if (!panel) return;
  const words = wordsIn(document.documentElement.lang.startsWith("zh") ? "zh" : "en");
  const title = panel.querySelector("h2, h3")?.textContent ?? document.title;
  const height = Math.ceil((panel.getBoundingClientRect().height + spareHeight) / 10) * 10;
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
        <span class="note">{filters.embedWhy}</span>
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
