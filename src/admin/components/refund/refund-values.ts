import { z } from "zod"
import { GIVEN_REASONS } from "../../../lib/refund-reasons"
import type { Translate } from "../../lib/text"

/** What of a shop's order can go back, as the answers of shops and of staff both say. */
export type Refundable = {
  currency_code: string
  lines: {
    id: string
    title: string
    variant_title: string | null
    sku: string | null
    refundable_quantity: number
  }[]
  is_delivery_refundable: boolean
}

/** By name, which counts the pieces and takes back what was frozen on them; or any amount. */
export const WAYS = ["named", "amount"] as const

/** The lines of which a piece can still be refunded. */
export const openLines = ({ lines }: Pick<Refundable, "lines">) =>
  lines.filter(({ refundable_quantity }) => refundable_quantity > 0)

export const canBeNamed = (refundable: Refundable): boolean =>
  refundable.is_delivery_refundable || openLines(refundable).length > 0

/** What the form begins with: nothing is given back that nobody has chosen. */
export const firstValues = (refundable: Refundable) => ({
  way: WAYS[canBeNamed(refundable) ? 0 : 1],
  // By the line's id: which lines are shown may change while somebody types.
  quantities: Object.fromEntries(refundable.lines.map(({ id }) => [id, "0"])),
  shipping: false,
  amount: "",
  reason: GIVEN_REASONS[0],
  note: "",
})

type Rules = { refundable: Refundable; is_note_needed: boolean }

export function refundSchema({ refundable, is_note_needed }: Rules, t: Translate) {
  const note = z
    .string()
    .trim()
    .max(500, t("inputs.too_long", { count: 500 }))

  return z
    .object({
      way: z.enum(WAYS),
      quantities: z.record(z.string(), z.string()),
      shipping: z.boolean(),
      amount: z.string().trim(),
      reason: z.enum(GIVEN_REASONS),
      note: is_note_needed ? note.min(1, t("inputs.required")) : note,
    })
    .superRefine((values, context) => {
      for (const fault of faultsOf(values, refundable, t)) {
        context.addIssue({ code: "custom", ...fault })
      }
    })
}

export type RefundValues = z.infer<ReturnType<typeof refundSchema>>

type Wish = Pick<RefundValues, "way" | "quantities" | "shipping" | "amount">

type Fault = { path: string[]; message: string }

const AMOUNT = /^\d{1,15}(\.\d{1,4})?$/

/** Only of what is to be sent: what was typed for the other way does not matter. */
function faultsOf(wish: Wish, refundable: Refundable, t: Translate): Fault[] {
  if (wish.way === "amount") {
    return AMOUNT.test(wish.amount) ? [] : [{ path: ["amount"], message: t("inputs.amount") }]
  }
  const open = openLines(refundable)
  const wrong = open
    .filter(({ id, refundable_quantity: most }) => !isUpTo(wish.quantities[id], most))
    .map(({ id, refundable_quantity: most }) => ({
      path: ["quantities", id],
      message: t("refund_form.wrong_quantity", { most }),
    }))
  const { items, shipping } = namedOf(wish, refundable)
  if (wrong.length || items.length || shipping) {
    return wrong
  }
  const [first] = open

  return [{ path: first ? ["quantities", first.id] : ["shipping"], message: t("refund_form.nothing_chosen") }]
}

/** A field that was emptied means none. */
const isUpTo = (text = "", most: number): boolean => /^\d*$/.test(text) && Number(text) <= most

/** Of what is shown now: what has gone back since is not asked for again. */
const namedOf = ({ quantities, shipping }: Wish, refundable: Refundable) => ({
  items: openLines(refundable)
    .map(({ id }) => ({ line_id: id, quantity: Number(quantities[id]) }))
    .filter(({ quantity }) => quantity > 0),
  shipping: shipping && refundable.is_delivery_refundable,
})

/** What the routes take: items and delivery, or an amount, and never both. */
export const wishOf = (values: Wish, refundable: Refundable) =>
  values.way === "amount" ? { amount: values.amount } : namedOf(values, refundable)
