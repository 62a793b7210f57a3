import type { FormEvent } from "react";
import { Button } from "@hibachi/ui/button";
import { Field } from "@hibachi/ui/field";

type Props = { label: string; action: string; ask: (question: string) => void };

/** One question in words, told when it is sent. */
export function QuestionForm({ label, action, ask }: Props) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    ask(String(new FormData(event.currentTarget).get("question")).trim());
  };
  return (
    <form onSubmit={submit} className="flex flex-wrap items-end gap-3 p-4">
      <Field label={label} name="question" required maxLength={500} className="min-w-64 flex-1" />
      <Button type="submit" look="quiet">
        {action}
      </Button>
    </form>
  );
}
