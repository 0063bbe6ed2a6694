import { useForm } from "react-hook-form"
import { useNavigate, useParams } from "react-router-dom"
import { z } from "zod"
import { Loaded } from "../../../components/loaded"
import { Page } from "../../../components/page"
import { PageForm } from "../../../components/page-form"
import { StandingNote } from "../../../components/standing-note"
import { useAction, useAnswer } from "../../../lib/api/hooks"
import { hasFormatting, htmlOf, textOf } from "../../../lib/description"
import { useMayInShop } from "../../../lib/me"
import { changesIn } from "../../../lib/own-changes"
import { useResolver } from "../../../lib/resolver"
import { useSaving } from "../../../lib/saving"
import { useText } from "../../../lib/text"
import { useStoredValues } from "../../../lib/use-stored-values"
import { ContentFields, contentOf } from "./content"
import { CHANGES, type Product } from "./product"

export default function ProductEdit() {
  const { id = "" } = useParams()
  const { t } = useText()
  const may = useMayInShop()
  const query = useAnswer("GET /vendor/products/:id", { params: { id } })

  return (
    <Loaded query={query}>
      {({ product }) => (
        <Page
          title={t("products.edit_title", { title: product.title })}
          hint={product.status === "published" ? t("products.edit_hint") : undefined}
          back={`/vendor/products/${id}`}
        >
          {may("products:write") ? (
            <EditForm product={product} />
          ) : (
            <StandingNote permission="products:write" />
          )}
        </Page>
      )}
    </Loaded>
  )
}

type Values = ReturnType<typeof valuesOf>

const valuesOf = (product: Product) => ({
  title: product.title,
  description: textOf(product.description),
  images: product.images.toSorted((a, b) => a.rank - b.rank).map(({ url }) => url),
  category_ids: product.categories.map(({ id }) => id),
  tags: product.tags.map(({ id, value }) => ({ id, label: value })),
})

/** Only what was changed: text alone would lose the formatting of a description. */
const bodyOf = ({ tags, images, description, ...rest }: Partial<Values>) => ({
  ...rest,
  ...(description !== undefined && { description: htmlOf(description) || null }),
  ...(images && { images, thumbnail: images[0] ?? null }),
  ...(tags && { tag_ids: tags.map(({ id }) => id) }),
})

function EditForm({ product }: { product: Product }) {
  const { t } = useText()
  const navigate = useNavigate()
  const path = `/vendor/products/${product.id}`
  const stored = valuesOf(product)
  const form = useForm({
    resolver: useResolver(z.object(contentOf(t("products.name_missing")))),
    defaultValues: stored,
  })
  useStoredValues(form, stored)
  const update = useAction("POST /vendor/products/:id", CHANGES)
  const saving = useSaving(form, {
    save: (values) =>
      update.mutateAsync({
        params: { id: product.id },
        body: bodyOf(changesIn(form.control._defaultValues, values)),
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
