"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useId, useSyncExternalStore } from "react";
import { useReady } from "./ready";
import { choose, chosen, onChoice, THEMES, type Theme } from "./theme";

const SHOWN = {
  system: { name: "As my device", Icon: Monitor },
  light: { name: "Light", Icon: Sun },
  dark: { name: "Dark", Icon: Moon },
} as const satisfies Record<Theme, object>;

/** Light, dark or as the device has it: three radio buttons, of which arrow keys choose one; shut until a choice can be kept. */
export function ThemeSwitch() {
  const name = useId();
  const theme = useSyncExternalStore(onChoice, chosen, () => "system" as const);
  return (
    <fieldset disabled={!useReady()} className="flex w-fit rounded-full border border-line p-0.5">
      <legend className="sr-only">Light or dark</legend>
      {THEMES.map((one) => (
        <Option key={one} group={name} theme={one} checked={one === theme} />
      ))}
    </fieldset>
  );
}

function Option({ group, theme, checked }: { group: string; theme: Theme; checked: boolean }) {
  const { name, Icon } = SHOWN[theme];
  return (
    <label
      title={name}
      className="relative grid size-10 cursor-pointer place-items-center rounded-full text-quiet hover:text-ink has-checked:bg-ember-soft has-checked:text-ink has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-ember"
    >
      <input
        type="radio"
        name={group}
        value={theme}
        checked={checked}
        onChange={() => choose(theme)}
        className="absolute inset-0 cursor-pointer appearance-none rounded-full outline-none"
      />
      <Icon aria-hidden className="size-4" />
      <span className="sr-only">{name}</span>
    </label>
  );
}
