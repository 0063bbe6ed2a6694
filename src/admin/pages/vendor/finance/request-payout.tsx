import { Button, toast } from "@medusajs/ui"
import { useState } from "react"
import { useForm } from "react-hook-form"
import { useNavigate } from "react-router-dom"
import { z } from "zod"
import { AmountField } from "../../../components/fields"
import { FormDrawer } from "../../../components/form-drawer"
import { useAction } from "../../../lib/api/hooks"
import { useMayInShop } from "../../../lib/me"
import { useResolver } from "../../../lib/resolver"
import { useSaving } from "../../../lib/saving"
import { useText } from "../../../lib/text"

type Props = { available: string; currency_code: string }

const CHANGES = ["/vendor/payouts", "/vendor/balances", "/vendor/home", "/vendor/transactions"] as const

export function RequestPayout(props: Props) {
  const { t } = useText()
  const may = useMayInShop()
  const [isOpen, setOpen] = useState(false)
  if (!may("payouts:request") || Number(props.available) <= 0) {
    return null
  }

  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t("shop_money.request")}
      </Button>
      {isOpen && <RequestDrawer {...props} onClose={() => setOpen(false)} />}
    </>
  )
}

function RequestDrawer({ available, currency_code, onClose }: Props & { onClose: () => void }) {
  const { t, format } = useText()
  const navigate = useNavigate()
  const Values = z.object({
    amount: z
      .string()
      .trim()
      .regex(/^(\d{1,15}(\.\d{1,4})?)?$/, t("inputs.amount")),
  })
  const form = useForm({ resolver: useResolver(Values), defaultValues: { amount: "" } })
  const request = useAction("POST /vendor/payouts", CHANGES)
  const saving = useSaving(form, {
    save: async ({ amount }) => {
      const { payout } = await request.mutateAsync({ body: { currency_code, amount: amount || undefined } })
      toast.success(t("shop_money.requested"))
      navigate(`/vendor/finance/payouts/${payout.id}`)
    },
    onSaved: onClose,
    fields_by_code: { payout_refused: "amount" },
  })

  return (
    <FormDrawer
      title={t("shop_money.request")}
      hint={t("shop_money.request_hint", { amount: format.money(available, currency_code) })}
      is_open
      onClose={onClose}
      form={form}
      saving={saving}
      verb={t("shop_money.request")}
    >
      <AmountField
        name="amount"
        label={t("shop_money.request_amount")}
        hint={t("shop_money.request_amount_hint")}
        currency_code={currency_code}
        is_optional
      />
    </FormDrawer>
  )
}
