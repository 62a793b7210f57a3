"use client";

import { useQuery } from "@tanstack/react-query";
import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { answered, api } from "@hibachi/api-client";
import { Button, button } from "@hibachi/ui/button";
import { Notice } from "@hibachi/ui/notice";
import { useAddresses } from "@/shell/address";
import { Choice } from "@/shell/choice";
import { useKeys } from "@/shell/keys";
import { Loading } from "@/shell/loading";
import { useMay } from "@/shell/me";
import { Page } from "@/shell/page";
import { Refusal } from "@/shell/refusal";
import { day } from "@/shell/words";
import { useHome } from "@/parties/api";
import { Nearest } from "@/parties/refused";
import type { Booking } from "@/parties/words";
import { NewBlock, ShownBlock } from "./block-dialog";
import { dateIn, isDate, monday, plus } from "./days";
import { Board } from "./grid";
import { useMove, type Mover } from "./move";
import { FeeDialog, MoveDialog } from "./move-dialog";

const VIEWS = { week: "Week", day: "Day" };

/** The calendar of a week or a day, and everything that moves on it. */
export function Calendar() {
  const home = useHome();
  const { get, set } = useAddresses();
  const date = get("date");
  const view = get("view") === "day" ? "day" : "week";
  if (!home) return <Loading what="the calendar" lines={8} />;
  const today = dateIn(home, new Date());
  return <Shown view={view} date={isDate(date) ? date : today} today={today} set={set} />;
}

type Props = { view: "week" | "day"; date: string; today: string; set: (changes: Record<string, string | null>) => void };

function Shown({ view, date, today, set }: Props) {
  const first = view === "day" ? date : monday(date);
  const last = view === "day" ? date : plus(first, 6);
  const step = view === "day" ? 1 : 7;
  const [shown, show] = useState<{ move?: Booking; block?: string; newBlock?: boolean }>({});
  const mayBlock = useMay("calendar:write");
  const mover = useMove();
  const found = useQuery({
    queryKey: ["calendar", first, last],
    queryFn: () => answered(api.GET("/api/v1/admin/calendar", { params: { query: { first, last } } })),
    refetchInterval: 30_000,
  });
  const go = (days: number) => set({ date: plus(date, days) });
  useKeys({
    ArrowLeft: { does: () => go(-step), says: "Earlier" },
    ArrowRight: { does: () => go(step), says: "Later" },
    t: { does: () => set({ date: null }), says: "Today" },
  });
  const block = found.data?.spans.find((span) => span.id === shown.block);
  const close = () => show({});
  return (
    <Page
      title={view === "day" ? day(date) : `${day(first)} to ${day(last)}`}
      about="Drag a party to another chef, day or time, or press its handle. The server decides."
      actions={
        <>
          <Choice label="Show" value={view} options={VIEWS} onChange={(wanted) => set({ view: wanted === "day" ? "day" : null })} />
          <Step label="Earlier" onClick={() => go(-step)} icon={ChevronLeft} />
          <Button look="quiet" size="small" onClick={() => set({ date: today })}>
            Today
          </Button>
          <Step label="Later" onClick={() => go(step)} icon={ChevronRight} />
          <Link href={{ pathname: "/run-sheet", query: { date } }} className={button({ look: "quiet", size: "small" })}>
            Run sheet
          </Link>
          {mayBlock && found.data ? (
            <Button look="quiet" size="small" onClick={() => show({ newBlock: true })}>
              Block a chef
            </Button>
          ) : null}
        </>
      }
    >
      <RefusedMove mover={mover} />
      <Refusal error={found.error} again={() => void found.refetch()} />
      {found.data ? (
        <Board
          range={found.data}
          mover={mover}
          onMove={(move) => show({ move })}
          onBlock={(id) => show({ block: id })}
          onDay={(wanted) => set({ date: wanted, view: "day" })}
        />
      ) : found.error ? null : (
        <Loading what="the calendar" lines={8} />
      )}
      {found.data && shown.move ? <MoveDialog party={shown.move} range={found.data} mover={mover} onClose={close} /> : null}
      {found.data && shown.newBlock ? <NewBlock range={found.data} onClose={close} /> : null}
      {found.data && block ? <ShownBlock span={block} zone={found.data.zone} onClose={close} /> : null}
      <FeeDialog mover={mover} />
    </Page>
  );
}

function RefusedMove({ mover }: { mover: Mover }) {
  const { refused } = mover;
  if (!refused) return null;
  return (
    <Notice kind="problem" title={`${refused.party.name ?? "The party"} stays where it is: ${refused.reason}`}>
      <div className="grid justify-items-start gap-2">
        <p>{refused.next}</p>
        <Nearest
          openings={refused.openings}
          onTake={(one) => void mover.move(refused.party, { date: one.date, time: one.time, chef: refused.party.chef_id })}
        />
        <Button look="plain" size="small" onClick={mover.close}>
          Close
        </Button>
      </div>
    </Notice>
  );
}

function Step({ label, onClick, icon: Icon }: { label: string; onClick: () => void; icon: typeof ChevronLeft }) {
  return (
    <Button look="quiet" size="small" aria-label={label} onClick={onClick}>
      <Icon aria-hidden className="size-4" />
    </Button>
  );
}
