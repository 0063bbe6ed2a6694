import { Button, Heading, Text } from "@medusajs/ui"
import { useFieldArray, useForm, useFormContext } from "react-hook-form"
import { ChoiceField, TextField } from "../../../components/fields"
import { FormDrawer } from "../../../components/form-drawer"
import { RecordField } from "../../../components/record-field"
import { useAction } from "../../../lib/api/hooks"
import { useResolver } from "../../../lib/resolver"
import { useSaving } from "../../../lib/saving"
import { useText } from "../../../lib/text"
import { FOUND } from "./condition-names"
import { Preview } from "./preview"
import { bodyOf, CHANGES, NEW_RULE, OFFERED, type Rule, type RuleValues, ruleValues, valuesOf } from "./rule"

/** A new rule, or another version of one. What is sold stays charged by the version that held then. */
export function RuleDrawer({ rule, onClose }: { rule: Rule | null; onClose: () => void }) {
  const texts = useText()
  const { t, named } = texts
  const form = useForm({
    resolver: useResolver(ruleValues(texts)),
    defaultValues: rule ? valuesOf(rule) : NEW_RULE,
  })
  const create = useAction("POST /admin/commission-rules", CHANGES)
  const update = useAction("POST /admin/commission-rules/:id", CHANGES)
  const saving = useSaving(form, {
    save: (values): Promise<unknown> =>
      rule
        ? update.mutateAsync({ params: { id: rule.id }, body: bodyOf(values) })
        : create.mutateAsync({ body: bodyOf(values) }),
    onSaved: onClose,
  })
  const choices = (prefix: string, values: string[]) =>
    values.map((value) => ({ value, label: named(prefix, value) }))

  return (
    <FormDrawer
      title={t(rule ? "commission.edit_title" : "commission.new")}
      is_open
      onClose={onClose}
      form={form}
      saving={saving}
    >
      <TextField name="name" label={t("commission.rule")} maxLength={200} />
      <TextField name="rate" label={t("commission.rate")} inputMode="decimal" autoComplete="off" />
      <ChoiceField
        name="applies_to"
        label={t("commission.applies_to")}
        choices={choices("commission.applies_names", ["items", "shipping", "all"])}
      />
      <TextField
        name="priority"
        label={t("commission.priority")}
        hint={t("commission.priority_hint")}
        inputMode="numeric"
      />
      <div>
        <Heading level="h2">{t("commission.conditions")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("commission.conditions_hint")}
        </Text>
      </div>
      {OFFERED.map((name) => (
        <RecordField
          key={name}
          name={`conditions.${name}`}
          label={t(`commission.${name}`)}
          useFound={FOUND[name]}
        />
      ))}
      <Amounts />
      <ChoiceField
        name="counted_by"
        label={t("commission.counted_by")}
        choices={choices("commission.counted_names", ["order", "item"])}
      />
      <TextField name="starts_at" label={t("commission.starts_at")} type="datetime-local" is_optional />
      <TextField
        name="ends_at"
        label={t("commission.ends_at")}
        hint={t("commission.any_time")}
        type="datetime-local"
        is_optional
      />
      <Preview
        changeOf={() => {
          const terms = bodyOf(form.getValues())

          return rule ? { id: rule.id, update: terms } : { create: terms }
        }}
      />
    </FormDrawer>
  )
}

function Amounts() {
  const { t } = useText()
  const { control } = useFormContext<RuleValues>()
  const { fields, append, remove } = useFieldArray({ control, name: "amounts" })

  return (
    <fieldset className="flex flex-col gap-y-3">
      <legend className="h2-core mb-2">{t("commission.amounts")}</legend>
      {fields.map(({ id }, index) => (
        <div key={id} className="grid grid-cols-2 gap-2 rounded-lg border p-3">
          <TextField name={`amounts.${index}.currency_code`} label={t("commission.currency")} maxLength={3} />
          {(["fixed", "floor", "cap"] as const).map((name) => (
            <TextField
              key={name}
              name={`amounts.${index}.${name}`}
              label={t(`commission.${name}`)}
              inputMode="decimal"
              autoComplete="off"
            />
          ))}
          <Button size="small" type="button" variant="transparent" onClick={() => remove(index)}>
            {t("commission.remove_amount")}
          </Button>
        </div>
      ))}
      <Button
        size="small"
        type="button"
        variant="secondary"
        className="self-start"
        onClick={() => append({ currency_code: "", fixed: "", floor: "", cap: "" })}
      >
        {t("commission.add_amount")}
      </Button>
    </fieldset>
  )
}
