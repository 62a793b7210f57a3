"use client";

import { useEffect } from "react";
import { remember } from "./code";

/** On every page: a friend's link may lead to any of them. */
export function RememberFriend() {
  useEffect(() => remember(location.search), []);
  return null;
}
