import { toast } from "@medusajs/ui"
import { useWatch } from "react-hook-form"
import { GIVEN_REASONS } from "../../../lib/refund-reasons"
import type { Answer } from "../../lib/api/client"
import { useIdempotencyKey } from "../../lib/saving"
import { useText } from "../../lib/text"
import { AmountField, AreaField, ChoiceField, SwitchField, TextField } from "../fields"
import { SaveDrawer } from "../save-drawer"
import {
  canBeNamed,
  firstValues,
  openLines,
  type Refundable,
  type RefundValues,
  refundSchema,
  WAYS,
  wishOf,
} from "./refund-values"

type Refund = Answer<"POST /vendor/orders/:id/refund" | "POST /admin/vendor-orders/:id/refund">["refund"]

type RefundBody = ReturnType<typeof wishOf> &
  Pick<RefundValues, "reason" | "note"> & { idempotency_key: string }

type Props = {
  title: string
  hint: string
  refundable: Refundable
  note: { hint?: string; is_needed: boolean }
  refund: (body: RefundBody) => Promise<{ refund: Refund }>
  onClose: () => void
}

/** Gives a part of a shop's order back, for the shop and for staff: pieces and delivery, or an amount. */
export function RefundPartDrawer({ title, hint, refundable, note, refund, onClose }: Props) {
  const { t, named, format } = useText()
  const keyOf = useIdempotencyKey()
  const save = async (values: RefundValues): Promise<void> => {
    const wish = wishOf(values, refundable)
    const { refund: made } = await refund({
      ...wish,
      reason: values.reason,
      note: values.note,
      idempotency_key: keyOf(JSON.stringify(wish)),
    })
    const say = made.status === "made" || made.status === "pending" ? toast.success : toast.warning
    say(named("orders.refund_status", made.status), {
      description: format.money(made.amount, made.currency_code),
    })
  }

  return (
    <SaveDrawer
      title={title}
      hint={hint}
      verb={t("orders.refund")}
      is_dangerous
      values={refundSchema({ refundable, is_note_needed: note.is_needed }, t)}
      first={firstValues(refundable)}
      save={save}
      onClose={onClose}
    >
      <WishFields refundable={refundable} />
      <ChoiceField
        name="reason"
        label={t("refund_form.reason")}
        choices={GIVEN_REASONS.map((value) => ({ value, label: named("reasons", value) }))}
      />
      <AreaField name="note" label={t("refund_form.note")} hint={note.hint} is_optional={!note.is_needed} />
    </SaveDrawer>
  )
}

/** Where nothing can be named any more there is only an amount, and nothing to choose. */
function WishFields({ refundable }: { refundable: Refundable }) {
  const { t } = useText()
  const way = useWatch<RefundValues, "way">({ name: "way" })

  return (
    <>
      {canBeNamed(refundable) && (
        <ChoiceField
          name="way"
          label={t("refund_form.way")}
          hint={t(`refund_form.way_hints.${way}`)}
          choices={WAYS.map((value) => ({ value, label: t(`refund_form.ways.${value}`) }))}
        />
      )}
      {way === "amount" ? (
        <AmountField
          name="amount"
          label={t("inputs.amount_label")}
          currency_code={refundable.currency_code}
        />
      ) : (
        <NamedFields refundable={refundable} />
      )}
    </>
  )
}

function NamedFields({ refundable }: { refundable: Refundable }) {
  const { t } = useText()

  return (
    <>
      {openLines(refundable).map(({ id, title, variant_title, sku, refundable_quantity: most }) => (
        <TextField
          key={id}
          name={`quantities.${id}`}
          label={[title, variant_title, sku].filter(Boolean).join(" · ")}
          hint={t("refund_form.of_refundable", { most })}
          type="number"
          inputMode="numeric"
          min={0}
          max={most}
        />
      ))}
      {refundable.is_delivery_refundable && <SwitchField name="shipping" label={t("refund_form.delivery")} />}
    </>
  )
}
