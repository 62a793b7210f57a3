import type { NextConfig } from "next";
import { fileURLToPath } from "node:url";

/** Below /admin, where the product serves it; "" where it has a domain of its own. */
const basePath = process.env.NEXT_PUBLIC_ADMIN_PATH ?? "/admin";

const config: NextConfig = {
  output: "export",
  basePath,
  trailingSlash: true,
  images: { unoptimized: true },
  reactStrictMode: true,
  typedRoutes: true,
  transpilePackages: ["@hibachi/ui", "@hibachi/api-client"],
  turbopack: { root: fileURLToPath(new URL("../..", import.meta.url)) },
};

export default config;
