import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { classes } from "./classes";

export const button = cva(
  "inline-flex min-h-11 items-center justify-center gap-2 rounded-full px-5 text-base font-semibold transition-colors disabled:opacity-50",
  {
    variants: {
      look: {
        primary: "bg-ember text-ember-ink hover:brightness-110",
        quiet: "border border-line bg-raised text-ink hover:border-ink",
        plain: "px-2 text-ink underline decoration-line underline-offset-4 hover:decoration-ember",
      },
      width: { hug: "", full: "w-full" },
    },
    defaultVariants: { look: "primary", width: "hug" },
  },
);

type Props = ComponentProps<"button"> & VariantProps<typeof button>;

/** A button; `look` says how much it asks to be pressed. */
export function Button({ className, look, width, type = "button", ...rest }: Props) {
  return <button type={type} className={classes(button({ look, width }), className)} {...rest} />;
}
