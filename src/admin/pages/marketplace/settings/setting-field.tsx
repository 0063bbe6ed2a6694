import { Checkbox, Label } from "@medusajs/ui"
import { useId } from "react"
import { useController } from "react-hook-form"
import { AmountRows, useAmountParts } from "../../../components/amount-rows"
import { ChoiceField, SwitchField, TextField } from "../../../components/fields"
import { RowsField } from "../../../components/rows-field"
import { type Texts, useText } from "../../../lib/text"
import type { Spec } from "./specs"
import { nameOf } from "./values"

export function SettingField({ spec }: { spec: Spec }) {
  const texts = useText()
  const { t } = texts
  const field = { name: nameOf(spec), label: labelOf(spec.path, texts) }
  switch (spec.kind) {
    case "switch":
      return <SwitchField {...field} />
    case "choice":
      return <ChoiceField {...field} choices={choicesOf(spec, texts)} />
    case "choices":
      return <ChoicesField {...field} spec={spec} />
    case "amounts":
      return <AmountRows {...field} />
    case "rail_amounts":
      return <RailAmounts {...field} />
    case "routes":
      return <Routes {...field} options={spec.options} />
    case "list":
      return <TextField {...field} hint={t("operator_settings.list_hint")} />
    case "optional_whole":
      return <TextField {...field} inputMode="numeric" hint={t("operator_settings.empty_hint")} />
    case "percent":
      return <TextField {...field} inputMode="decimal" />
    case "text":
      return <TextField {...field} />
    case "whole":
      return <TextField {...field} inputMode="numeric" />
    default:
      return spec.kind satisfies never
  }
}

type RowsProps = { name: string; label: string }

function RailAmounts(props: RowsProps) {
  const { t } = useText()
  const rail = { name: "rail", label: t("operator_settings.rail"), placeholder: "paystack", maxLength: 40 }

  return (
    <RowsField
      {...props}
      hint={t("operator_settings.rail_hint")}
      parts={[rail, ...useAmountParts()]}
      add={t("operator_settings.add_rail")}
    />
  )
}

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"]

function Routes({ options = [], ...props }: RowsProps & Pick<Spec, "options">) {
  const { t } = useText()
  const plain = (values: readonly string[]) => values.map((value) => ({ value, label: value }))

  return (
    <RowsField
      {...props}
      hint={t("operator_settings.routes_hint")}
      parts={[
        { name: "method", label: t("operator_settings.method"), choices: plain(METHODS) },
        { name: "path", label: t("operator_settings.path"), placeholder: "/admin/plugin" },
        { name: "permission", label: t("operator_settings.permission"), choices: plain(options) },
      ]}
      add={t("operator_settings.add_route")}
    />
  )
}

/** `payout_reserves.high.days` as its parts' names, one after the other. */
const labelOf = (path: string, { named }: Texts): string =>
  path
    .split(".")
    .map((part) => named("operator_settings.names", part))
    .join(", ")

/** Where the names of a setting's options stand; the others have theirs among the settings'. */
const NAMES_OF: Record<string, string> = {
  onboarding_requirements: "shops.requirement_names",
  payout_match_kinds: "finance.kinds",
  payout_schedule: "shops.schedule_names",
  refusal_cost_platform_reasons: "reasons",
}

const choicesOf = ({ path, options = [] }: Spec, { named }: Texts) =>
  options.map((value) => ({
    value,
    label: named(NAMES_OF[path] ?? "operator_settings.names", value),
  }))

type ChoicesProps = { name: string; label: string; spec: Spec }

function ChoicesField({ name, label, spec }: ChoicesProps) {
  const texts = useText()
  const id = useId()
  const { field } = useController({ name })
  const chosen: string[] = field.value ?? []
  const change = (value: string, is_chosen: boolean) =>
    field.onChange(is_chosen ? [...chosen, value] : chosen.filter((other) => other !== value))

  return (
    <fieldset className="flex flex-col gap-y-2">
      <legend className="txt-compact-small-plus mb-2">{label}</legend>
      {choicesOf(spec, texts).map((choice) => (
        <div key={choice.value} className="flex items-center gap-x-2">
          <Checkbox
            id={`${id}${choice.value}`}
            checked={chosen.includes(choice.value)}
            onCheckedChange={(checked) => change(choice.value, checked === true)}
          />
          <Label htmlFor={`${id}${choice.value}`} size="small">
            {choice.label}
          </Label>
        </div>
      ))}
    </fieldset>
  )
}
