"use client";

import { useQuery } from "@tanstack/react-query";
import { answered, api } from "@hibachi/api-client";
import { useSession } from "./session";

/** Who is signed in, and what they may do. */
export function useMe() {
  const signedIn = useSession(({ session }) => session !== null && !session.mustChange);
  return useQuery({
    queryKey: ["me"],
    queryFn: () => answered(api.GET("/api/v1/auth/me")),
    enabled: signedIn,
    staleTime: 60_000,
  });
}

/** Whether the one who is signed in holds a permission ("bookings:write"). Only the server decides; this hides buttons. */
export function useMay(permission: string): boolean {
  return useMe().data?.permissions.includes(permission) ?? false;
}
