import { useId, type ComponentProps } from "react";

type Props = ComponentProps<"textarea"> & { label: string; hint?: string };

/** A labelled field for words in several lines. */
export function Area({ label, hint, rows = 3, ...rest }: Props) {
  const id = useId();
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      <textarea
        id={id}
        rows={rows}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="w-full rounded-xl border border-line bg-raised px-3 py-2 text-base text-ink placeholder:text-quiet"
        {...rest}
      />
      {hint ? (
        <p id={`${id}-hint`} className="text-sm text-quiet">
          {hint}
        </p>
      ) : null}
    </div>
  );
}
