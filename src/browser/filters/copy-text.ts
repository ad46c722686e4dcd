/** Puts a text where the reader can paste it from. False where the browser does not allow it. */
export async function copyText(document: Document, text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copiedBySelection(document, text);
  }
}

/** Pages that are not secure, as on an intranet, have no clipboard but what is selected. */
function copiedBySelection(document: Document, text: string): boolean {
  const field = document.createElement("textarea");
  const focused = document.activeElement;
  field.value = text;
  field.className = "sr-only";
  document.body.append(field);
  field.select();
  // Out of the standards and in every browser: the only way there.
  const isCopied = (document as { execCommand(command: "copy"): boolean }).execCommand("copy");
  field.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return isCopied;
}
