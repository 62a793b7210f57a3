import type { ComponentProps } from "react";
import { classes } from "./classes";

type Looks = {
  look?: "primary" | "quiet" | "plain";
  size?: "regular" | "small";
  width?: "hug" | "full";
  className?: string;
};

/** The classes of something that looks like a button (theme.css); a utility in `className` stands above what they say. */
export function button({ look = "primary", size = "regular", width = "hug", className }: Looks = {}): string {
  return classes("button", `button-${size}`, `button-${look}`, width === "full" && "w-full", className);
}

type Props = ComponentProps<"button"> & Looks;

/** A button; `look` says how much it asks to be pressed. */
export function Button({ className, look, size, width, type = "button", ...rest }: Props) {
  return <button type={type} className={button({ look, size, width, className })} {...rest} />;
}
