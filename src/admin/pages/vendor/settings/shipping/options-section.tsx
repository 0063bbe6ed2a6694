import { Badge, Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { ActionButton } from "../../../../components/action-button"
import { Loaded } from "../../../../components/loaded"
import { Section } from "../../../../components/page"
import { EmptyState } from "../../../../components/states"
import type { Answer } from "../../../../lib/api/client"
import { useAction, useAnswer } from "../../../../lib/api/hooks"
import { countryNames } from "../../../../lib/countries"
import { useMayInShop, useShop } from "../../../../lib/me"
import { useText } from "../../../../lib/text"
import { OptionDrawer } from "./option-drawer"
import { Price } from "./option-price"
import type { Option } from "./option-values"

/** More than a shop may have. */
const ALL = 100
/** So many countries are named in a row. */
const NAMED = 6

/** The ways of delivery that buyers are offered. */
export function OptionsSection() {
  const { t } = useText()
  const query = useAnswer("GET /vendor/shipping-options", { query: { limit: ALL, order: "name" } })
  const currencies = useAnswer("GET /vendor/currencies", {})
  const isSelling = useShop()?.status === "approved"
  const mayWrite = useMayInShop()("shipping:write")
  const [edited, setEdited] = useState<Option | "new" | null>(null)
  const offer = query.data && currencies.data ? { ...query.data, ...currencies.data } : null

  return (
    <Section
      title={t("shipping.options")}
      hint={t("shipping.options_hint")}
      className="divide-y"
      actions={
        mayWrite &&
        offer && (
          <Button size="small" onClick={() => setEdited("new")}>
            {t("shipping.add")}
          </Button>
        )
      }
    >
      <Loaded query={query} rows={2}>
        {(answer) => (
          <Options answer={answer} onEdit={mayWrite && offer ? setEdited : null} is_selling={isSelling} />
        )}
      </Loaded>
      {edited && offer && (
        <OptionDrawer
          option={edited === "new" ? null : edited}
          currencies={offer.currencies}
          store_country_codes={offer.store_country_codes}
          onClose={() => setEdited(null)}
        />
      )}
    </Section>
  )
}

type OptionsProps = {
  answer: Answer<"GET /vendor/shipping-options">
  /** Null for whoever may only look. */
  onEdit: ((option: Option) => void) | null
  is_selling: boolean
}

function Options({ answer: { shipping_options }, onEdit, is_selling }: OptionsProps) {
  const { t } = useText()
  if (!shipping_options.length) {
    return is_selling ? (
      <EmptyState title={t("shipping.none")} hint={t("shipping.none_hint")} />
    ) : (
      <EmptyState title={t("shipping.not_yet")} hint={t("shipping.not_yet_hint")} />
    )
  }

  return (
    <ul className="divide-y">
      {shipping_options.map((option) => (
        <OptionRow key={option.id} option={option} onEdit={onEdit} is_last={shipping_options.length === 1} />
      ))}
    </ul>
  )
}

type RowProps = { option: Option; onEdit: OptionsProps["onEdit"]; is_last: boolean }

function OptionRow({ option, onEdit, is_last }: RowProps) {
  const { t } = useText()

  return (
    <li className="flex flex-col gap-y-2 px-4 py-4 sm:px-6">
      <div className="flex flex-wrap items-center gap-2">
        <Text size="small" weight="plus" className="min-w-0 break-words">
          {option.name}
        </Text>
        {!option.is_editable && <Badge size="2xsmall">{t("shipping.managed")}</Badge>}
      </div>
      {option.description && (
        <Text size="small" className="break-words text-ui-fg-subtle">
          {option.description}
        </Text>
      )}
      <ul className="txt-small flex flex-wrap gap-x-4 gap-y-1">
        {option.prices.map(({ currency_code, amount }) => (
          <li key={currency_code}>
            <Price amount={String(amount)} currency_code={currency_code} />
          </li>
        ))}
      </ul>
      <Destinations codes={option.country_codes} />
      {onEdit && <RowActions option={option} onEdit={onEdit} is_last={is_last} />}
    </li>
  )
}

function Destinations({ codes }: { codes: string[] }) {
  const { t, language } = useText()
  const names = countryNames(codes, language)
  const first = names.slice(0, NAMED).join(", ")

  return (
    <Text size="small" className="text-ui-fg-subtle">
      {t("shipping.goes_to")}:{" "}
      {names.length > NAMED
        ? t("shipping.and_more", { names: first, count: names.length - NAMED })
        : first || "–"}
    </Text>
  )
}

function RowActions({ option, onEdit, is_last }: RowProps & { onEdit: (option: Option) => void }) {
  const { t } = useText()
  const { id, name, is_editable } = option
  const remove = useAction("DELETE /vendor/shipping-options/:id", ["/vendor/shipping-options"])
  if (!is_editable) {
    return (
      <Text size="small" className="text-ui-fg-subtle">
        {t("shipping.managed_hint")}
      </Text>
    )
  }

  return (
    <div className="flex flex-wrap items-center gap-2">
      <Button size="small" variant="secondary" onClick={() => onEdit(option)}>
        {t("actions.edit")}
        <span className="sr-only">{name}</span>
      </Button>
      {is_last ? (
        <Text size="small" className="text-ui-fg-subtle">
          {t("shipping.last")}
        </Text>
      ) : (
        <ActionButton
          run={() => remove.mutateAsync({ params: { id } })}
          confirm={{
            title: t("shipping.remove_ask", { name }),
            hint: t("shipping.remove_hint"),
            verb: t("actions.remove"),
          }}
          done={t("shipping.removed")}
        >
          {t("actions.remove")}
          <span className="sr-only">{name}</span>
        </ActionButton>
      )}
    </div>
  )
}
