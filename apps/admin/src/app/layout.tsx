import type { Metadata, Viewport } from "next";
import { Suspense, type ReactNode } from "react";
import "@fontsource-variable/fraunces/wght.css";
import { THEME_SCRIPT } from "@hibachi/ui/theme";
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
    <html lang="en" suppressHydrationWarning>
      <head>
        <script dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />
      </head>
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
