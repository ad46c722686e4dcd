/** Opens the search by its button, "/" or Ctrl/⌘-K; what it is made of is fetched when it is first opened. */
export function startSearch(document: Document): void {
  const dialog = document.querySelector<HTMLDialogElement>("[data-search-dialog]");
  const buttons = [...document.querySelectorAll<HTMLAnchorElement>("[data-search]")];
  if (!dialog || buttons.length === 0) return;
  const open = async () => {
    if (dialog.open) return;
    dialog.showModal();
    // At once: what is typed while the rest is fetched must not be taken for what was there before.
    const field = dialog.querySelector("input");
    field?.focus();
    field?.select();
    const { fillSearch } = await import("./search/dialog.ts");
    await fillSearch(dialog);
  };
  for (const button of buttons) {
    button.role = "button";
    button.ariaHasPopup = "dialog";
    button.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      void open();
    });
    button.addEventListener("keydown", (event) => {
      if (event.key !== " ") return;
      event.preventDefault();
      void open();
    });
  }
  document.addEventListener("keydown", (event) => {
    if (!opensSearch(event)) return;
    event.preventDefault();
    void open();
  });
}

/** "/" outside of fields, Ctrl-K or ⌘-K anywhere. */
function opensSearch({ key, ctrlKey, metaKey, altKey, isComposing, target }: KeyboardEvent): boolean {
  if (altKey || isComposing) return false;
  if (key.toLowerCase() === "k") return ctrlKey !== metaKey;
  // Just after the search was closed, the focus may still be in its field.
  const isTyping =
    target instanceof Element &&
    target.closest("input, textarea, select, [contenteditable]") !== null &&
    target.closest("dialog:not([open])") === null;
  return key === "/" && !ctrlKey && !metaKey && !isTyping;
}
