/** Words that stand in place of a figure become buttons that say why, for those who can't hover. */
export function explainMissing(table: HTMLTableElement): void {
  const { ownerDocument: document } = table;
  for (const word of table.querySelectorAll<HTMLElement>(".why[title]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = word.className;
    button.textContent = word.textContent;
    button.setAttribute("aria-expanded", "false");
    button.dataset["why"] = word.title;
    button.addEventListener("click", () => toggle(button));
    word.replaceWith(button);
  }
}

/** Shows the reason in a note of its own, which Escape, a click elsewhere or the same button closes. */
function toggle(button: HTMLButtonElement): void {
  const { ownerDocument: document } = button;
  const open = document.querySelector<HTMLElement>(".why-note");
  const wasOwn = open?.previousElementSibling === button;
  open?.hidePopover();
  if (wasOwn) return;
  const note = document.createElement("span");
  note.className = "why-note";
  note.setAttribute("popover", "auto");
  note.setAttribute("role", "status");
  button.after(note);
  note.addEventListener("toggle", (event) => {
    if ((event as ToggleEvent).newState === "open") return;
    button.setAttribute("aria-expanded", "false");
    note.remove();
  });
  note.showPopover();
  button.setAttribute("aria-expanded", "true");
  note.textContent = button.dataset["why"] ?? "";
  const { left, bottom, top } = button.getBoundingClientRect();
  const { width, height } = note.getBoundingClientRect();
  const view = document.documentElement;
  note.style.left = `${Math.max(8, Math.min(left, view.clientWidth - width - 8))}px`;
  note.style.top = `${bottom + height + 8 < view.clientHeight ? bottom + 4 : top - height - 4}px`;
}
