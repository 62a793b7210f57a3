"use client";

import { useMutation, useQueryClient, type QueryKey } from "@tanstack/react-query";
import { tellDone, tellRefused } from "./toasts";

type Change<Given, Answer> = {
  call: (given: Given) => Promise<Answer>;
  /** What is shown anew afterwards: every query whose key begins so. */
  touches: QueryKey[];
  /** The words when it is done; none for what shows by itself. */
  done?: string;
  /** What is shown at once, before the answer; taken back when it is refused. */
  at_once?: { key: QueryKey; shows: (before: unknown, given: Given) => unknown };
  then?: (answer: Answer, given: Given) => void;
};

/** A change: shown at once where `at_once` says how, rolled back and said in the API's words when it is refused. */
export function useChange<Given, Answer>({ call, touches, done, at_once, then }: Change<Given, Answer>) {
  const client = useQueryClient();
  return useMutation<Answer, Error, Given, { before: unknown }>({
    mutationFn: call,
    onMutate: async (given) => {
      if (!at_once) return { before: undefined };
      await client.cancelQueries({ queryKey: at_once.key });
      const before = client.getQueryData(at_once.key);
      if (before !== undefined) client.setQueryData(at_once.key, at_once.shows(before, given));
      return { before };
    },
    onError: (error, _given, kept) => {
      if (at_once && kept?.before !== undefined) client.setQueryData(at_once.key, kept.before);
      tellRefused(error);
    },
    onSuccess: (answer, given) => {
      if (done) tellDone(done);
      then?.(answer, given);
    },
    onSettled: () => Promise.all(touches.map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}
