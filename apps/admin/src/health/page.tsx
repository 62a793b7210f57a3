"use client";

import { useQuery } from "@tanstack/react-query";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { Badge } from "@/shell/badge";
import { Loading } from "@/shell/loading";
import { Page, Panel } from "@/shell/page";
import { Refusal } from "@/shell/refusal";
import { Table } from "@/shell/table";
import { Findings } from "./findings";
import { plain, since } from "@/shell/words";

/** What the product stands on, read anew every ten seconds. */
export function Health() {
  const health = useQuery({
    queryKey: ["health"],
    queryFn: () => answered(api.GET("/api/v1/admin/health")),
    refetchInterval: 10_000,
  });
  return (
    <Page title="System health" about="Read anew every ten seconds.">
      <Refusal error={health.error} again={() => void health.refetch()} />
      {health.isPending ? <Loading what="the system’s health" lines={5} /> : null}
      {health.data ? (
        <div className="grid items-start gap-5 xl:grid-cols-2">
          <Parts health={health.data} />
          <Jobs jobs={health.data.jobs} now={new Date(health.data.now)} />
          <Channels channels={health.data.channels} now={new Date(health.data.now)} />
          <Findings />
        </div>
      ) : null}
    </Page>
  );
}

function Parts({ health: { database, models, version } }: { health: Schemas["SystemHealth"] }) {
  return (
    <Panel title="Parts">
      <dl className="grid grid-cols-[8rem_1fr] gap-x-4 gap-y-2 p-4 text-sm">
        <dt className="text-quiet">Database</dt>
        <dd>
          <Badge look="good">answers</Badge> PostgreSQL {database}
        </dd>
        <dt className="text-quiet">Model</dt>
        <dd>
          {models.configured ? (
            <>
              <Badge look={models.resting ? "problem" : "good"}>{models.resting ? "rests after failures" : "in use"}</Badge> {models.configured}, behind it the built-in one
            </>
          ) : (
            <>
              <Badge look="good">in use</Badge> the built-in one; no provider is configured
            </>
          )}
        </dd>
        <dt className="text-quiet">Version</dt>
        <dd>{version}</dd>
      </dl>
    </Panel>
  );
}

function Jobs({ jobs, now }: { jobs: Schemas["JobsHealth"]; now: Date }) {
  return (
    <Panel title="Background jobs">
      <dl className="grid grid-cols-[8rem_1fr] gap-x-4 gap-y-2 p-4 text-sm">
        <dt className="text-quiet">Waiting</dt>
        <dd>
          {jobs.waiting}
          {jobs.oldest_waiting ? `, the oldest came ${since(jobs.oldest_waiting, now)}` : ""}
        </dd>
        <dt className="text-quiet">Running</dt>
        <dd>{jobs.running}</dd>
        <dt className="text-quiet">For later</dt>
        <dd>{jobs.scheduled}</dd>
        <dt className="text-quiet">Failed</dt>
        <dd>{jobs.failed > 0 ? <Badge look="problem">{jobs.failed}</Badge> : "none"}</dd>
      </dl>
      {jobs.failures.length > 0 ? (
        <Table
          caption="Jobs that failed"
          rows={jobs.failures}
          keyOf={({ name }) => name}
          columns={[
            { name: "Job", cell: ({ name }) => name },
            { name: "How many", cell: ({ count }) => count, isFigure: true },
            { name: "Last", cell: ({ last_at }) => since(last_at, now) },
          ]}
        />
      ) : null}
    </Panel>
  );
}

function Channels({ channels, now }: { channels: Schemas["ChannelLife"][]; now: Date }) {
  return (
    <Panel title="Channels">
      {channels.length === 0 ? (
        <p className="p-4 text-sm text-quiet">No message came or left yet. Write one in the web chat of the site, and it shows here.</p>
      ) : (
        <Table
          caption="List of channels"
          rows={channels}
          keyOf={({ channel }) => channel}
          columns={[
            { name: "Channel", cell: ({ channel }) => plain(channel) },
            { name: "Last in", cell: ({ last_in }) => (last_in ? since(last_in, now) : "never") },
            { name: "Last out", cell: ({ last_out }) => (last_out ? since(last_out, now) : "never") },
            { name: "Waiting", cell: ({ waiting }) => waiting, isFigure: true },
            { name: "Failed today", cell: ({ failed }) => (failed > 0 ? <Badge look="problem">{failed}</Badge> : 0), isFigure: true },
          ]}
        />
      )}
    </Panel>
  );
}
