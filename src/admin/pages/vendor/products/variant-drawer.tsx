import { Text } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { z } from "zod"
import { AmountField, ChoiceField, SwitchField, TextField } from "../../../components/fields"
import { FormDrawer } from "../../../components/form-drawer"
import { useAction } from "../../../lib/api/hooks"
import { useHasPlace, useMayInShop } from "../../../lib/me"
import { useResolver } from "../../../lib/resolver"
import { useSaving } from "../../../lib/saving"
import { type Texts, useText } from "../../../lib/text"
import { arePiecesRight, CHANGES, PRICE, type Product, pricesOf } from "./product"

type Props = { product: Product; currencies: string[]; onClose: () => void }

const valuesOf = ({ t }: Texts) =>
  z
    .object({
      // In the order of the product's options: a title may have a dot in it, a field's name may not.
      choices: z.array(z.string().min(1, t("products.choose"))),
      sku: z.string().trim().max(64),
      prices: z.record(
        z.string(),
        z.string().trim().regex(PRICE, t("products.price_wrong")).or(z.literal(""))
      ),
      is_counted: z.boolean(),
      quantity: z.string().trim(),
    })
    .refine(arePiecesRight, { path: ["quantity"], message: t("products.pieces_wrong") })

export function VariantDrawer({ product, currencies, onClose }: Props) {
  const texts = useText()
  const { t } = texts
  const may = useMayInShop()
  const has_place = useHasPlace()
  const form = useForm({
    resolver: useResolver(valuesOf(texts)),
    defaultValues: {
      choices: product.options.map(() => ""),
      sku: "",
      prices: Object.fromEntries(currencies.map((code) => [code, ""])),
      is_counted: true,
      quantity: "",
    },
  })
  const add = useAction("POST /vendor/products/:id/variants", CHANGES)
  const saving = useSaving(form, {
    save: ({ choices, sku, prices, is_counted, quantity }) => {
      const sent = pricesOf(prices)

      return add.mutateAsync({
        params: { id: product.id },
        body: {
          title: choices.join(" / "),
          options: Object.fromEntries(
            product.options.map(({ title }, index) => [title, choices[index] ?? ""])
          ),
          sku: sku || null,
          manage_inventory: is_counted,
          ...(sent.length > 0 && { prices: sent }),
          ...(is_counted && quantity && { stocked_quantity: Number(quantity) }),
        },
      })
    },
    onSaved: onClose,
    fields_by_code: { product_sku_taken: "sku", product_options_invalid: "choices.0" },
  })

  return (
    <FormDrawer
      title={t("products.variant_add")}
      hint={t("products.variant_hint")}
      is_open
      onClose={onClose}
      form={form}
      saving={saving}
    >
      {product.options.map(({ id, title, values }, index) => (
        <ChoiceField
          key={id}
          name={`choices.${index}`}
          label={title}
          choices={values.map(({ value }) => ({ value, label: value }))}
        />
      ))}
      {may("pricing:write") &&
        currencies.map((code) => (
          <AmountField
            key={code}
            name={`prices.${code}`}
            label={t("products.price")}
            currency_code={code}
            is_optional
          />
        ))}
      <TextField name="sku" label={t("products.sku")} hint={t("products.sku_hint")} is_optional />
      <SwitchField name="is_counted" label={t("products.counted")} />
      {form.watch("is_counted") &&
        (has_place ? (
          <TextField name="quantity" label={t("products.pieces")} inputMode="numeric" is_optional />
        ) : (
          <Text size="small" className="text-ui-fg-subtle">
            {t("products.pieces_later")}
          </Text>
        ))}
    </FormDrawer>
  )
}
