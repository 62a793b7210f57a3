import type { Metadata } from "next";
import { JourneysPage } from "@/journeys/page";

export const metadata: Metadata = { title: "Journeys" };

export default JourneysPage;
