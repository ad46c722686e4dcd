import { withView } from "../view-query.ts";
import { isLoading, loadEntries } from "./load.ts";
import { type Found, search } from "./match.ts";
import { optionOf } from "./option.ts";

/** So many results are shown; more are counted. */
const mostShown = 50;

interface Parts {
  readonly dialog: HTMLDialogElement;
  readonly field: HTMLInputElement;
  readonly list: HTMLElement;
  readonly count: HTMLElement;
}

/** Makes an open search dialog work: fetches what it searches and answers every keystroke. */
export async function fillSearch(dialog: HTMLDialogElement): Promise<void> {
  const field = dialog.querySelector("input");
  const list = dialog.querySelector<HTMLElement>("[role=listbox]");
  const count = dialog.querySelector<HTMLElement>("[role=status]");
  if (!field || !list || !count) return;
  const parts: Parts = { dialog, field, list, count };
  if (dialog.dataset["filled"] === undefined) listen(parts);
  dialog.dataset["filled"] = "";
  await answer(parts);
}

function listen(parts: Parts): void {
  const { dialog, field, list } = parts;
  field.addEventListener("input", () => void answer(parts));
  field.addEventListener("keydown", (event) => onKey(parts, event));
  dialog.addEventListener("click", (event) => {
    const option = event.target instanceof Element ? event.target.closest("[role=option]") : null;
    if (option) follow(option, event);
    else if (event.target === dialog) dialog.close();
  });
  list.addEventListener("pointermove", ({ target }) => {
    const option = target instanceof Element ? target.closest("[role=option]") : null;
    if (option) choose(parts, option, { scroll: false });
  });
}

async function answer(parts: Parts): Promise<void> {
  const { dialog, field } = parts;
  const { loading: wait = "", failed = "" } = dialog.dataset;
  if (!isLoading()) tell(parts, wait);
  try {
    const entries = await loadEntries(dialog);
    show(parts, search(entries, field.value, { limit: mostShown }));
  } catch {
    // The next opening or keystroke tries again.
    tell(parts, failed);
  }
}

function show(parts: Parts, { entries, count }: Found): void {
  const { dialog, field, list } = parts;
  const { none = "", one = "", many = "", first = "" } = dialog.dataset;
  const sentence = count === 0 ? none : count === 1 ? one : count > entries.length ? first : many;
  tell(
    parts,
    field.value.trim() === ""
      ? ""
      : sentence.replace("{count}", String(count)).replace("{shown}", String(entries.length)),
  );
  list.replaceChildren(...entries.map((entry, place) => optionOf(entry, place, dialog)));
  field.ariaExpanded = String(entries.length > 0);
  choose(parts, list.firstElementChild);
}

function tell({ count }: Parts, sentence: string): void {
  if (count.textContent !== sentence) count.textContent = sentence;
}

/** Marks a result as the one that Enter opens; the focus stays in the field. */
function choose({ field, list }: Parts, option: Element | null | undefined, { scroll = true } = {}): void {
  list.querySelector("[aria-selected=true]")?.setAttribute("aria-selected", "false");
  option?.setAttribute("aria-selected", "true");
  if (option) field.setAttribute("aria-activedescendant", option.id);
  else field.removeAttribute("aria-activedescendant");
  if (scroll) option?.scrollIntoView({ block: "nearest", behavior: "instant" });
}

function onKey(parts: Parts, event: KeyboardEvent): void {
  // While Chinese is composed, the keys are the input method's.
  if (event.isComposing) return;
  const options = [...parts.list.children];
  const at = options.findIndex((option) => option.ariaSelected === "true");
  const next = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
  const jumps = options.length > 0 && (event.key === "Home" || event.key === "End");
  if (next !== undefined && options.length > 0) {
    event.preventDefault();
    choose(parts, options.at(next % options.length));
  } else if (jumps && atEdge(parts.field, event.key)) {
    event.preventDefault();
    choose(parts, event.key === "Home" ? options[0] : options.at(-1));
  } else if (event.key === "Enter") {
    // Only the button closes: Enter in a form's field would press it.
    event.preventDefault();
    if (options[at]) follow(options[at], event);
  }
}

/** Home and End first move within what is typed, as in any field, and at its edge through the results. */
function atEdge({ selectionStart, selectionEnd, value }: HTMLInputElement, key: string): boolean {
  return selectionStart === selectionEnd && selectionEnd === (key === "Home" ? 0 : value.length);
}

/** Goes to a result, in a new tab where the reader asks for one. */
function follow(option: Element, { ctrlKey, metaKey }: KeyboardEvent | MouseEvent): void {
  const href = withView(option.getAttribute("data-href") ?? "", option.ownerDocument);
  if (ctrlKey || metaKey) open(href, "_blank");
  else {
    option.closest("dialog")?.close();
    location.assign(href);
  }
}
