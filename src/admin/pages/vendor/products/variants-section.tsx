import { Button, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { FormProvider, type UseFormReturn, useForm } from "react-hook-form"
import { Link } from "react-router-dom"
import { z } from "zod"
import { EditTable } from "../../../components/edit-table"
import { Failure } from "../../../components/form-drawer"
import { Loaded } from "../../../components/loaded"
import { Section } from "../../../components/page"
import { EmptyState } from "../../../components/states"
import { ApiError } from "../../../lib/api/api-error"
import { call } from "../../../lib/api/client"
import { useAnswer, useInvalidation } from "../../../lib/api/hooks"
import { useMayInShop } from "../../../lib/me"
import { sentenceOf } from "../../../lib/refusal-text"
import { useResolver } from "../../../lib/resolver"
import { useSaving } from "../../../lib/saving"
import { type Texts, useText } from "../../../lib/text"
import { useStoredValues } from "../../../lib/use-stored-values"
import { CHANGES, PRICE, type Product, type Variant } from "./product"
import { changeOf } from "./variant-changes"
import { columnsOf } from "./variant-columns"
import { VariantDrawer } from "./variant-drawer"

const valuesOf = ({ t }: Texts) => {
  const price = z.string().trim().regex(PRICE, t("products.price_wrong")).or(z.literal(""))
  const row = z.object({
    sku: z.string().trim().max(64),
    prices: z.record(z.string(), price),
    manage_inventory: z.boolean(),
    allow_backorder: z.boolean(),
  })

  return z.object({ rows: z.record(z.string(), row.partial()) })
}

type Values = z.infer<ReturnType<typeof valuesOf>>

/** The product's variants, with prices that are changed where they stand and saved together. */
export function VariantsSection({ product }: { product: Product }) {
  const { t } = useText()
  const may = useMayInShop()
  const [is_adding, setAdding] = useState(false)
  const currencies = useAnswer("GET /vendor/currencies", {})

  return (
    <Section
      title={t("products.price_and_stock")}
      className="divide-y"
      actions={
        <>
          {may("inventory:write") && (
            <Button size="small" variant="transparent" asChild>
              <Link to={`/vendor/inventory?product_id=${product.id}`}>{t("products.to_inventory")}</Link>
            </Button>
          )}
          {may("products:write") && (
            <Button size="small" variant="secondary" onClick={() => setAdding(true)}>
              {t("products.variant_add")}
            </Button>
          )}
        </>
      }
    >
      {!product.variants.length && (
        <EmptyState title={t("products.no_variants")} hint={t("products.no_variants_hint")} />
      )}
      {product.variants.length > 0 && (
        <Loaded query={currencies} rows={2}>
          {(answer) => <VariantsForm product={product} currencies={answer.currencies} />}
        </Loaded>
      )}
      {is_adding && (
        <VariantDrawer
          product={product}
          currencies={currencies.data?.currencies ?? []}
          onClose={() => setAdding(false)}
        />
      )}
    </Section>
  )
}

type FormProps = { product: Product; currencies: string[] }

function VariantsForm({ product, currencies }: FormProps) {
  const texts = useText()
  const { t } = texts
  const may = useMayInShop()
  const variants = product.variants.toSorted((a, b) => a.variant_rank - b.variant_rank)
  const stored = asStored(variants, currencies)
  const form = useForm<Values>({ resolver: useResolver(valuesOf(texts)), defaultValues: stored })
  useStoredValues(form, stored)
  const rows = form.watch("rows")
  const changed = variants.filter((variant) => changeOf(variant, rows[variant.id])).length
  const save = useSaveVariants(product, form)
  const saving = useSaving(form, { save, onSaved: () => toast.success(t("products.saved")) })

  return (
    <FormProvider {...form}>
      <form onSubmit={saving.submit} noValidate>
        <EditTable
          label={t("products.price_and_stock")}
          head={{
            label: t("products.variant"),
            cell: (variant) => <VariantName product={product} variant={variant} />,
          }}
          columns={columnsOf(texts, {
            currencies,
            product,
            may_write: may("products:write"),
            may_price: may("products:write") && may("pricing:write"),
          })}
          rows={variants}
        />
        {(changed > 0 || saving.failure) && (
          <div className="flex flex-col gap-y-2 border-t px-4 py-3 sm:px-6">
            <Failure saving={saving} />
            <div className="flex flex-wrap items-center justify-end gap-2">
              <Text size="small" role="status" className="flex-1 text-ui-fg-subtle">
                {t("products.unsaved", { count: changed })}
              </Text>
              <Button type="button" size="small" variant="secondary" onClick={() => form.reset(stored)}>
                {t("products.discard")}
              </Button>
              <Button type="submit" size="small" isLoading={saving.is_saving}>
                {t("actions.save")}
              </Button>
            </div>
          </div>
        )}
      </form>
    </FormProvider>
  )
}

/** What the fields show when nothing is typed. */
const asStored = (variants: Variant[], currencies: string[]): Values => ({
  rows: Object.fromEntries(
    variants.map(({ id, sku, prices, manage_inventory, allow_backorder }) => [
      id,
      {
        sku: sku ?? "",
        manage_inventory,
        allow_backorder,
        prices: Object.fromEntries(
          currencies.map((code) => [
            code,
            String(prices?.find(({ currency_code }) => currency_code === code)?.amount ?? ""),
          ])
        ),
      },
    ])
  ),
})

function VariantName({ product, variant }: { product: Product; variant: Variant }) {
  const chosen = product.options.flatMap(({ id, title }) =>
    variant.options.filter(({ option_id }) => option_id === id).map(({ value }) => `${title}: ${value}`)
  )

  return (
    <span className="flex flex-col">
      <span className="txt-compact-small-plus whitespace-normal break-words">{variant.title}</span>
      <span className="txt-small whitespace-normal text-ui-fg-subtle">{chosen.join(", ")}</span>
    </span>
  )
}

/** One after the other: what the server refuses is said at its row, and those before it are saved. */
function useSaveVariants(product: Product, form: UseFormReturn<Values>) {
  const invalidate = useInvalidation()
  const texts = useText()

  return async ({ rows }: Values): Promise<void> => {
    try {
      for (const variant of product.variants) {
        const body = changeOf(variant, rows[variant.id])
        if (body) {
          const params = { id: product.id, variant_id: variant.id }
          await call("POST /vendor/products/:id/variants/:variant_id", { params, body }).catch(
            (error: unknown) => {
              sayAtRow(form, variant, { error, texts })
              throw error
            }
          )
        }
      }
      form.reset({ rows }, { keepValues: true })
    } finally {
      // Once for all rows, also for those that were saved before one was refused.
      await invalidate(CHANGES)
    }
  }
}

/** Where no answer came there is nothing to say of a row. */
function sayAtRow(
  form: UseFormReturn<Values>,
  { id }: Variant,
  { error, texts }: { error: unknown; texts: Texts }
): void {
  if (!(error instanceof ApiError) || error.is_unanswered) {
    return
  }
  const isPrice = error.code === "product_price_invalid"
  const [first = ""] = Object.keys(form.getValues(`rows.${id}.prices`) ?? {})
  const name = isPrice && first ? (`rows.${id}.prices.${first}` as const) : (`rows.${id}.sku` as const)
  form.setError(name, { type: "server", message: sentenceOf(error, texts) }, { shouldFocus: true })
}
