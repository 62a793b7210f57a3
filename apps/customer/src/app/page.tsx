import { HowItWorks } from "@/parts/how-it-works";
import { Hero } from "@/parts/hero";
import { Included } from "@/parts/included";

export default function Home() {
  return (
    <>
      <Hero />
      <HowItWorks />
      <Included />
    </>
  );
}
