import { useForm } from "react-hook-form"
import { AmountField, ChoiceField, SwitchField, TextField } from "../../../components/fields"
import { FormDrawer } from "../../../components/form-drawer"
import { Loaded } from "../../../components/loaded"
import { useAction, useAnswer } from "../../../lib/api/hooks"
import { useResolver } from "../../../lib/resolver"
import { useSaving } from "../../../lib/saving"
import { useText } from "../../../lib/text"
import { ProductsField } from "./products-field"
import { CHANGES, type Promotion } from "./promotion"
import { changeOf, creationOf, startValues, type Values, valuesOf } from "./promotion-values"

type Props = { promotion: Promotion | null; onClose: () => void }

/** A new promotion, or what of one can still be changed. */
export function PromotionDrawer(props: Props) {
  const currencies = useAnswer("GET /vendor/currencies", {})

  return (
    <Loaded query={currencies} rows={1}>
      {(answer) => <OpenDrawer {...props} currencies={answer.currencies} />}
    </Loaded>
  )
}

type OpenProps = Props & { currencies: string[] }

function OpenDrawer({ promotion, onClose, currencies }: OpenProps) {
  const texts = useText()
  const { t } = texts
  const form = useForm<Values>({
    resolver: useResolver(valuesOf(texts, !promotion)),
    defaultValues: startValues(promotion, currencies[0] ?? ""),
  })
  const create = useAction("POST /vendor/promotions", CHANGES)
  const update = useAction("POST /vendor/promotions/:id", CHANGES)
  const saving = useSaving(form, {
    save: (values) =>
      promotion
        ? update.mutateAsync({ params: { id: promotion.id }, body: changeOf(values, promotion) })
        : create.mutateAsync({ body: creationOf(values) }),
    onSaved: onClose,
    fields_by_code: { promotion_code_taken: "code" },
  })

  return (
    <FormDrawer
      title={t(promotion ? "promotions.edit" : "promotions.add")}
      is_open
      onClose={onClose}
      form={form}
      saving={saving}
    >
      <TextField name="name" label={t("promotions.name")} hint={t("promotions.name_hint")} maxLength={120} />
      {!promotion && <LastingFields values={form.watch()} currencies={currencies} />}
      <Worth values={form.watch()} has_currency={!promotion || Boolean(promotion.currency_code)} />
      <TextField name="starts_at" label={t("promotions.starts")} type="datetime-local" is_optional />
      <TextField name="ends_at" label={t("promotions.ends")} type="datetime-local" is_optional />
      <TextField name="usage_limit" label={t("promotions.usage_limit")} inputMode="numeric" is_optional />
      {form.watch("target") === "items" && <ProductsField name="products" />}
      {!promotion && <SwitchField name="is_started" label={t("promotions.start_now")} />}
    </FormDrawer>
  )
}

const TARGETS = ["items", "delivery"] as const
const KINDS = ["percentage", "fixed"] as const

/** What stays as it is for as long as the promotion lives. */
function LastingFields({ values, currencies }: { values: Values; currencies: string[] }) {
  const { t, named } = useText()

  return (
    <>
      <SwitchField name="is_automatic" label={t("promotions.is_automatic")} />
      {!values.is_automatic && (
        <TextField
          name="code"
          label={t("promotions.code")}
          hint={t("promotions.code_hint")}
          autoComplete="off"
        />
      )}
      <ChoiceField
        name="target"
        label={t("promotions.on")}
        choices={TARGETS.map((value) => ({ value, label: named("promotions.target", value) }))}
      />
      <ChoiceField
        name="kind"
        label={t("promotions.kind_label")}
        choices={KINDS.map((value) => ({ value, label: named("promotions.kind", value) }))}
      />
      {currencies.length > 1 && (
        <ChoiceField
          name="currency_code"
          label={t("promotions.currency")}
          hint={t("promotions.currency_hint")}
          choices={currencies.map((value) => ({ value, label: value.toUpperCase() }))}
        />
      )}
    </>
  )
}

function Worth({ values, has_currency }: { values: Values; has_currency: boolean }) {
  const { t } = useText()
  const { kind, currency_code } = values

  return (
    <>
      {kind === "percentage" ? (
        <TextField name="value" label={t("promotions.percent")} inputMode="decimal" autoComplete="off" />
      ) : (
        <AmountField name="value" label={t("promotions.amount")} currency_code={currency_code} />
      )}
      {has_currency && (
        <>
          <AmountField
            name="minimum_subtotal"
            label={t("promotions.minimum")}
            hint={t("promotions.minimum_hint")}
            currency_code={currency_code}
            is_optional
          />
          <AmountField
            name="budget"
            label={t("promotions.budget")}
            currency_code={currency_code}
            is_optional
          />
        </>
      )}
    </>
  )
}
