/** Menus close by Escape, which gives the focus back, by a click elsewhere, and when the focus leaves them. */
export function startMenus(document: Document): void {
  const isOpen = (menu: HTMLDetailsElement) => menu.open;
  const menus = [...document.querySelectorAll<HTMLDetailsElement>("details[data-menu]")];
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of menus.filter(isOpen)) {
      const hadFocus = menu.contains(document.activeElement);
      menu.open = false;
      if (hadFocus) menu.querySelector("summary")?.focus();
    }
  });
  const closeOthers = ({ target }: Event) => {
    for (const menu of menus.filter(isOpen)) if (!menu.contains(target as Node)) menu.open = false;
  };
  document.addEventListener("pointerdown", closeOthers);
  document.addEventListener("focusin", closeOthers);
}
