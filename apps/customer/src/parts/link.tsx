"use client";

import NextLink from "next/link";
import { useState, type ComponentProps } from "react";

/** A link of the site. Its page is read ahead once somebody is about to go there, not for everybody who sees it. */
export function Link(props: Omit<ComponentProps<typeof NextLink>, "prefetch">) {
  const [meant, mean] = useState(false);
  const means = () => mean(true);
  return <NextLink {...props} prefetch={meant ? null : false} onMouseEnter={means} onTouchStart={means} onFocus={means} />;
}
