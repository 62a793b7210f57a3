import { Minus, Plus } from "lucide-react";

type Props = {
  label: string;
  note?: string;
  value: number;
  least?: number;
  most?: number;
  onChange: (value: number) => void;
};

/** A small number with a button for less and one for more; the number can be typed too. */
export function Stepper({ label, note, value, least = 0, most = 1000, onChange }: Props) {
  const bounded = (wanted: number) => onChange(Math.min(most, Math.max(least, wanted)));
  return (
    <div className="flex items-center justify-between gap-4 py-2">
      <div>
        <p className="font-semibold">{label}</p>
        {note ? <p className="text-sm text-quiet">{note}</p> : null}
      </div>
      <div className="flex items-center gap-1">
        <Step label={`One less: ${label}`} disabled={value <= least} onClick={() => bounded(value - 1)}>
          <Minus aria-hidden className="size-4" />
        </Step>
        <input
          inputMode="numeric"
          aria-label={label}
          className="h-11 w-14 rounded-lg bg-transparent text-center text-lg font-semibold tabular-nums"
          value={value}
          onFocus={(event) => event.target.select()}
          onChange={(event) => bounded(Number(event.target.value.replace(/\D/g, "")) || 0)}
        />
        <Step label={`One more: ${label}`} disabled={value >= most} onClick={() => bounded(value + 1)}>
          <Plus aria-hidden className="size-4" />
        </Step>
      </div>
    </div>
  );
}

type StepProps = { label: string; disabled: boolean; onClick: () => void; children: React.ReactNode };

function Step({ label, disabled, onClick, children }: StepProps) {
  return (
    <button
      type="button"
      aria-label={label}
      disabled={disabled}
      onClick={onClick}
      className="grid size-11 place-items-center rounded-full border border-line bg-raised hover:border-ink [&[disabled]]:opacity-40"
    >
      {children}
    </button>
  );
}
