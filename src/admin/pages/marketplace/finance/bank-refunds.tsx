import { Button } from "@medusajs/ui"
import { useState } from "react"
import { z } from "zod"
import { type Column, DataList } from "../../../components/data-list"
import { AreaField, ChoiceField } from "../../../components/fields"
import { Money } from "../../../components/money"
import { SaveDrawer } from "../../../components/save-drawer"
import { StatusBadge } from "../../../components/status-badge"
import type { Answer } from "../../../lib/api/client"
import { useAction, useAnswer } from "../../../lib/api/hooks"
import { useMayAsStaff } from "../../../lib/me"
import { type Texts, useText } from "../../../lib/text"
import { AccountButton } from "./account-button"
import { filledValue } from "./bank-line"
import { accountOf } from "./gateway-refunds"
import { useOwnPage } from "./own-page"
import { REFUND_CHANGES } from "./records"

type BankRefund = Answer<"GET /admin/bank-transfers/refunds">["bank_refunds"][number]

const STATES = ["waiting", "made", "failed"] as const

/** Refunds of payments by bank transfer: a person makes them at the bank, and writes down how they ended. */
export function BankRefunds() {
  const texts = useText()
  const { t, named } = texts
  const may = useMayAsStaff()
  const list = useOwnPage()
  const [chosen, setChosen] = useState<BankRefund | null>(null)
  const query = useAnswer(
    "GET /admin/bank-transfers/refunds",
    {
      query: {
        state: STATES.find((state) => state === list.filters.state),
        limit: list.limit,
        offset: list.offset,
      },
    },
    { keeps_last: true }
  )
  const columns = columnsOf(texts)

  return (
    <>
      <DataList
        label={t("finance.bank_refunds")}
        title={t("finance.bank_refunds")}
        query={query}
        rowsOf={({ bank_refunds, count, limit }) => ({ rows: bank_refunds, count, limit })}
        columns={may("ledger:write") ? [...columns, actionsOf(texts, setChosen)] : columns}
        list={list}
        filters={[
          {
            name: "state",
            label: t("finance.status"),
            choices: STATES.map((value) => ({ value, label: named("status.bank_refund", value) })),
          },
        ]}
        empty={{ title: t("finance.no_bank_refunds") }}
      />
      {chosen && <OutcomeDrawer refund={chosen} onClose={() => setChosen(null)} />}
    </>
  )
}

const actionsOf = ({ t }: Texts, onChoose: (refund: BankRefund) => void): Column<BankRefund> => ({
  name: "actions",
  label: "",
  align: "right",
  cell: (refund) =>
    refund.state === "waiting" && (
      <span className="flex flex-wrap justify-end gap-2">
        {refund.account && refund.refund_id && <AccountButton id={refund.refund_id} />}
        <Button size="small" variant="secondary" onClick={() => onChoose(refund)}>
          {t("finance.mark_made")}
        </Button>
      </span>
    ),
})

const OUTCOMES = ["made", "failed"] as const

function OutcomeDrawer({ refund, onClose }: { refund: BankRefund; onClose: () => void }) {
  const texts = useText()
  const { t } = texts
  const mark = useAction("POST /admin/bank-transfers/refunds/:id/mark", REFUND_CHANGES)

  return (
    <SaveDrawer
      title={t("finance.mark_made")}
      hint={t("finance.mark_made_hint")}
      values={z.object({ outcome: z.enum(OUTCOMES), note: filledValue(texts, 500) })}
      first={{ outcome: "made", note: "" }}
      save={(body) => mark.mutateAsync({ params: { id: refund.id }, body })}
      onClose={onClose}
    >
      <ChoiceField
        name="outcome"
        label={t("finance.outcome")}
        choices={OUTCOMES.map((value) => ({ value, label: t(`finance.outcomes.${value}`) }))}
      />
      <AreaField name="note" label={t("finance.note")} />
    </SaveDrawer>
  )
}

const columnsOf = ({ t, format }: Texts): Column<BankRefund>[] => [
  { name: "reference", label: t("finance.reference"), cell: ({ reference }) => reference },
  {
    name: "status",
    label: t("finance.status"),
    cell: ({ state }) => <StatusBadge of="bank_refund" status={state} />,
  },
  { name: "created", label: t("finance.created"), cell: ({ created_at }) => format.date(created_at) },
  {
    name: "account",
    label: t("finance.refund_account"),
    cell: ({ account }) => (account ? accountOf(account) : "–"),
  },
  { name: "note", label: t("finance.note"), is_extra: true, cell: ({ note }) => note ?? "–" },
  {
    name: "amount",
    label: t("finance.amount"),
    align: "right",
    cell: ({ amount, currency_code }) => <Money amount={amount} currency_code={currency_code} />,
  },
]
