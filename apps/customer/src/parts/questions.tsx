"use client";

import { useFacts } from "@/facts/facts";
import { answers } from "@/facts/answers";

/** What people ask, answered from the facts in force. */
export function Questions() {
  const facts = useFacts();
  return (
    <div className="py-8">
      <h1 className="text-5xl font-semibold tracking-tight">Questions and answers</h1>
      {answers(facts).map((group) => (
        <section key={group.title} aria-labelledby={group.title} className="mt-10 grid gap-4 lg:grid-cols-[14rem_1fr]">
          <h2 id={group.title} className="text-2xl font-semibold">
            {group.title}
          </h2>
          <div className="divide-y divide-line border-y border-line">
            {group.answers.map(({ question, answer }) => (
              <details key={question} className="group">
                <summary className="min-h-12 py-3 text-lg font-semibold marker:text-ember">{question}</summary>
                <p className="max-w-prose pb-4 text-lg text-quiet">{answer}</p>
              </details>
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}
