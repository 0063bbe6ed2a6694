import { toast } from "@medusajs/ui"
import { z } from "zod"
import { ChoiceField, TextField } from "../../../components/fields"
import { SaveDrawer } from "../../../components/save-drawer"
import { useAction } from "../../../lib/api/hooks"
import { type Texts, useText } from "../../../lib/text"
import { amountValue, currencyValue, filledValue } from "../finance/bank-line"
import type { Terms } from "./shop"

const MOVES = ["received", "used", "returned"] as const

const valuesOf = (texts: Texts) =>
  z.object({
    move: z.enum(MOVES),
    currency_code: currencyValue(texts),
    amount: amountValue(texts),
    reference: filledValue(texts, 64),
  })

/** What has happened to the deposit. By its reference it is booked only once. */
export function DepositDrawer({ terms, onClose }: { terms: Terms; onClose: () => void }) {
  const texts = useText()
  const { t } = texts
  const { vendor_id } = terms
  const [first] = terms.split_deposits
  const move = useAction("POST /admin/payouts/deposits/:vendor_id", ["/admin/payouts", "/admin/ledger"])
  const save = async (body: z.infer<ReturnType<typeof valuesOf>>): Promise<void> => {
    await move.mutateAsync({ params: { vendor_id }, body })
    toast.success(t("deposits.booked"))
  }

  return (
    <SaveDrawer
      title={t("deposits.book")}
      hint={t("deposits.book_hint")}
      values={valuesOf(texts)}
      first={{
        move: "received",
        currency_code: first?.currency_code.toUpperCase() ?? "",
        amount: "",
        reference: "",
      }}
      save={save}
      fields_by_code={{ deposit_refused: "amount" }}
      onClose={onClose}
    >
      <ChoiceField
        name="move"
        label={t("deposits.move")}
        choices={MOVES.map((value) => ({ value, label: t(`deposits.moves.${value}`) }))}
      />
      <TextField name="currency_code" label={t("inputs.currency")} maxLength={3} autoComplete="off" />
      <TextField name="amount" label={t("inputs.amount_label")} inputMode="decimal" autoComplete="off" />
      <TextField
        name="reference"
        label={t("deposits.reference")}
        hint={t("deposits.reference_hint")}
        autoComplete="off"
      />
    </SaveDrawer>
  )
}
