import { Button } from "@medusajs/ui"
import { useState } from "react"
import { z } from "zod"
import { type Column, DataList } from "../../../components/data-list"
import { TextField } from "../../../components/fields"
import { Money } from "../../../components/money"
import { ReasonDrawer } from "../../../components/reason-drawer"
import { SaveDrawer } from "../../../components/save-drawer"
import type { Answer } from "../../../lib/api/client"
import { useAction, useAnswer } from "../../../lib/api/hooks"
import { PAGE_SIZE, useListState } from "../../../lib/list-state"
import { useMayAsStaff } from "../../../lib/me"
import { type Texts, useText } from "../../../lib/text"
import { filledValue } from "./bank-line"
import { FinancePage } from "./finance-page"
import { RecordTransferDrawer } from "./record-transfer-drawer"
import { tellOutcome } from "./transfer-outcome"

type Transfer = Answer<"GET /admin/bank-transfers">["bank_transfers"][number]

type Open = { form: "record" } | { form: "match" | "return"; transfer: Transfer }

/** Money that buyers have sent to the platform's own bank account. */
export default function Transfers() {
  const texts = useText()
  const { t } = texts
  const may = useMayAsStaff()
  const list = useListState()
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  const query = useAnswer(
    "GET /admin/bank-transfers",
    { query: { is_matched: list.filters.is_matched, limit: PAGE_SIZE, offset: list.offset } },
    { keeps_last: true }
  )
  const columns = columnsOf(texts)

  return (
    <FinancePage
      name="transfers"
      actions={
        may("ledger:write") && (
          <Button size="small" onClick={() => setOpen({ form: "record" })}>
            {t("finance.record")}
          </Button>
        )
      }
    >
      <DataList
        label={t("finance.transfers")}
        query={query}
        rowsOf={({ bank_transfers, count, limit }) => ({ rows: bank_transfers, count, limit })}
        columns={may("ledger:write") ? [...columns, actionsOf(texts, setOpen)] : columns}
        list={list}
        filters={[
          {
            name: "is_matched",
            label: t("finance.matched"),
            choices: [
              { value: "false", label: t("finance.is_not_matched") },
              { value: "true", label: t("finance.is_matched") },
            ],
          },
        ]}
        empty={{ title: t("finance.no_transfers"), hint: t("finance.no_transfers_hint") }}
      />
      {open?.form === "record" && <RecordTransferDrawer onClose={close} />}
      {open?.form === "match" && <MatchDrawer transfer={open.transfer} onClose={close} />}
      {open?.form === "return" && <ReturnDrawer transfer={open.transfer} onClose={close} />}
    </FinancePage>
  )
}

/** So begins the reference of money that nobody could tell an order for. */
const SENT_BACK = "unmatched-"

type DrawerProps = { transfer: Transfer; onClose: () => void }

function MatchDrawer({ transfer, onClose }: DrawerProps) {
  const texts = useText()
  const { t } = texts
  const match = useAction("POST /admin/bank-transfers/:id/match", ["/admin/bank-transfers"])

  return (
    <SaveDrawer
      title={t("finance.match_title")}
      hint={transfer.narration}
      verb={t("finance.match")}
      values={z.object({ reference: filledValue(texts, 60) })}
      first={{ reference: "" }}
      save={async (body) => {
        const { outcome } = await match.mutateAsync({ params: { id: transfer.id }, body })
        tellOutcome(outcome, texts)
      }}
      onClose={onClose}
    >
      <TextField name="reference" label={t("finance.order_reference")} autoComplete="off" />
    </SaveDrawer>
  )
}

function ReturnDrawer({ transfer, onClose }: DrawerProps) {
  const { t } = useText()
  const sendBack = useAction("POST /admin/bank-transfers/:id/return", ["/admin/bank-transfers"])

  return (
    <ReasonDrawer
      title={t("finance.return_title")}
      hint={t("finance.return_hint")}
      verb={t("finance.return")}
      is_dangerous
      run={(reason) => sendBack.mutateAsync({ params: { id: transfer.id }, body: { reason } })}
      onClose={onClose}
    />
  )
}

const columnsOf = ({ t, format }: Texts): Column<Transfer>[] => [
  { name: "bank", label: t("finance.bank_reference"), cell: ({ bank_reference }) => bank_reference },
  { name: "received", label: t("finance.received"), cell: ({ received_at }) => format.date(received_at) },
  {
    name: "narration",
    label: t("finance.narration"),
    is_extra: true,
    cell: ({ narration }) => narration || "–",
  },
  {
    name: "order",
    label: t("finance.order_reference"),
    cell: ({ reference }) =>
      reference?.startsWith(SENT_BACK)
        ? t("finance.is_sent_back")
        : (reference ?? t("finance.is_not_matched")),
  },
  {
    name: "amount",
    label: t("finance.amount"),
    align: "right",
    cell: ({ amount, currency_code }) => <Money amount={amount} currency_code={currency_code} />,
  },
]

const actionsOf = ({ t }: Texts, setOpen: (open: Open) => void): Column<Transfer> => ({
  name: "actions",
  label: "",
  align: "right",
  cell: (transfer) =>
    transfer.reference === null && (
      <span className="flex justify-end gap-2">
        {(["match", "return"] as const).map((form) => (
          <Button key={form} size="small" variant="secondary" onClick={() => setOpen({ form, transfer })}>
            {t(`finance.${form}`)}
          </Button>
        ))}
      </span>
    ),
})
