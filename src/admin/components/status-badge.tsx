import { StatusBadge as Badge } from "@medusajs/ui"
import { useText } from "../lib/text"

type Color = "green" | "red" | "orange" | "blue" | "purple" | "grey"

/** One meaning, one colour, whatever the record. What is not named here is grey. */
const COLORS: Record<string, Color> = {
  accepted: "green",
  accepting: "blue",
  active: "green",
  approved: "green",
  authorized: "blue",
  available: "green",
  awaiting_approval: "orange",
  canceled: "red",
  closed: "grey",
  collected: "green",
  confirmed: "blue",
  dead: "red",
  delivered: "green",
  disputed: "orange",
  done: "green",
  draft: "grey",
  due: "orange",
  ended: "grey",
  failed: "red",
  frozen: "red",
  good: "green",
  held: "orange",
  in_force: "green",
  in_transit: "blue",
  kept: "red",
  late: "red",
  limit: "red",
  lost: "red",
  made: "green",
  missing: "orange",
  needs_attention: "orange",
  needs_otp: "orange",
  netted: "green",
  open: "orange",
  paid: "green",
  part_paid: "orange",
  partially_received: "blue",
  partly_returned: "purple",
  pending: "orange",
  pending_approval: "orange",
  posting: "blue",
  processed: "green",
  processing: "blue",
  proposed: "orange",
  published: "green",
  ready: "blue",
  received: "blue",
  refunded: "purple",
  refunding: "blue",
  rejected: "red",
  released: "green",
  repaired: "green",
  requested: "orange",
  returned: "purple",
  running: "green",
  scheduled: "blue",
  sent: "blue",
  shipped: "blue",
  stopped: "orange",
  submitted: "blue",
  submitting: "blue",
  suspended: "red",
  to_send: "orange",
  unknown: "red",
  unpaid: "orange",
  waiting: "orange",
  waived: "grey",
  warn: "orange",
  withdrawn: "grey",
  won: "green",
}

type Props = {
  /** Whose status it is: a group of texts under `status`. */
  of: string
  status: string
}

export function StatusBadge({ of, status }: Props) {
  const { named } = useText()

  return (
    <Badge color={COLORS[status] ?? "grey"} className="whitespace-nowrap">
      {named(`status.${of}`, status)}
    </Badge>
  )
}
