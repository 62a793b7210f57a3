import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { classes } from "./classes";

export const button = cva(
  "inline-flex items-center justify-center gap-2 font-semibold transition-colors disabled:opacity-50",
  {
    variants: {
      look: {
        primary: "bg-ember text-ember-ink hover:brightness-110",
        quiet: "border border-line bg-raised text-ink hover:border-ink",
        plain: "text-ink underline decoration-line underline-offset-4 hover:decoration-ember",
      },
      size: { regular: "min-h-11 rounded-full px-5 text-base", small: "min-h-9 rounded-lg px-3 text-sm" },
      width: { hug: "", full: "w-full" },
    },
    compoundVariants: [{ look: "plain", className: "px-2" }],
    defaultVariants: { look: "primary", size: "regular", width: "hug" },
  },
);

type Props = ComponentProps<"button"> & VariantProps<typeof button>;

/** A button; `look` says how much it asks to be pressed. */
export function Button({ className, look, size, width, type = "button", ...rest }: Props) {
  return <button type={type} className={classes(button({ look, size, width }), className)} {...rest} />;
}
