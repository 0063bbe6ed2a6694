import { useForm } from "react-hook-form"
import { useNavigate, useParams } from "react-router-dom"
import { z } from "zod"
import { Loaded } from "../../../components/loaded"
import { Page } from "../../../components/page"
import { PageForm } from "../../../components/page-form"
import { useAction, useAnswer } from "../../../lib/api/hooks"
import { hasFormatting, htmlOf, textOf } from "../../../lib/description"
import { useResolver } from "../../../lib/resolver"
import { useSaving } from "../../../lib/saving"
import { useText } from "../../../lib/text"
import { ContentFields, contentOf } from "./content"
import { CHANGES, type Product } from "./product"

export default function ProductEdit() {
  const { id = "" } = useParams()
  const { t } = useText()
  const query = useAnswer("GET /vendor/products/:id", { params: { id } })

  return (
    <Loaded query={query}>
      {({ product }) => (
        <Page
          title={t("products.edit_title", { title: product.title })}
          hint={product.status === "published" ? t("products.edit_hint") : undefined}
          back={`/vendor/products/${id}`}
        >
          <EditForm product={product} />
        </Page>
      )}
    </Loaded>
  )
}

function EditForm({ product }: { product: Product }) {
  const { t } = useText()
  const navigate = useNavigate()
  const path = `/vendor/products/${product.id}`
  const description = textOf(product.description)
  const form = useForm({
    resolver: useResolver(z.object(contentOf(t("products.name_missing")))),
    defaultValues: {
      title: product.title,
      description,
      images: product.images.toSorted((a, b) => a.rank - b.rank).map(({ url }) => url),
      category_ids: product.categories.map(({ id }) => id),
      tags: product.tags.map(({ id, value }) => ({ id, label: value })),
    },
  })
  const update = useAction("POST /vendor/products/:id", CHANGES)
  const saving = useSaving(form, {
    save: ({ tags, images, description: typed, ...values }) =>
      update.mutateAsync({
        params: { id: product.id },
        body: {
          ...values,
          // Only what was changed is sent: text alone would lose the formatting.
          ...(typed === description ? {} : { description: htmlOf(typed) || null }),
          images,
          thumbnail: images[0] ?? null,
          tag_ids: tags.map(({ id }) => id),
        },
      }),
    onSaved: () => navigate(path),
  })

  return (
    <PageForm form={form} saving={saving} back={path}>
      <ContentFields
        description_hint={hasFormatting(product.description) ? t("products.formatting_hint") : undefined}
      />
    </PageForm>
  )
}
