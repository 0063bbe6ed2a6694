export type EvidenceFacts = {
  reference: string
  order_number: string
  placed_at: Date
  amount: string
  shops: {
    name: string
    number: string
    items: { title: string; quantity: string; total: string }[]
    parcels: {
      shipped_at: Date | null
      delivered_at: Date | null
      tracking: { number: string; carrier: string | null; url: string | null }[]
    }[]
  }[]
  delivery_address: string | null
  refunds: { amount: string; made_at: Date }[]
  messages: { author: string; text: string; at: Date }[]
  files: { filename: string; note: string | null }[]
}

/** What a bank reads of a case; long enough for every case but one that somebody has filled with messages. */
const MOST_CHARACTERS = 20_000

const when = (at: Date) => `${at.toISOString().slice(0, 16).replace("T", " ")} UTC`

/**
 * The text that is sent to a gateway: what was bought, how it was delivered, what was given back, and what was said. What
 * matters most comes first, so that a cut takes messages away.
 */
export function evidenceText(facts: EvidenceFacts): string {
  const lines = [
    `Payment ${facts.reference}, order ${facts.order_number} of ${when(facts.placed_at)}; disputed: ${facts.amount}.`,
    facts.delivery_address ? `Delivery address: ${facts.delivery_address}.` : "",
    ...facts.shops.flatMap(shopLines),
    facts.refunds.length ? "Given back already:" : "Nothing was given back.",
    ...facts.refunds.map(({ amount, made_at }) => `- ${amount} on ${when(made_at)}`),
    facts.files.length ? "Files:" : "",
    ...facts.files.map(({ filename, note }) => `- ${filename}${note ? `: ${note}` : ""}`),
    facts.messages.length ? "Messages:" : "",
    ...facts.messages.map(({ author, text, at }) => `- ${when(at)}, ${author}: ${text}`),
  ]

  return lines.filter(Boolean).join("\n").slice(0, MOST_CHARACTERS)
}

function shopLines({ name, number, items, parcels }: EvidenceFacts["shops"][number]): string[] {
  return [
    `Sold by ${name} (${number}):`,
    ...items.map(({ title, quantity, total }) => `- ${quantity} x ${title}, ${total}`),
    ...(parcels.length ? parcels.map(parcelLine) : ["- Not sent."]),
  ]
}

function parcelLine({
  shipped_at,
  delivered_at,
  tracking,
}: EvidenceFacts["shops"][number]["parcels"][number]) {
  const numbers = tracking.map(({ number, carrier, url }) => [carrier, number, url].filter(Boolean).join(" "))

  return [
    `- Parcel${numbers.length ? ` ${numbers.join(", ")}` : ""}:`,
    shipped_at ? `sent ${when(shipped_at)},` : "not sent,",
    delivered_at ? `delivered ${when(delivered_at)}.` : "no delivery recorded.",
  ].join(" ")
}
