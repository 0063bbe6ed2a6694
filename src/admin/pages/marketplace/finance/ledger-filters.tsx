import { Button } from "@medusajs/ui"
import { ACCOUNT_TYPES } from "../../../../lib/ledger-names"
import type { Filter } from "../../../components/list-toolbar"
import { useAnswer } from "../../../lib/api/hooks"
import type { ListState } from "../../../lib/list-state"
import type { Texts } from "../../../lib/text"
import { useText } from "../../../lib/text"

/** Which account of the books the address asks for. */
export const askedAccount = ({ filters }: ListState) => ({
  account_type: ACCOUNT_TYPES.find((type) => type === filters.account_type),
  owner: filters.owner,
  currency_code: filters.currency_code,
})

/** Kind and currency of accounts; the currencies are those that the books have. */
export function useAccountFilters(): Filter[] {
  const { t, named } = useText()
  const { data } = useAnswer("GET /admin/ledger/trial-balance", {})

  return [
    {
      name: "account_type",
      label: t("finance.account_type"),
      choices: ACCOUNT_TYPES.map((value) => ({ value, label: named("ledger.accounts", value) })),
    },
    {
      name: "currency_code",
      label: t("finance.currency"),
      choices: (data?.trial_balance ?? []).map(({ currency_code }) => ({
        value: currency_code,
        label: currency_code.toUpperCase(),
      })),
    },
  ]
}

type OwnerProps = { list: ListState; ownerName: (id: string) => string }

/** Whose accounts alone are shown: of shops there are too many to choose from, so that a link leads here. */
export function OwnerChoice({ list, ownerName }: OwnerProps) {
  const { t } = useText()
  const { owner } = list.filters

  return (
    owner && (
      <Button size="small" variant="secondary" onClick={() => list.setFilter("owner", null)}>
        {t("books.only_of", { owner: ownerName(owner) })}
      </Button>
    )
  )
}

export const accountName = (
  { account_type, owner }: { account_type: string; owner: string | null },
  { named }: Pick<Texts, "named">,
  ownerName: (id: string) => string
): string => [named("ledger.accounts", account_type), owner && ownerName(owner)].filter(Boolean).join(" · ")
