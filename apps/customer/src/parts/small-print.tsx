import { Link } from "@/parts/link";

type Props = { act: string; terms?: boolean };

/** What one agrees to by an act ("By booking"): beside each form that takes something of a person. It opens beside the form. */
export function SmallPrint({ act, terms = false }: Props) {
  return (
    <p className="max-w-prose text-sm text-quiet">
      {terms ? (
        <>
          {act} you agree to our <Print to="/terms">booking terms</Print>. What we do with your data: <Print to="/privacy">privacy</Print>.
        </>
      ) : (
        <>
          {act} you give us what you wrote. What we do with it: <Print to="/privacy">privacy</Print>.
        </>
      )}
    </p>
  );
}

function Print({ to, children }: { to: "/terms" | "/privacy"; children: string }) {
  return (
    <Link href={to} target="_blank" className="underline underline-offset-4 hover:text-ink">
      {children}
    </Link>
  );
}
