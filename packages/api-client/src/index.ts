/** The typed client of the product's API; `schema.d.ts` is generated from docs/openapi.json and never edited. */
import createClient from "openapi-fetch";
import type { components, paths } from "./schema";

export type Schemas = components["schemas"];

/** How the API refuses: a code for machines, a sentence for a person, and what to do next. */
export type Refusal = Schemas["Error"];

/** The API's origin: NEXT_PUBLIC_API_URL where the site is deployed apart, else the origin that served the page. */
export function origin(): string {
  const named = process.env.NEXT_PUBLIC_API_URL;
  if (named) return named.replace(/\/$/, "");
  return typeof location === "undefined" ? "http://localhost" : location.origin;
}

export const api = createClient<paths>({
  baseUrl: origin(),
  fetch: (request: Request) => globalThis.fetch(request),
});

/** An answer of the API that was refused, or that never came. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.message);
  }
}

const UNREACHABLE: Refusal = {
  code: "unreachable",
  message: "We could not be reached just now.",
  next_step: "Check your connection and try again.",
};

/** The data of an answer (undefined for one without a body); throws Refused with the API's own words otherwise. */
export async function answered<Data>(
  call: Promise<{ data?: Data; error?: unknown; response?: Response }>,
): Promise<Data> {
  const { data, error, response } = await call.catch(() => ({ data: undefined, error: UNREACHABLE, response: undefined }));
  if (data !== undefined || response?.ok) return data as Data;
  throw new Refused(isRefusal(error) ? error : UNREACHABLE);
}

function isRefusal(error: unknown): error is Refusal {
  return typeof error === "object" && error !== null && "code" in error && "message" in error;
}

export { newId } from "./ids";
