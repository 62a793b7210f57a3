import { useId, type ComponentProps } from "react";
import { classes } from "./classes";

type Props = ComponentProps<"input"> & { label: string; hint?: string; problem?: string | null };

/** A labelled input with its hint and, when something is wrong with it, the sentence that says what. */
export function Field({ label, hint, problem, className, ...rest }: Props) {
  const id = useId();
  const said = problem ?? hint;
  return (
    <div className={classes("grid gap-1.5", className)}>
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      <input
        id={id}
        aria-invalid={problem ? true : undefined}
        aria-describedby={said ? `${id}-said` : undefined}
        className="min-h-12 w-full rounded-xl border border-line bg-raised px-4 text-base text-ink placeholder:text-quiet aria-invalid:border-ember"
        {...rest}
      />
      {said ? (
        <p id={`${id}-said`} className={problem ? "text-sm text-ember" : "text-sm text-quiet"}>
          {said}
        </p>
      ) : null}
    </div>
  );
}
