import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { preload } from "react-dom";
import fraunces from "@fontsource-variable/fraunces/files/fraunces-latin-wght-normal.woff2";
import "@fontsource-variable/fraunces/wght.css";
import { THEME_SCRIPT } from "@hibachi/ui/theme";
import { ChatWidget } from "@/chat/widget";
import { BUILT_WITH } from "@/facts/built-with";
import { RememberFriend } from "@/friends/remember";
import { Footer } from "@/parts/footer";
import { Header } from "@/parts/header";
import "./globals.css";
import { Providers } from "./providers";

const business = BUILT_WITH.policies.business;

export const metadata: Metadata = {
  title: { default: `${business.name}: ${business.tagline}`, template: `%s · ${business.name}` },
  description: `${business.tagline}. See the exact price in seconds, pick a free time and book.`,
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#faf6ef" },
    { media: "(prefers-color-scheme: dark)", color: "#161310" },
  ],
};

export default function Layout({ children }: { children: ReactNode }) {
  preload(fraunces, { as: "font", type: "font/woff2", crossOrigin: "anonymous" });
  return (
    <html lang={business.languages[0] ?? "en"} suppressHydrationWarning>
      <head>
        <script dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />
      </head>
      <body>
        <a
          href="#main"
          className="sr-only focus:not-sr-only focus:fixed focus:left-4 focus:top-4 focus:z-50 focus:rounded-lg focus:bg-raised focus:px-4 focus:py-3"
        >
          Skip to the content
        </a>
        <Providers>
          <RememberFriend />
          <Header />
          <main id="main" className="mx-auto w-full max-w-6xl px-5 pb-28 sm:px-8">
            {children}
          </main>
          <Footer />
          <ChatWidget />
        </Providers>
      </body>
    </html>
  );
}
