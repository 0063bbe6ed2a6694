import { Alert } from "@medusajs/ui"
import { useParams } from "react-router-dom"
import { Loaded } from "../../../components/loaded"
import { Money } from "../../../components/money"
import { Facts, Page, Section, TwoColumns } from "../../../components/page"
import { StandingNote } from "../../../components/standing-note"
import { StatusBadge } from "../../../components/status-badge"
import { useAnswer } from "../../../lib/api/hooks"
import { useText } from "../../../lib/text"
import { ProductName } from "./product-name"
import { discountOf, nameOf, type Promotion } from "./promotion"
import { PromotionActions } from "./promotion-actions"

export default function PromotionDetail() {
  const { id = "" } = useParams()
  const { t } = useText()
  const query = useAnswer("GET /vendor/promotions/:id", { params: { id } })

  return (
    <Loaded query={query}>
      {({ promotion }) => (
        <Page
          title={nameOf(promotion)}
          aside={<StatusBadge of="promotion" status={promotion.phase} />}
          back="/vendor/promotions"
          actions={<PromotionActions promotion={promotion} />}
        >
          <StandingNote permission="promotions:write" />
          {!promotion.is_editable && <Alert variant="info">{t("promotions.managed")}</Alert>}
          <TwoColumns
            main={<TermsSection promotion={promotion} />}
            side={<UseSection promotion={promotion} />}
          />
        </Page>
      )}
    </Loaded>
  )
}

function TermsSection({ promotion }: { promotion: Promotion }) {
  const texts = useText()
  const { t, named, format } = texts
  const { code, is_automatic, target, starts_at, ends_at, minimum_subtotal, currency_code } = promotion

  return (
    <Section title={t("promotions.terms")}>
      <Facts
        facts={[
          [t("promotions.discount"), discountOf(promotion, texts)],
          [t("promotions.on"), named("promotions.target", target)],
          [t("promotions.code"), is_automatic ? t("promotions.automatic") : code],
          [t("promotions.starts"), starts_at ? format.moment(starts_at) : t("promotions.at_once")],
          [t("promotions.ends"), ends_at ? format.moment(ends_at) : t("promotions.no_end")],
          [
            t("promotions.minimum"),
            minimum_subtotal && currency_code ? (
              <Money key="minimum" amount={minimum_subtotal} currency_code={currency_code} />
            ) : null,
          ],
          ...(target === "items"
            ? [
                [t("products.title"), <Products key="products" ids={promotion.product_ids} />] as [
                  string,
                  React.ReactNode,
                ],
              ]
            : []),
        ]}
      />
    </Section>
  )
}

/** Each name is a question of its own. */
const MOST_NAMES = 10

function Products({ ids }: { ids: string[] }) {
  const { t } = useText()
  if (!ids.length) {
    return <>{t("promotions.all_products")}</>
  }

  return (
    <ul>
      {ids.slice(0, MOST_NAMES).map((id) => (
        <li key={id}>
          <ProductName id={id} />
        </li>
      ))}
      {ids.length > MOST_NAMES && (
        <li>{t("promotions.more_products", { count: ids.length - MOST_NAMES })}</li>
      )}
    </ul>
  )
}

function UseSection({ promotion }: { promotion: Promotion }) {
  const { t, format } = useText()
  const { order_count, usage_limit, budget, budget_used, currency_code } = promotion
  const money = (amount: string | null) =>
    amount && currency_code ? (
      <Money amount={amount} currency_code={currency_code} />
    ) : (
      t("promotions.no_limit")
    )

  return (
    <Section title={t("promotions.use")}>
      <Facts
        facts={[
          [t("promotions.orders"), format.number(order_count)],
          [t("promotions.usage_limit"), usage_limit ? format.number(usage_limit) : t("promotions.no_limit")],
          [t("promotions.budget"), money(budget)],
          ...(budget ? [[t("promotions.budget_used"), money(budget_used)] as [string, React.ReactNode]] : []),
        ]}
      />
    </Section>
  )
}
