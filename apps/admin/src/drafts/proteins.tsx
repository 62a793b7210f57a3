import { Panel } from "@/shell/page";
import { money } from "@/shell/words";

type Line = { name: string; amount: string; count: number | null };

/** The lines of what the chosen dishes cost, as the engine gave them. Anything that is no such line is left out. */
export function linesOf(proteins: Record<string, unknown> | null): Line[] {
  const given = proteins?.breakdown;
  if (!Array.isArray(given)) return [];
  return given.flatMap((one: unknown) => {
    if (typeof one !== "object" || one === null) return [];
    const { label, amount, quantity } = one as Record<string, unknown>;
    if (typeof label !== "string" || typeof amount !== "string") return [];
    return [{ name: label, amount, count: typeof quantity === "number" ? quantity : null }];
  });
}

/** What the chosen dishes cost, line by line; nothing where guests or dishes are not known. */
export function ProteinBreakdown({ proteins }: { proteins: Record<string, unknown> | null }) {
  const lines = linesOf(proteins);
  if (lines.length === 0) return null;
  return (
    <Panel title="Proteins">
      <table className="w-full text-sm">
        <caption className="sr-only">What the chosen dishes cost</caption>
        <tbody>
          {lines.map(({ name, amount, count }, index) => (
            <tr key={index} className="border-b border-line last:border-0">
              <th scope="row" className="px-4 py-2 text-left font-medium">
                {count === null ? name : `${count} × ${name}`}
              </th>
              <td className="px-4 py-2 text-right">{money(amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
