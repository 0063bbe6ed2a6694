import type { Context } from "@medusajs/framework/types"
import { queryRows } from "../../lib/sql"
import {
  OWNER_MARK,
  PRODUCT_ATTRIBUTE,
  type PromotionKind,
  type PromotionTarget,
  SHOP_SUBTOTALS,
} from "./domain/shop-promotion"

export type PromotionPhase = "draft" | "scheduled" | "running" | "ended" | "stopped"

export type PromotionFilters = { id?: string; q?: string; phase?: PromotionPhase[] }

export type PromotionPage = {
  take: number
  skip: number
  order: "code" | "created_at"
  is_descending?: boolean
}

/** Amounts are decimal strings in major units. */
export type PromotionView = {
  id: string
  name: string | null
  code: string
  is_automatic: boolean
  is_tax_inclusive: boolean
  status: "draft" | "active" | "inactive"
  /** Where it stands now, by its status and its dates. */
  phase: PromotionPhase
  /** `order` for one that staff made for the shop: it is shown and not changed here. */
  target: PromotionTarget | "order"
  kind: PromotionKind
  value: string
  currency_code: string | null
  /** None: all products of the shop. */
  product_ids: string[]
  minimum_subtotal: string | null
  usage_limit: number | null
  budget: string | null
  budget_used: string
  order_count: number
  starts_at: string | null
  ends_at: string | null
  /** False for one that staff made in a way that a shop cannot. */
  is_editable: boolean
  created_at: string
  updated_at: string
}

/** Read beside the view by who changes a promotion; never answered. */
export type PromotionRow = PromotionView & {
  campaign_id: string | null
  minimum_rule_ids: string[]
  product_rule_ids: string[]
}

/** The tables are core's, and `promotion_vendor` is the project's own link (`src/links/promotion-vendor.ts`). */
const OWN = `own as (
  select p.id, c.name, p.code, p.is_automatic, p.is_tax_inclusive, p.status, p.type, p.created_at, p.updated_at,
    p."limit" as usage_limit, p.campaign_id, m.id as method_id, m.type as kind, m.currency_code,
    case m.target_type when 'shipping_methods' then 'delivery' else m.target_type end as target,
    trim_scale(m.value)::text as value, c.starts_at, c.ends_at,
    trim_scale(b."limit")::text as budget, coalesce(trim_scale(b.used)::text, '0') as budget_used,
    case when p.status = 'draft' then 'draft' when p.status = 'inactive' then 'stopped'
      when c.ends_at <= now() then 'ended' when c.starts_at > now() then 'scheduled' else 'running' end as phase
  from promotion_vendor l
  join promotion p on p.id = l.promotion_id and p.deleted_at is null
  join promotion_application_method m on m.promotion_id = p.id and m.deleted_at is null
  left join promotion_campaign c on c.id = p.campaign_id and c.deleted_at is null
  left join promotion_campaign_budget b on b.campaign_id = c.id and b.deleted_at is null
  where l.vendor_id = ? and l.deleted_at is null)`

const RULES = `rule as (
  select t.application_method_id as owner_id, r.id, r.attribute,
    (select jsonb_agg(v.value order by v.value) from promotion_rule_value v
     where v.promotion_rule_id = r.id and v.deleted_at is null) as values
  from page join application_method_target_rules t on t.application_method_id = page.method_id
  join promotion_rule r on r.id = t.promotion_rule_id and r.deleted_at is null
  union all
  select t.promotion_id, r.id, r.attribute,
    (select jsonb_agg(v.value order by v.value) from promotion_rule_value v
     where v.promotion_rule_id = r.id and v.deleted_at is null)
  from page join promotion_promotion_rule t on t.promotion_id = page.id
  join promotion_rule r on r.id = t.promotion_rule_id and r.deleted_at is null)`

const IS_PRODUCT = `r.owner_id = page.method_id and r.attribute = '${PRODUCT_ATTRIBUTE}'`
const IS_MINIMUM = `r.owner_id = page.id and r.attribute like '${SHOP_SUBTOTALS}.%'`
const IS_OWNER = `r.owner_id = page.method_id and r.attribute like '%.${OWNER_MARK}'`

/** A page of a shop's promotions, with their number: one statement. */
export async function findPromotions(
  context: Context,
  vendorId: string,
  { id, q, phase }: PromotionFilters,
  page: PromotionPage
): Promise<{ promotions: PromotionRow[]; count: number }> {
  const direction = page.is_descending ? "desc" : "asc"
  const [found] = await queryRows<{ promotions: PromotionRow[]; count: number }>(
    context,
    `with ${OWN},
     found as (
       select * from own where (?::text is null or id = ?)
         and (?::text is null or strpos(lower(concat_ws(' ', code, name)), lower(?)) > 0)
         and (?::jsonb is null or phase in (select jsonb_array_elements_text(?::jsonb)))),
     page as (
       select *, row_number() over (order by ${page.order} ${direction}, id) as place_in_page
       from found order by place_in_page limit ? offset ?),
     ${RULES}
     select (select count(*)::int from found) as count,
       coalesce((select jsonb_agg(to_jsonb(page) - 'place_in_page' - 'method_id' - 'type' || jsonb_build_object(
         'product_ids', coalesce((select r.values from rule r where ${IS_PRODUCT} limit 1), '[]'),
         'product_rule_ids', coalesce((select jsonb_agg(r.id) from rule r where ${IS_PRODUCT}), '[]'),
         'minimum_subtotal', (select r.values ->> 0 from rule r where ${IS_MINIMUM} limit 1),
         'minimum_rule_ids', coalesce((select jsonb_agg(r.id) from rule r where ${IS_MINIMUM}), '[]'),
         'is_editable', page.type = 'standard' and page.campaign_id is not null
           and exists (select 1 from rule r where ${IS_OWNER}),
         'order_count', (select count(*)::int from order_promotion o
           where o.promotion_id = page.id and o.deleted_at is null))
         order by place_in_page) from page), '[]') as promotions`,
    [
      vendorId,
      id ?? null,
      id ?? null,
      q ?? null,
      q ?? null,
      phase ? JSON.stringify(phase) : null,
      phase ? JSON.stringify(phase) : null,
      page.take,
      page.skip,
    ]
  )

  return found ?? { promotions: [], count: 0 }
}

export type PromotionCount = { all: number; automatic: number; automatic_delivery: number }

const IS_LOOKED_AT = `is_automatic and phase in ('draft', 'scheduled', 'running')`

/** How many a shop has, and how many of them every cart looks at. */
export async function countPromotions(context: Context, vendorId: string): Promise<PromotionCount> {
  const [counted] = await queryRows<PromotionCount>(
    context,
    `with ${OWN} select count(*)::int as all, (count(*) filter (where ${IS_LOOKED_AT}))::int as automatic,
       (count(*) filter (where ${IS_LOOKED_AT} and target = 'delivery'))::int as automatic_delivery from own`,
    [vendorId]
  )

  return counted ?? { all: 0, automatic: 0, automatic_delivery: 0 }
}
