import type { Entry } from "./entries.ts";

/** A result as it stands in the list: its name, what it is and where it stands. `words`: the dialog with its words. */
export function optionOf(entry: Entry, place: number, words: HTMLElement): HTMLElement {
  const { ownerDocument: document, dataset } = words;
  const part = (kind: string, text: string) => {
    const element = document.createElement("span");
    element.className = kind;
    element.textContent = text;
    return element;
  };
  const option = document.createElement("li");
  option.id = `search-result-${place}`;
  option.role = "option";
  option.ariaSelected = "false";
  option.dataset["href"] = entry.href;
  option.append(part("name", entry.name));
  const kind = entry.kind === "branch" ? entry.level : (dataset[entry.kind] ?? "");
  const marks = entry.closed ? [kind, dataset["closed"] ?? ""] : [kind];
  const formerly = dataset["formerly"] ?? "{name}";
  const [former] = entry.former;
  option.append(
    ...(entry.path.length > 0 ? [" ", part("path", entry.path.join(" › "))] : []),
    ...(former === undefined ? [] : [" ", part("former", formerly.replace("{name}", former))]),
    " ",
    part("kind", marks.join(" · ")),
  );
  return option;
}
