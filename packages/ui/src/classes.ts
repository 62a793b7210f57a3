import { clsx, type ClassValue } from "clsx";
import { twMerge } from "tailwind-merge";

/** Class names joined; of two Tailwind classes that contradict each other the later one stays. */
export function classes(...given: ClassValue[]): string {
  return twMerge(clsx(given));
}
