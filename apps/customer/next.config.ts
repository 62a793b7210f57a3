import type { NextConfig } from "next";
import { fileURLToPath } from "node:url";

const config: NextConfig = {
  output: "export",
  trailingSlash: true,
  images: { unoptimized: true },
  reactStrictMode: true,
  typedRoutes: true,
  transpilePackages: ["@hibachi/ui", "@hibachi/api-client"],
  turbopack: { root: fileURLToPath(new URL("../..", import.meta.url)) },
};

export default config;
