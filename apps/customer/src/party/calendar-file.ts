import type { Booking } from "./party";

/** A party as an iCalendar file (RFC 5545), so that it lies in the host's own calendar. */
export function calendarFile(booking: Booking, business: string): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:-//${escaped(business)}//party//EN`,
    "BEGIN:VEVENT",
    `UID:${booking.id}`,
    `SEQUENCE:${booking.revision}`,
    `DTSTAMP:${instant(booking.updated_at)}`,
    `DTSTART:${instant(booking.event_start)}`,
    `DTEND:${instant(booking.event_end)}`,
    `SUMMARY:${escaped(business)}`,
    `LOCATION:${escaped(booking.location ?? booking.zip_code)}`,
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}

function instant(at: string): string {
  return new Date(at).toISOString().replace(/[-:]|\.\d{3}/g, "");
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, "\\n");
}

/** No line is longer than 75 octets; what is longer goes on in the next one after a space. */
function folded(line: string): string {
  const bytes = new TextEncoder();
  let [kept, length] = ["", 0];
  for (const sign of line) {
    const size = bytes.encode(sign).length;
    if (length + size > 74) [kept, length] = [`${kept}\r\n `, 1];
    kept += sign;
    length += size;
  }
  return kept;
}
