import { Badge, Text } from "@medusajs/ui"
import { useParams } from "react-router-dom"
import { Loaded } from "../../../components/loaded"
import { Facts, Page, Section, TwoColumns } from "../../../components/page"
import { StandingNote } from "../../../components/standing-note"
import { StatusBadge } from "../../../components/status-badge"
import { useAnswer } from "../../../lib/api/hooks"
import { textOf } from "../../../lib/description"
import { useText } from "../../../lib/text"
import { OptionsSection } from "./options-section"
import type { Product } from "./product"
import { ProductActions } from "./product-actions"
import { StandingSection } from "./standing-section"
import { VariantsSection } from "./variants-section"

export default function ProductDetail() {
  const { id = "" } = useParams()
  const query = useAnswer("GET /vendor/products/:id", { params: { id } })

  return (
    <Loaded query={query}>
      {({ product }) => (
        <Page
          title={product.title}
          aside={<StatusBadge of="product" status={product.status} />}
          back="/vendor/products"
          actions={<ProductActions product={product} />}
        >
          <StandingNote permission="products:write" />
          <StandingSection product={product} />
          <VariantsSection product={product} />
          <TwoColumns
            main={<AboutSection product={product} />}
            side={
              <>
                <OptionsSection product={product} />
                <FoundSection product={product} />
              </>
            }
          />
        </Page>
      )}
    </Loaded>
  )
}

function AboutSection({ product: { title, description, images } }: { product: Product }) {
  const { t } = useText()
  const text = textOf(description)

  return (
    <Section title={t("products.about")} className="flex flex-col gap-y-4 px-4 py-4 sm:px-6">
      {images.length > 0 ? (
        <ul className="flex flex-wrap gap-3">
          {images
            .toSorted((a, b) => a.rank - b.rank)
            .map(({ id, url }, index) => (
              <li key={id}>
                <img
                  src={url}
                  alt={`${title}: ${t("products.image", { number: index + 1 })}`}
                  className="size-24 rounded-md border object-cover"
                />
              </li>
            ))}
        </ul>
      ) : (
        <Text size="small" className="text-ui-fg-subtle">
          {t("products.no_images")}
        </Text>
      )}
      <Text size="small" className="whitespace-pre-line break-words">
        {text || t("products.no_description")}
      </Text>
    </Section>
  )
}

function FoundSection({ product: { categories, tags } }: { product: Product }) {
  const { t } = useText()
  const names = (texts: string[]) =>
    texts.length ? (
      <span className="flex flex-wrap gap-1">
        {texts.map((text) => (
          <Badge key={text} size="2xsmall">
            {text}
          </Badge>
        ))}
      </span>
    ) : null

  return (
    <Section title={t("products.find")}>
      <Facts
        facts={[
          [t("products.categories"), names(categories.map(({ name }) => name))],
          [t("products.tags"), names(tags.map(({ value }) => value))],
        ]}
      />
    </Section>
  )
}
