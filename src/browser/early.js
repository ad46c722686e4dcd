// @ts-check
/**
 * Runs before the first paint, so that the page never stands in colours that its reader did not choose, and so that
 * controls which need scripts are there from the start. Kept apart from all else: the page waits for it.
 */
(() => {
  const { dataset } = document.documentElement;
  dataset["scripted"] = "";
  // Until a view is counted, what the page came with must not look like it.
  if (/[?&](?!print=|embed=|v=|as=|utm_)[^=&]+=/.test(location.search)) dataset["view"] = "asked";
  if (/[?&]embed=[^&]/.test(location.search)) dataset["embed"] = "";
  try {
    const theme = localStorage.getItem("manyi-theme");
    if (theme === "light" || theme === "dark") dataset["theme"] = theme;
  } catch {
    // Storage can be forbidden; the system's colours hold then.
  }
})();
