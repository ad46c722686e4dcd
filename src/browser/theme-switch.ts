/** The name under which the choice is kept; `early.js` reads it before the first paint. */
export const themeKey = "manyi-theme";

/** Lets a reader choose between the system's colours, light and dark ones; the choice holds for the whole site. */
export function startThemeSwitch(document: Document): void {
  const buttons = [...document.querySelectorAll<HTMLButtonElement>("[data-theme-switch] button")];
  const show = () => {
    const { theme = "system" } = document.documentElement.dataset;
    for (const button of buttons) button.ariaPressed = String(button.value === theme);
  };
  for (const button of buttons)
    button.addEventListener("click", () => {
      apply(document, button.value);
      keep(button.value);
      show();
    });
  // Another tab of the site, or this page coming back from the browser's memory.
  addEventListener("storage", ({ key, newValue }) => {
    if (key !== themeKey) return;
    apply(document, newValue ?? "system");
    show();
  });
  show();
}

function apply({ documentElement }: Document, theme: string): void {
  if (theme === "system") delete documentElement.dataset["theme"];
  else documentElement.dataset["theme"] = theme;
}

/** Where storage is forbidden the choice holds for this page. */
function keep(theme: string): void {
  try {
    if (theme === "system") localStorage.removeItem(themeKey);
    else localStorage.setItem(themeKey, theme);
  } catch {}
}
