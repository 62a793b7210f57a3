"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { Badge } from "@/shell/badge";
import { useChange } from "@/shell/change";
import { Loading } from "@/shell/loading";
import { useMay } from "@/shell/me";
import { Page, Panel } from "@/shell/page";
import { Refusal } from "@/shell/refusal";
import { Table, type Column } from "@/shell/table";
import { since } from "@/shell/words";
import { Invite, RolesDialog } from "./dialogs";
import { Secret } from "./secret";

type Member = Schemas["Staff"];

const STAFF = [["users"], ["audit"]];

/** Who may sign in, with which roles, and what the roles allow. */
export function Users() {
  const [isOpen, open] = useState<"invite" | Member | null>(null);
  const [secret, tell] = useState<string | null>(null);
  const mayWrite = useMay("users:write");
  const users = useQuery({ queryKey: ["users"], queryFn: () => answered(api.GET("/api/v1/admin/users")) });
  const close = () => open(null);
  const changing = useChange({
    call: ({ id, active }: Member) =>
      answered(api.PATCH("/api/v1/admin/users/{user_id}", { params: { path: { user_id: id } }, body: { active: !active } })),
    touches: STAFF,
    at_once: {
      key: ["users"],
      shows: (before, given) => (before as Member[]).map((one) => (one.id === given.id ? { ...one, active: !given.active } : one)),
    },
  });
  const resetting = useChange({
    call: (id: string) => answered(api.POST("/api/v1/admin/users/{user_id}/password", { params: { path: { user_id: id } } })),
    touches: STAFF,
    then: ({ temporary_password }) => tell(temporary_password),
  });
  const lifting = useChange({
    call: (id: string) => answered(api.DELETE("/api/v1/admin/users/{user_id}/second-factor", { params: { path: { user_id: id } } })),
    touches: STAFF,
    done: "They sign in with the password alone, and can set a new one up.",
  });
  return (
    <Page
      title="Users and roles"
      actions={
        mayWrite ? (
          <Button size="small" onClick={() => open("invite")}>
            Invite somebody
          </Button>
        ) : null
      }
    >
      <Panel title="Staff">
        <Refusal error={users.error} className="m-4" again={() => void users.refetch()} />
        {users.isPending ? <Loading what="staff" /> : null}
        {users.data ? (
          <Table
            caption="List of staff"
            rows={users.data}
            keyOf={({ id }) => id}
            columns={columns(mayWrite, { roles: open, turn: (one) => changing.mutate(one), reset: ({ id }) => resetting.mutate(id), lift: ({ id }) => lifting.mutate(id) })}
          />
        ) : null}
      </Panel>
      <RoleTable />
      {isOpen === "invite" ? <Invite onClose={close} onSecret={tell} /> : null}
      {isOpen && isOpen !== "invite" ? <RolesDialog member={isOpen} onClose={close} /> : null}
      {secret ? <Secret title="Password for one use" secret={secret} onClose={() => tell(null)} /> : null}
    </Page>
  );
}

type Deeds = { roles: (member: Member) => void; turn: (member: Member) => void; reset: (member: Member) => void; lift: (member: Member) => void };

function columns(mayWrite: boolean, { roles, turn, reset, lift }: Deeds): Column<Member>[] {
  const plain: Column<Member>[] = [
    { name: "Who", cell: ({ name, email }) => <>{name} <span className="block font-normal text-quiet">{email}</span></> },
    { name: "Roles", cell: (one) => one.roles.join(", ") },
    { name: "State", cell: ({ active, must_change_password }) => <Badge look={active ? (must_change_password ? "wait" : "good") : "plain"}>{active ? (must_change_password ? "invited" : "active") : "inactive"}</Badge> },
    { name: "Last here", cell: ({ last_sign_in_at }) => (last_sign_in_at ? since(last_sign_in_at, new Date()) : "never"), isExtra: true },
  ];
  if (!mayWrite) return plain;
  const deed = (label: string, member: Member, act: (member: Member) => void) => (
    <Button look="plain" size="small" className="min-h-6" aria-label={`${label}: ${member.name}`} onClick={() => act(member)}>
      {label}
    </Button>
  );
  return [...plain, { name: "Action", cell: (one) => <span className="flex flex-wrap gap-1">{deed("Roles", one, roles)}{deed("New password", one, reset)}{one.second_factor ? deed("Lift second factor", one, lift) : null}{deed(one.active ? "Deactivate" : "Activate", one, turn)}</span> }];
}

function RoleTable() {
  const roles = useQuery({ queryKey: ["roles"], queryFn: () => answered(api.GET("/api/v1/admin/roles")), staleTime: Infinity });
  if (!roles.data) return roles.error ? <Refusal error={roles.error} /> : null;
  const { data } = roles;
  return (
    <Panel title="What a role allows">
      <Table
        caption="Permissions and roles"
        rows={data.permissions}
        keyOf={({ name }) => name}
        columns={[
          { name: "Permission", cell: ({ description, name }) => <>{description} <span className="block font-mono text-xs font-normal text-quiet">{name}</span></> },
          ...data.roles.map((role) => ({ name: role.name, cell: ({ name }: { name: string }) => (role.permissions.includes(name) ? <span aria-label="yes">✓</span> : <span className="sr-only">no</span>) })),
        ]}
      />
    </Panel>
  );
}
