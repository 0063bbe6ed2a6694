import { Text, toast } from "@medusajs/ui"
import { useForm, useFormContext } from "react-hook-form"
import { AmountField, ChoiceField, TextField } from "../../../../components/fields"
import { FormDrawer } from "../../../../components/form-drawer"
import { useAction } from "../../../../lib/api/hooks"
import { useResolver } from "../../../../lib/resolver"
import { useSaving } from "../../../../lib/saving"
import { useText } from "../../../../lib/text"
import { CountriesField } from "./countries-field"
import { Price } from "./option-price"
import {
  changeOf,
  creationOf,
  KINDS,
  type Option,
  type OptionValues,
  optionSchema,
  priceProblem,
  startValues,
} from "./option-values"

type Props = {
  /** Null for a new one. */
  option: Option | null
  currencies: string[]
  store_country_codes: string[]
  onClose: () => void
}

const CHANGES = ["/vendor/shipping-options"]

export function OptionDrawer({ option, currencies, store_country_codes, onClose }: Props) {
  const texts = useText()
  const { t } = texts
  const form = useForm<OptionValues>({
    resolver: useResolver(optionSchema(texts)),
    defaultValues: startValues(option, { currencies, store_country_codes }),
  })
  const create = useAction("POST /vendor/shipping-options", CHANGES)
  const update = useAction("POST /vendor/shipping-options/:id", CHANGES)
  const saving = useSaving(form, {
    save: (values) =>
      option
        ? update.mutateAsync({ params: { id: option.id }, body: changeOf(values, option) })
        : create.mutateAsync({ body: creationOf(values) }),
    onSaved: () => {
      toast.success(t("shipping.saved"))
      onClose()
    },
    fields_by_code: { shipping_country_refused: "country_codes" },
  })

  return (
    <FormDrawer
      title={t(option ? "shipping.edit" : "shipping.add")}
      is_open
      onClose={onClose}
      form={form}
      saving={saving}
    >
      <NameFields type={option?.type ?? null} />
      <PriceFields currencies={currencies} />
      <CountriesField
        name="country_codes"
        codes={[...new Set([...store_country_codes, ...(option?.country_codes ?? [])])]}
      />
      <Preview currencies={currencies} />
    </FormDrawer>
  )
}

function NameFields({ type }: { type: string | null }) {
  const { t, named } = useText()
  const kinds = [...new Set([...KINDS, ...(type ? [type] : [])])]

  return (
    <>
      <TextField
        name="name"
        label={t("shipping.name")}
        hint={t("shipping.name_hint")}
        maxLength={120}
        autoComplete="off"
      />
      <TextField
        name="description"
        label={t("shipping.description")}
        hint={t("shipping.description_hint")}
        maxLength={300}
        autoComplete="off"
        is_optional
      />
      <ChoiceField
        name="type"
        label={t("shipping.kind")}
        hint={t("shipping.kind_hint")}
        choices={kinds.map((value) => ({ value, label: named("shipping.kinds", value) }))}
      />
    </>
  )
}

function PriceFields({ currencies }: { currencies: string[] }) {
  const { t } = useText()

  return (
    <fieldset className="flex min-w-0 flex-col gap-y-3">
      <legend className="txt-compact-small-plus mb-2">{t("shipping.prices")}</legend>
      <Text size="small" className="text-ui-fg-subtle">
        {t(currencies.length > 1 ? "shipping.prices_hint" : "shipping.one_price_hint")}
      </Text>
      <div className="grid grid-cols-2 gap-3">
        {currencies.map((currency_code) => (
          <AmountField
            key={currency_code}
            name={`prices.${currency_code}`}
            label={t("shipping.price")}
            currency_code={currency_code}
          />
        ))}
      </div>
    </fieldset>
  )
}

/** Name, line and price as they stand at checkout. */
function Preview({ currencies }: { currencies: string[] }) {
  const texts = useText()
  const { t } = texts
  const { watch } = useFormContext<OptionValues>()
  const { name, description, prices } = watch()
  const currency = currencies.find((code) => prices[code]?.trim())
  const amount = currency && prices[currency]?.trim()
  const isShown = currency && amount && !priceProblem(amount, currency, texts)

  return (
    <section aria-label={t("shipping.preview")} className="flex flex-col gap-y-2">
      <Text size="small" weight="plus">
        {t("shipping.preview")}
      </Text>
      <div className="flex items-start justify-between gap-x-4 rounded-md border bg-ui-bg-component px-4 py-3">
        <div className="min-w-0">
          <Text size="small" weight="plus" className="break-words">
            {name.trim() || "–"}
          </Text>
          {description.trim() && (
            <Text size="small" className="break-words text-ui-fg-subtle">
              {description}
            </Text>
          )}
        </div>
        <Text size="small" as="div">
          {isShown ? <Price amount={amount} currency_code={currency} /> : "–"}
        </Text>
      </div>
    </section>
  )
}
