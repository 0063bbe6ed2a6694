import { Form } from "@medusajs/dashboard/components"
import { type Input, Select, Switch, Text, Textarea } from "@medusajs/ui"
import type { ComponentProps, ReactNode } from "react"
import { useFormContext } from "react-hook-form"
import { useText } from "../lib/text"
import type { Choice } from "./select-box"
import { TextInput } from "./text-input"

type FieldProps = { name: string; label: string; hint?: ReactNode; is_optional?: boolean }

/** Beside a label. The one that Medusa's label brings is English in every language. */
export function OptionalMark() {
  const { t } = useText()

  return (
    <Text size="small" leading="compact" className="text-ui-fg-muted">
      ({t("inputs.optional")})
    </Text>
  )
}

type Control = {
  value: never
  onChange: (...event: unknown[]) => void
  onBlur: () => void
  name: string
  ref: never
}

type ShellProps = FieldProps & { children: (field: Control) => ReactNode }

/** A label, its control, a hint and what is wrong with it, told to screen readers together. */
function Field({ name, label, hint, is_optional, children }: ShellProps) {
  const { control } = useFormContext()

  return (
    <Form.Field
      control={control}
      name={name}
      render={({ field }) => (
        <Form.Item>
          <Form.Label icon={is_optional && <OptionalMark />}>{label}</Form.Label>
          <Form.Control>{children(field as unknown as Control)}</Form.Control>
          {hint && <Form.Hint>{hint}</Form.Hint>}
          <Form.ErrorMessage />
        </Form.Item>
      )}
    />
  )
}

type InputProps = Pick<
  ComponentProps<typeof Input>,
  "type" | "autoComplete" | "inputMode" | "maxLength" | "placeholder" | "min" | "max" | "disabled"
>

export const TextField = ({ name, label, hint, is_optional, ...input }: FieldProps & InputProps) => (
  <Field name={name} label={label} hint={hint} is_optional={is_optional}>
    {(field) => <TextInput {...input} {...field} value={field.value ?? ""} />}
  </Field>
)

/** An amount in major units, as text: a number field would round it and lose its last digits. */
export const AmountField = ({ currency_code, ...props }: FieldProps & { currency_code: string }) => (
  <TextField
    {...props}
    label={`${props.label} (${currency_code.toUpperCase()})`}
    inputMode="decimal"
    autoComplete="off"
  />
)

export const AreaField = ({ name, label, hint, is_optional, rows = 3 }: FieldProps & { rows?: number }) => (
  <Field name={name} label={label} hint={hint} is_optional={is_optional}>
    {(field) => <Textarea rows={rows} {...field} value={field.value ?? ""} />}
  </Field>
)

export const ChoiceField = ({
  name,
  label,
  hint,
  is_optional,
  choices,
}: FieldProps & { choices: Choice[] }) => {
  const { control } = useFormContext()

  return (
    <Form.Field
      control={control}
      name={name}
      render={({ field: { value, onChange, ref, ...field } }) => (
        <Form.Item>
          <Form.Label icon={is_optional && <OptionalMark />}>{label}</Form.Label>
          <Select {...field} value={value ?? ""} onValueChange={onChange}>
            <Form.Control>
              <Select.Trigger ref={ref}>
                <Select.Value />
              </Select.Trigger>
            </Form.Control>
            <Select.Content>
              {choices.map((choice) => (
                <Select.Item key={choice.value} value={choice.value}>
                  {choice.label}
                </Select.Item>
              ))}
            </Select.Content>
          </Select>
          {hint && <Form.Hint>{hint}</Form.Hint>}
          <Form.ErrorMessage />
        </Form.Item>
      )}
    />
  )
}

type SwitchProps = FieldProps & {
  /** Where switching does more than to set the field. */
  onSwitch?: (is_on: boolean) => void
}

export const SwitchField = ({ name, label, hint, onSwitch }: SwitchProps) => {
  const { control } = useFormContext()

  return (
    <Form.Field
      control={control}
      name={name}
      render={({ field: { value, onChange, ...field } }) => (
        <Form.Item>
          <div className="flex items-center justify-between gap-x-4">
            <Form.Label>{label}</Form.Label>
            <Form.Control>
              <Switch {...field} checked={Boolean(value)} onCheckedChange={onSwitch ?? onChange} />
            </Form.Control>
          </div>
          {hint && <Form.Hint>{hint}</Form.Hint>}
          <Form.ErrorMessage />
        </Form.Item>
      )}
    />
  )
}
