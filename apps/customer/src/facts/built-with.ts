import type { Facts } from "./facts";
import prerendered from "./prerendered.json";

/** What the pages were built with: the profile's facts, so that a page reads before the API answers. */
export const BUILT_WITH = prerendered as unknown as Facts;
