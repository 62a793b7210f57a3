import type { ReactNode } from "react";

/** A form as it stands in the built page: seen at once and in its place, its fields shut until the page can take them. */
export function NotYet({ children }: { children: ReactNode }) {
  return (
    <fieldset disabled aria-busy className="contents">
      {children}
    </fieldset>
  );
}
