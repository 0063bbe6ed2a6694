import { Badge, Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useForm } from "react-hook-form"
import { z } from "zod"
import { ActionButton } from "../../../components/action-button"
import { AreaField, TextField } from "../../../components/fields"
import { FormDrawer } from "../../../components/form-drawer"
import { Section } from "../../../components/page"
import { useAction } from "../../../lib/api/hooks"
import { useMayInShop } from "../../../lib/me"
import { useResolver } from "../../../lib/resolver"
import { useSaving } from "../../../lib/saving"
import { useText } from "../../../lib/text"
import { CHANGES, type Product } from "./product"
import { valuesOf } from "./variant-rows"

type Option = Product["options"][number]

/** What buyers choose by. */
export function OptionsSection({ product }: { product: Product }) {
  const { t } = useText()
  const may = useMayInShop()
  const [open, setOpen] = useState<Option | "new" | null>(null)
  const mayWrite = may("products:write")

  return (
    <Section
      title={t("products.options")}
      className="divide-y"
      actions={
        mayWrite && (
          <Button size="small" variant="secondary" onClick={() => setOpen("new")}>
            {t("products.option_add")}
          </Button>
        )
      }
    >
      {product.options.map((option) => (
        <div key={option.id} className="flex flex-col gap-y-2 px-4 py-3 sm:px-6">
          <Text size="small" weight="plus">
            {option.title}
          </Text>
          <span className="flex flex-wrap gap-1">
            {option.values.map(({ id, value }) => (
              <Badge key={id} size="2xsmall">
                {value}
              </Badge>
            ))}
          </span>
          {mayWrite && (
            <div className="flex gap-2">
              <Button
                size="small"
                variant="transparent"
                aria-label={`${t("actions.edit")}: ${option.title}`}
                onClick={() => setOpen(option)}
              >
                {t("actions.edit")}
              </Button>
              {product.options.length > 1 && <RemoveOption product={product} option={option} />}
            </div>
          )}
        </div>
      ))}
      {open && (
        <OptionDrawer product={product} option={open === "new" ? null : open} onClose={() => setOpen(null)} />
      )}
    </Section>
  )
}

function RemoveOption({ product, option }: { product: Product; option: Option }) {
  const { t } = useText()
  const remove = useAction("DELETE /vendor/products/:id/options/:option_id", CHANGES)

  return (
    <ActionButton
      variant="transparent"
      run={() => remove.mutateAsync({ params: { id: product.id, option_id: option.id } })}
      confirm={{
        title: t("products.option_delete_title", { title: option.title }),
        hint: t("products.option_delete_hint"),
      }}
    >
      {t("actions.remove")}
    </ActionButton>
  )
}

type DrawerProps = { product: Product; option: Option | null; onClose: () => void }

const NEW_LINE = /\n/

function OptionDrawer({ product, option, onClose }: DrawerProps) {
  const { t } = useText()
  const form = useForm({
    resolver: useResolver(
      z.object({
        title: z.string().trim().min(1, t("products.name_missing")).max(100),
        values: z
          .string()
          .refine((text) => valuesOf(text, NEW_LINE).length > 0, t("products.values_missing")),
      })
    ),
    defaultValues: {
      title: option?.title ?? "",
      values: option?.values.map(({ value }) => value).join("\n") ?? "",
    },
  })
  const add = useAction("POST /vendor/products/:id/options", CHANGES)
  const update = useAction("POST /vendor/products/:id/options/:option_id", CHANGES)
  const saving = useSaving(form, {
    save: ({ title, values }) => {
      const body = { title, values: valuesOf(values, NEW_LINE) }

      return option
        ? update.mutateAsync({ params: { id: product.id, option_id: option.id }, body })
        : add.mutateAsync({ params: { id: product.id }, body })
    },
    onSaved: onClose,
    fields_by_code: { product_options_invalid: "values" },
  })

  return (
    <FormDrawer
      title={option ? `${t("actions.edit")}: ${option.title}` : t("products.option_add")}
      hint={option ? undefined : t("products.option_new_hint")}
      is_open
      onClose={onClose}
      form={form}
      saving={saving}
    >
      <TextField name="title" label={t("products.option_name")} hint={t("products.option_name_hint")} />
      <AreaField
        name="values"
        label={t("products.option_values")}
        hint={t("products.option_lines_hint")}
        rows={6}
      />
    </FormDrawer>
  )
}
