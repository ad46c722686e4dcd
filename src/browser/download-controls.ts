/** Makes the buttons under charts work. What makes the files is fetched when the first of them is pressed. */
export function offerDownloads(document: Document): void {
  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLButtonElement>("[data-download]") : null;
    if (button && button.getAttribute("aria-busy") !== "true") void answer(button);
  });
}

async function answer(button: HTMLButtonElement): Promise<void> {
  const { parentElement: row } = button;
  row?.querySelector("[role=alert]")?.remove();
  button.setAttribute("aria-busy", "true");
  try {
    const { download } = await import("./downloads.ts");
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
