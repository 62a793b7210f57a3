/** Light, dark, or as the device has it; kept in this browser. The page wears it before it is painted (THEME_SCRIPT). */

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

const KEY = "theme";

/** Runs in the head, before anything is painted, as the text that it is: the page's policy names its hash. */
export const THEME_SCRIPT = `try{var t=localStorage.getItem("${KEY}");if(t==="light"||t==="dark")document.documentElement.dataset.theme=t}catch(e){}`;

const watching = new Set<() => void>();

/** What the page wears. */
export function chosen(): Theme {
  return known(document.documentElement.dataset.theme);
}

/** Wear a theme and keep it; "system" keeps nothing. */
export function choose(theme: Theme): void {
  try {
    if (theme === "system") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // A browser that stores nothing wears it until the page is left.
  }
  wear(theme);
}

/** Hear of a choice, also of one in another tab; returns how to stop. */
export function onChoice(tell: () => void): () => void {
  const elsewhere = (event: StorageEvent) => {
    if (event.key === KEY) wear(known(event.newValue));
  };
  watching.add(tell);
  addEventListener("storage", elsewhere);
  return () => {
    watching.delete(tell);
    removeEventListener("storage", elsewhere);
  };
}

function wear(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  watching.forEach((tell) => tell());
}

function known(kept: string | null | undefined): Theme {
  return THEMES.find((theme) => theme === kept) ?? "system";
}
