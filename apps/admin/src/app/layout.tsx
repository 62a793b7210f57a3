import type { Metadata, Viewport } from "next";
import { Suspense, type ReactNode } from "react";
import "@fontsource-variable/fraunces/wght.css";
import { Gate } from "@/shell/gate";
import { Loading } from "@/shell/loading";
import { Providers } from "@/shell/providers";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Staff", template: "%s · Staff" },
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#faf6ef" },
    { media: "(prefers-color-scheme: dark)", color: "#161310" },
  ],
};

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <Providers>
          <Suspense fallback={<Loading what="the panel" />}>
            <Gate>{children}</Gate>
          </Suspense>
        </Providers>
      </body>
    </html>
  );
}
