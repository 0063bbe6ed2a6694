export type AskedItem = { line_id: string; quantity: number }

export type PackableLine = {
  id: string
  kind: "item" | "shipping"
  source_id: string
  title: string
  current_quantity: number
  fulfilled_quantity: number
}

export type FulfilmentPlan =
  | { is_allowed: true; items: { id: string; quantity: number }[] }
  | { is_allowed: false; reason: "line_unknown"; line_id: string }
  | { is_allowed: false; reason: "too_many"; title: string; left: number }

/** What is packed of a shop's lines: only its own goods, and no more of each than is still to be packed. */
export function planFulfilment(asked: AskedItem[], lines: PackableLine[]): FulfilmentPlan {
  const items: { id: string; quantity: number }[] = []
  for (const { line_id, quantity } of asked) {
    const line = lines.find(({ id, kind }) => id === line_id && kind === "item")
    if (!line) {
      return { is_allowed: false, reason: "line_unknown", line_id }
    }
    const left = line.current_quantity - line.fulfilled_quantity
    if (quantity > left) {
      return { is_allowed: false, reason: "too_many", title: line.title, left }
    }
    items.push({ id: line.source_id, quantity })
  }

  return { is_allowed: true, items }
}
