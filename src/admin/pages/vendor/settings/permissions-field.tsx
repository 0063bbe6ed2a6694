import { Checkbox, Hint, Label, Text } from "@medusajs/ui"
import { useId } from "react"
import { useController } from "react-hook-form"
import { useText } from "../../../lib/text"
import { byArea, type KeyPermission } from "./api-key"

/** What a key may do, area by area. */
export function PermissionsField({ offered }: { offered: KeyPermission[] }) {
  const { t, named } = useText()
  const id = useId()
  const { field, fieldState } = useController({ name: "permissions" })
  const chosen: KeyPermission[] = field.value ?? []
  const toggle = (permission: KeyPermission): void =>
    field.onChange(
      chosen.includes(permission) ? chosen.filter((other) => other !== permission) : [...chosen, permission]
    )

  return (
    <fieldset
      ref={field.ref}
      tabIndex={-1}
      aria-describedby={`${id}-hint`}
      className="flex min-w-0 flex-col gap-y-3"
    >
      <legend className="txt-compact-small-plus mb-2">{t("api_keys.may")}</legend>
      <Text id={`${id}-hint`} size="small" className="text-ui-fg-subtle">
        {t("api_keys.may_hint")}
      </Text>
      {fieldState.error && (
        <Hint variant="error" role="alert">
          {fieldState.error.message}
        </Hint>
      )}
      {byArea(offered).map(({ area, permissions }) => (
        <fieldset
          key={area}
          aria-labelledby={`${id}-${area}`}
          className="flex min-w-0 flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-ui-border-base pt-3"
        >
          <span id={`${id}-${area}`} className="txt-compact-small">
            {named("api_keys.areas", area)}
          </span>
          <div className="flex flex-wrap gap-x-4 gap-y-2">
            {permissions.map(({ permission, verb }) => (
              <div key={permission} className="flex items-center gap-x-2">
                <Checkbox
                  id={`${id}-${permission}`}
                  checked={chosen.includes(permission)}
                  onCheckedChange={() => toggle(permission)}
                />
                <Label htmlFor={`${id}-${permission}`} size="small">
                  {named("api_keys.verbs", verb)}
                </Label>
              </div>
            ))}
          </div>
        </fieldset>
      ))}
    </fieldset>
  )
}
