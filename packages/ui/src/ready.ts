import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** Whether the page has come to life in a browser; false while it is as it was built. */
export function useReady(): boolean {
  return useSyncExternalStore(never, () => true, () => false);
}
