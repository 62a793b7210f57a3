"use client";

import { answers } from "@/facts/answers";
import { useFacts } from "@/facts/facts";

/** What both sides agree to: the policies in force, in sentences, with the version that they are of. */
export function Terms() {
  const facts = useFacts();
  const agreed = answers(facts).filter((group) => group.title !== "Food");
  return (
    <article className="py-8">
      <h1 className="text-5xl font-semibold tracking-tight">Booking terms</h1>
      <p className="mt-4 text-quiet">
        Version {facts.policies.version} of {facts.policies.business.name}. Changes of a party are priced at{" "}
        {facts.policies.policies.changes_priced_at}.
      </p>
      {agreed.map((group) => (
        <section key={group.title} className="mt-8 max-w-prose">
          <h2 className="text-2xl font-semibold">{group.title}</h2>
          {group.answers.map(({ question, answer }) => (
            <div key={question} className="mt-4 text-lg">
              <h3 className="font-sans font-semibold">{question}</h3>
              <p className="mt-1">{answer}</p>
            </div>
          ))}
        </section>
      ))}
      <p className="mt-8 max-w-prose text-lg">{facts.policies.policies.recording_notice}</p>
    </article>
  );
}
