import type { ReactNode } from "react";
import { classes } from "@hibachi/ui/classes";

export type Column<Row> = {
  name: string;
  cell: (row: Row) => ReactNode;
  /** Figures stand on the right. */
  isFigure?: boolean;
  /** Left out on a phone. */
  isExtra?: boolean;
};

type Props<Row> = {
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  keyOf: (row: Row) => string | number;
  selected?: string | number | null;
};

/** A table whose caption is read out; the first column names the row. A row leads on by a link in one of its cells. What is only read out lies within it (relative), else it would make a phone's page wider. */
export function Table<Row>({ caption, columns, rows, keyOf, selected }: Props<Row>) {
  return (
    <div className="relative overflow-x-auto" tabIndex={0} role="region" aria-label={caption}>
      <table className="w-full text-left text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-line text-quiet">
            {columns.map((column) => (
              <th key={column.name} scope="col" className={place(column, "py-2 font-medium")}>
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={keyOf(row)}
              data-row
              aria-current={selected === keyOf(row) ? "true" : undefined}
              className="border-b border-line last:border-0 hover:bg-raised aria-[current]:bg-ember-soft"
            >
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.name} scope="row" className={place(column, "py-2.5 font-semibold")}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.name} className={place(column, "py-2.5")}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function place<Row>({ isFigure, isExtra }: Column<Row>, given: string): string {
  return classes("px-3 align-top", given, isFigure && "text-right tabular-nums", isExtra && "hidden md:table-cell");
}
