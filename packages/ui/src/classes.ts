import { clsx, type ClassValue } from "clsx";

/** Class names joined. None may contradict another: which of two wins, the style sheet decides, not their order here. */
export function classes(...given: ClassValue[]): string {
  return clsx(given);
}
