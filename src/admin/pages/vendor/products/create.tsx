import { Button } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useNavigate } from "react-router-dom"
import { z } from "zod"
import { Page } from "../../../components/page"
import { PageForm } from "../../../components/page-form"
import { StandingNote } from "../../../components/standing-note"
import type { Body } from "../../../lib/api/client"
import { useAction } from "../../../lib/api/hooks"
import { htmlOf } from "../../../lib/description"
import { useMayInShop } from "../../../lib/me"
import { useResolver } from "../../../lib/resolver"
import { useSaving } from "../../../lib/saving"
import { type Texts, useText } from "../../../lib/text"
import { ContentFields, contentOf, NO_CONTENT } from "./content"
import { arePiecesRight, CHANGES, PRICE, pricesOf } from "./product"
import { MOST_VARIANTS, newRow, optionProblems, optionsOf, type VariantRow } from "./variant-rows"
import { VariantsSection } from "./variants-new"

const valuesOf = ({ t }: Texts) => {
  const price = z.string().trim().regex(PRICE, t("products.price_wrong")).or(z.literal(""))
  const variant = z
    .object({
      title: z.string(),
      options: z.record(z.string(), z.string()),
      sku: z.string().trim().max(64),
      prices: z.record(z.string(), price),
      is_counted: z.boolean(),
      quantity: z.string().trim(),
    })
    .refine(arePiecesRight, { path: ["quantity"], message: t("products.pieces_wrong") })

  return z
    .object({
      ...contentOf(t("products.name_missing")),
      status: z.enum(["draft", "proposed"]),
      has_options: z.boolean(),
      options: z.array(z.object({ title: z.string().max(100), values: z.string().max(5000) })),
      variants: z.array(variant),
    })
    .refine(({ variants }) => variants.length > 0, {
      path: ["options", 0, "values"],
      message: t("products.values_missing"),
    })
    .superRefine(({ has_options, options }, { addIssue }) => {
      for (const { index, field, is } of has_options ? optionProblems(options) : []) {
        const message =
          is === "missing" ? t("inputs.required") : t("products.too_many_variants", { most: MOST_VARIANTS })
        addIssue({ code: "custom", path: ["options", index, field], message })
      }
    })
}

type Values = z.infer<ReturnType<typeof valuesOf>>

/** For whoever has the address: the way here is shown to those alone who may. */
export default function ProductCreate() {
  const { t } = useText()
  const may = useMayInShop()

  return may("products:write") ? (
    <CreateForm />
  ) : (
    <Page title={t("products.add")} back="/vendor/products">
      <StandingNote permission="products:write" />
    </Page>
  )
}

function CreateForm() {
  const texts = useText()
  const { t } = texts
  const navigate = useNavigate()
  const create = useAction("POST /vendor/products", CHANGES)
  const form = useForm<Values>({
    resolver: useResolver(valuesOf(texts)),
    defaultValues: {
      ...NO_CONTENT,
      status: "draft",
      has_options: false,
      options: [{ title: "", values: "" }],
      variants: [newRow(t("products.only_variant"))],
    },
  })
  const saving = useSaving(form, {
    save: async (values) => {
      const { product } = await create.mutateAsync({ body: bodyOf(values) })
      navigate(`/vendor/products/${product.id}`, { replace: true })
    },
    fields_by_code: { product_options_invalid: "options.0.values" },
  })
  const saveAs = (status: Values["status"]) => {
    form.setValue("status", status)

    return saving.submit()
  }

  return (
    <Page title={t("products.add")} back="/vendor/products">
      <PageForm
        form={form}
        saving={{
          ...saving,
          submit: (event) => {
            event?.preventDefault()
            return saveAs("draft")
          },
        }}
        back="/vendor/products"
        verb={t("products.save_draft")}
        others={
          <Button
            type="button"
            size="small"
            variant="secondary"
            disabled={saving.is_saving}
            onClick={() => saveAs("proposed")}
          >
            {t("products.save_and_submit")}
          </Button>
        }
      >
        <ContentFields />
        <VariantsSection />
      </PageForm>
    </Page>
  )
}

function bodyOf({
  title,
  description,
  images,
  category_ids,
  tags,
  status,
  ...rest
}: Values): Body<"POST /vendor/products"> {
  return {
    title,
    description: htmlOf(description) || null,
    images,
    category_ids,
    tag_ids: tags.map(({ id }) => id),
    status,
    ...(rest.has_options && { options: optionsOf(rest.options) }),
    variants: rest.variants.map((row) => variantOf(row, rest.has_options)),
  }
}

function variantOf({ title, options, sku, prices, is_counted, quantity }: VariantRow, has_options: boolean) {
  const sent = pricesOf(prices)

  return {
    title,
    sku: sku || null,
    manage_inventory: is_counted,
    ...(has_options && { options }),
    // Who may set no prices may not even send none.
    ...(sent.length > 0 && { prices: sent }),
    ...(is_counted && quantity && { stocked_quantity: Number(quantity) }),
  }
}
