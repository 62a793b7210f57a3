import { Button } from "@hibachi/ui/button";
import { capital, listed } from "@/facts/words";
import type { Own } from "./choosing";

/** An entry that this browser made; it can be corrected until the menu is final. */
export function Entry({ own, onCorrect }: { own: Own; onCorrect: (() => void) | null }) {
  const dishes = own.dishes.map(({ label }) => label);
  return (
    <section aria-label={own.name} className="flex flex-wrap items-center justify-between gap-4 rounded-2xl border border-line bg-raised p-5">
      <div>
        <h2 className="text-xl font-semibold">{own.name}</h2>
        <p>{dishes.length ? capital(listed(dishes)) : own.age === "toddler" ? "Eats along" : "No protein chosen"}</p>
        {own.allergies ? <p className="text-ember">Allergic to {own.allergies}</p> : null}
        {own.diet ? <p className="text-quiet">{own.diet}</p> : null}
      </div>
      {onCorrect ? (
        <Button look="quiet" onClick={onCorrect} aria-label={`Correct ${own.name}`}>
          Correct it
        </Button>
      ) : null}
    </section>
  );
}
