/** Put words into the clipboard; false where the browser does not let us. Plain HTTP has no clipboard, so the old way is tried too. */
export async function copied(words: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return copiedBySelection(words);
  }
}

function copiedBySelection(words: string): boolean {
  const field = document.createElement("textarea");
  field.value = words;
  field.className = "sr-only";
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  return done;
}
