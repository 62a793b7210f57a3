import { classes } from "@hibachi/ui/classes";
import { capital, guests, money } from "@/facts/words";
import type { Quote } from "./price";

/** A quote as a kitchen ticket: every line, what it adds up to, and what is due when. */
export function Ticket({ quote, stale = false }: { quote: Quote; stale?: boolean }) {
  return (
    <section
      aria-label="Your price"
      aria-live="polite"
      aria-busy={stale}
      className={classes("torn bg-raised px-6 pt-6 font-mono text-sm shadow-sm transition-opacity", stale && "opacity-60")}
    >
      <p className="flex justify-between border-b border-dashed border-line pb-3 text-quiet">
        <span>{guests(quote.party)}</span>
        <span>{quote.zip ?? "no ZIP yet"}</span>
      </p>
      <ul className="grid gap-1.5 py-3">
        {quote.lines.map((line) => (
          <Line key={`${line.component} ${line.key}`} line={line} />
        ))}
        {quote.travel?.kind === "fee" && quote.travel.fee === "0.00" ? (
          <li className="flex justify-between gap-4">
            <span>Travel to {quote.travel.city}</span>
            <span>free</span>
          </li>
        ) : null}
      </ul>
      <Sum quote={quote} />
    </section>
  );
}

function Line({ line }: { line: Quote["lines"][number] }) {
  return (
    <li className="flex justify-between gap-4">
      <span>
        {line.quantity} {line.label}
        <span className="text-quiet"> × {money(line.unit)}</span>
      </span>
      <span className="tabular-nums">{money(line.amount)}</span>
    </li>
  );
}

function Sum({ quote }: { quote: Quote }) {
  const whole = quote.travel_included && quote.total !== null;
  return (
    <div className="border-t border-dashed border-line py-4">
      <p className="flex items-baseline justify-between font-sans">
        <span className="font-semibold">{whole ? "Total" : "Food, without travel"}</span>
        <span data-testid="total" className="font-display text-4xl font-semibold tabular-nums">
          {money(whole && quote.total ? quote.total : quote.food_total)}
        </span>
      </p>
      {whole && quote.per_person ? (
        <p className="mt-1 text-right text-quiet">{money(quote.per_person)} a guest</p>
      ) : null}
      <p className="mt-3 font-sans text-sm text-quiet">{due(quote)}</p>
    </div>
  );
}

function due(quote: Quote): string {
  if (quote.unpriced === "not_served") return "This is outside the area that we serve; ask us, and a person will look.";
  if (quote.travel?.kind === "unknown") return `${capital(quote.travel.message)} ${quote.travel.next_step}`;
  if (!quote.travel_included || !quote.balance) return "Add the ZIP code of the party for the exact travel fee.";
  return `${money(quote.deposit)} holds the date and comes off the bill; ${money(quote.balance)} is due by the day of the party.`;
}
