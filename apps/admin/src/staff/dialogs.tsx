"use client";

import { useState, type FormEvent } from "react";
import { answered, api, type Schemas } from "@hibachi/api-client";
import { Button } from "@hibachi/ui/button";
import { Field } from "@hibachi/ui/field";
import { useChange } from "@/shell/change";
import { Dialog } from "@/shell/dialog";
import { Refusal } from "@/shell/refusal";

type Role = Schemas["NewStaff"]["roles"][number];

const ROLES: Role[] = ["admin", "manager", "agent", "chef"];
const TOUCHED = [["users"], ["audit"]];

/** A new member of staff, with a password for one use. */
export function Invite({ onClose, onSecret }: { onClose: () => void; onSecret: (password: string | null) => void }) {
  const [roles, choose] = useState<Role[]>(["agent"]);
  const inviting = useChange({
    call: (body: Schemas["NewStaff"]) => answered(api.POST("/api/v1/admin/users", { body })),
    touches: TOUCHED,
    then: ({ temporary_password }) => {
      onClose();
      onSecret(temporary_password);
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    inviting.mutate({ email: String(given.get("email")), name: String(given.get("name")), roles });
  };
  return (
    <Dialog title="Invite somebody" about="They sign in with a password for one use and choose their own." open onClose={onClose}>
      <form onSubmit={submit} className="grid gap-4">
        <Field label="Name" name="name" maxLength={100} required />
        <Field label="E-mail" name="email" type="email" required />
        <RoleBoxes roles={roles} onChange={choose} />
        <Refusal error={inviting.error} />
        <Button type="submit" disabled={inviting.isPending || roles.length === 0}>
          Invite
        </Button>
      </form>
    </Dialog>
  );
}

/** Other roles for somebody; nobody gives more than they have. */
export function RolesDialog({ member, onClose }: { member: Schemas["Staff"]; onClose: () => void }) {
  const [roles, choose] = useState(member.roles as Role[]);
  const changing = useChange({
    call: (wanted: Role[]) =>
      answered(api.PATCH("/api/v1/admin/users/{user_id}", { params: { path: { user_id: member.id } }, body: { roles: wanted } })),
    touches: TOUCHED,
    done: "The roles count from now on.",
    then: onClose,
  });
  return (
    <Dialog title={`Roles of ${member.name}`} open onClose={onClose}>
      <RoleBoxes roles={roles} onChange={choose} />
      <Refusal error={changing.error} />
      <Button disabled={changing.isPending || roles.length === 0} onClick={() => changing.mutate(roles)}>
        Save
      </Button>
    </Dialog>
  );
}

function RoleBoxes({ roles, onChange }: { roles: Role[]; onChange: (roles: Role[]) => void }) {
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 text-sm font-semibold">Roles</legend>
      {ROLES.map((role) => (
        <label key={role} className="flex items-center gap-2">
          <input
            type="checkbox"
            className="size-4"
            checked={roles.includes(role)}
            onChange={(event) => onChange(event.target.checked ? [...roles, role] : roles.filter((one) => one !== role))}
          />
          {role}
        </label>
      ))}
    </fieldset>
  );
}
