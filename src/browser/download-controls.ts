/**
 * Makes the buttons under charts work. What makes the files is fetched when the first of them is pointed at or focused,
 * so that it is here when the network is cut before one is pressed.
 */
export function offerDownloads(document: Document): void {
  const fetchAhead = ({ target }: Event) => {
    if (!(target instanceof Element) || !target.closest("[data-download]")) return;
    for (const kind of ahead) document.removeEventListener(kind, fetchAhead);
    makers().catch(() => {});
  };
  for (const kind of ahead) document.addEventListener(kind, fetchAhead);
  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLButtonElement>("[data-download]") : null;
    if (button && button.getAttribute("aria-busy") !== "true") void answer(button);
  });
}

const ahead = ["pointerover", "focusin"] as const;
let tries = 0;

/** Browsers remember that a module could not be fetched, until the page is loaded anew; under another address it can. */
async function makers(): Promise<typeof import("./downloads.ts")> {
  try {
    return await import("./downloads.ts");
  } catch (error) {
    const url = /https?:\S+\.js/.exec(String(error))?.[0];
    if (url === undefined) throw error;
    tries += 1;
    return await import(/* @vite-ignore */ `${url}?again=${tries}`);
  }
}

async function answer(button: HTMLButtonElement): Promise<void> {
  const { parentElement: row } = button;
  row?.querySelector("[role=alert]")?.remove();
  button.setAttribute("aria-busy", "true");
  try {
    const { download } = await makers();
    await download(button);
  } catch (error) {
    const said = button.ownerDocument.createElement("span");
    said.setAttribute("role", "alert");
    said.textContent = row?.dataset["failed"] ?? "";
    row?.append(said);
    console.error(error);
  } finally {
    button.removeAttribute("aria-busy");
  }
}
