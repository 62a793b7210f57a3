"use client";

import { useQuery } from "@tanstack/react-query";
import { answered, api, type Schemas } from "@hibachi/api-client";
import type { ReactNode } from "react";
import { useFacts } from "@/facts/facts";
import prerendered from "@/facts/prerendered-privacy.json";
import { STORED } from "@/facts/stored";
import { capital } from "@/facts/words";

/** What this page alone was built with: every other page does without its words. */
const BUILT_WITH: { privacy: Schemas["PublicPrivacy"]; processors: Schemas["Processor"][] } = prerendered;

/** What becomes of a visitor's data: the business's own words, who works for it, and what the browser keeps. */
export function Privacy() {
  const { business, version } = useFacts().policies;
  const { data: privacy = BUILT_WITH.privacy } = useQuery({
    queryKey: ["privacy"],
    queryFn: async () => (await answered(api.GET("/api/v1/policies/public"))).privacy,
  });
  return (
    <article className="py-8">
      <h1 className="text-5xl font-semibold tracking-tight">Privacy</h1>
      <p className="mt-4 text-quiet">
        Version {version} of {business.name}.
      </p>
      {privacy.sections.map(({ title, text }) => (
        <Section key={title} title={title}>
          {text.split(/\n+/).map((paragraph) => (
            <p key={paragraph} className="mt-3 text-lg">
              {paragraph}
            </p>
          ))}
        </Section>
      ))}
      <Section title="Who works for us">
        <Processors />
      </Section>
      <Section title="What your browser keeps">
        <p className="mt-3 text-lg">No cookies. These stay in your own browser and can be deleted there at any time:</p>
        <dl className="mt-3 divide-y divide-line border-y border-line">
          {Object.entries(STORED).map(([name, { what, until }]) => (
            <div key={name} className="py-2.5">
              <dt className="text-lg">{what}</dt>
              <dd className="text-quiet">Until {until}.</dd>
            </div>
          ))}
        </dl>
      </Section>
    </article>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-8 max-w-prose">
      <h2 className="text-2xl font-semibold">{title}</h2>
      {children}
    </section>
  );
}

function Processors() {
  const { data } = useQuery({
    queryKey: ["processors"],
    queryFn: () => answered(api.GET("/api/v1/policies/processors")),
    placeholderData: BUILT_WITH.processors,
  });
  if (!data?.length) return <p className="mt-3 text-lg">Nobody: your data stay on our own server.</p>;
  return (
    <dl className="mt-3 divide-y divide-line border-y border-line">
      {data.map(({ name, purpose }) => (
        <div key={name} className="py-2.5">
          <dt className="text-lg font-semibold">{name}</dt>
          <dd>{capital(purpose)}.</dd>
        </div>
      ))}
    </dl>
  );
}
