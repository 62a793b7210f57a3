"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { Badge } from "@/shell/badge";
import { Dialog } from "@/shell/dialog";
import { Loading } from "@/shell/loading";
import { Panel } from "@/shell/page";
import { Refusal } from "@/shell/refusal";
import { at } from "@/shell/words";
import { differences, typed, type Json } from "./leaves";

type Version = Schemas["PolicyVersionInfo"];

/** Every version: from when it holds, who made it and why, and what it changed. */
export function Versions({ inForce }: { inForce: number }) {
  const [shown, show] = useState<Version | null>(null);
  const found = useQuery({ queryKey: ["policies", "versions"], queryFn: () => answered(api.GET("/api/v1/admin/policies/versions")) });
  return (
    <Panel title="Versions">
      <Refusal error={found.error} className="m-4" />
      {found.isPending ? <Loading what="the versions" /> : null}
      <ul className="divide-y divide-line text-sm">
        {found.data?.map((one) => (
          <li key={one.version} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5">
            <span className="font-semibold">Version {one.version}</span>
            {one.version === inForce ? <Badge look="good">in force</Badge> : null}
            {Date.parse(one.effective_from) > Date.now() ? <Badge look="wait">from {at(one.effective_from, new Date())}</Badge> : null}
            <span className="mr-auto text-quiet">
              {one.note}, {at(one.created_at, new Date())}
            </span>
            {one.version > 1 ? (
              <Button look="plain" size="small" className="min-h-6" aria-label={`What version ${one.version} changed`} onClick={() => show(one)}>
                What it changed
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {shown ? <Changed version={shown.version} onClose={() => show(null)} /> : null}
    </Panel>
  );
}

function Changed({ version, onClose }: { version: number; onClose: () => void }) {
  const pair = useQuery({
    queryKey: ["policies", "versions", version],
    queryFn: () => Promise.all([version - 1, version].map((one) => answered(api.GET("/api/v1/admin/policies/versions/{version}", { params: { path: { version: one } } })))),
    staleTime: Infinity,
  });
  const [before, after] = pair.data ?? [];
  const rows = before && after ? differences(before.profile as unknown as Json, after.profile as unknown as Json) : [];
  return (
    <Dialog title={`Version ${version} against version ${version - 1}`} open onClose={onClose}>
      <Refusal error={pair.error} />
      {pair.isPending ? <Loading what="both versions" /> : null}
      <dl className="grid gap-3 text-sm">
        {rows.map((row) => (
          <div key={row.path}>
            <dt className="font-mono text-xs text-quiet">{row.path}</dt>
            <dd className="whitespace-pre-wrap">
              {typed(row.old ?? null) || "nothing"} → {typed(row.new ?? null) || "nothing"}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
