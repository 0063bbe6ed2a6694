import { Text } from "@medusajs/ui"
import { ActionButton } from "../../../components/action-button"
import { Money } from "../../../components/money"
import { Section } from "../../../components/page"
import { type Answer, download } from "../../../lib/api/client"
import { useAnswer, useInvalidation } from "../../../lib/api/hooks"
import { useMayAsStaff } from "../../../lib/me"
import { useText } from "../../../lib/text"

type Waiting = Answer<"GET /admin/payouts/bank-file">["waiting"][number]

/** The payouts that a person makes at the bank: in each currency a file that the bank reads. Shown while something waits. */
export function BankFilesSection() {
  const { t } = useText()
  const { data } = useAnswer("GET /admin/payouts/bank-file", {})
  if (!data?.count) {
    return null
  }

  return (
    <Section title={t("bank_files.title")} hint={t("bank_files.hint")} className="divide-y">
      {data.waiting.map((waiting) => (
        <WaitingRow key={waiting.currency_code} waiting={waiting} />
      ))}
    </Section>
  )
}

function WaitingRow({ waiting: { currency_code, count, amount, since } }: { waiting: Waiting }) {
  const { t, format } = useText()
  const may = useMayAsStaff()
  const currency = currency_code.toUpperCase()

  return (
    <div className="flex flex-wrap items-center justify-between gap-2 px-4 py-3 sm:px-6">
      <Text size="small">
        {t("bank_files.waiting", { currency, count })} ·{" "}
        <Money amount={amount} currency_code={currency_code} />
        <span className="block text-ui-fg-subtle">
          {t("bank_files.since", { when: format.moment(since) })}
        </span>
      </Text>
      {may("payouts:approve") && (
        <BankFileButton
          currency_code={currency_code}
          confirm={{ title: t("bank_files.take", { currency }), hint: t("bank_files.take_hint") }}
        >
          {t("bank_files.take", { currency })}
        </BankFileButton>
      )}
    </div>
  )
}

type ButtonProps = {
  currency_code: string
  /** A file that was taken before. */
  batch?: string
  confirm?: { title: string; hint: string }
  children: string
}

export function BankFileButton({ currency_code, batch, confirm, children }: ButtonProps) {
  const invalidate = useInvalidation()
  const take = async (): Promise<void> => {
    try {
      await download("POST /admin/payouts/bank-file", { body: { currency_code, batch } })
    } finally {
      // Also where there was no file: those of a shop with another account are called off.
      await invalidate(["/admin/payouts"])
    }
  }

  return (
    <ActionButton run={take} confirm={confirm}>
      {children}
    </ActionButton>
  )
}
