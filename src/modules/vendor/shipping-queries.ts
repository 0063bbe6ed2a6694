import type { Context } from "@medusajs/framework/types"
import { queryRows } from "../../lib/sql"

export type ShippingFilters = { id?: string; q?: string }

export type ShippingPage = {
  take: number
  skip: number
  order: "name" | "created_at"
  is_descending?: boolean
}

export type ShippingOptionView = {
  id: string
  name: string
  description: string | null
  type: string | null
  price_type: string
  /** `shipping` brings the parcel home, `pickup` does not. */
  fulfillment_type: string
  country_codes: string[]
  prices: { currency_code: string; amount: number }[]
  /** False for one that staff made in a way that a shop cannot: calculated, by a carrier, to be picked up. */
  is_editable: boolean
  created_at: string
  updated_at: string
}

/** Read beside the view by who changes an option; never answered. */
export type ShippingOptionRow = ShippingOptionView & {
  type_id: string | null
  is_type_shared: boolean
  enabled_rule_id: string
}

/**
 * The options that a shop's buyers are offered, by the shop's own profile. One that is no longer enabled has been
 * withdrawn: it is kept for the orders that chose it. The tables are core's, and the rules and prices are two of them.
 */
const OFFERED = `offered as (
  select o.id, o.name, o.price_type, o.created_at, o.updated_at, t.id as type_id, t.description, t.code as type,
    s.type as fulfillment_type, o.service_zone_id,
    (o.price_type = 'flat' and o.provider_id = 'manual_manual' and s.type = 'shipping') as is_editable,
    (select min(r.id) from shipping_option_rule r
     where r.shipping_option_id = o.id and r.deleted_at is null
       and r.attribute = 'enabled_in_store' and btrim(r.value::text, '"\\') = 'true') as enabled_rule_id
  from vendor
  join shipping_option o on o.shipping_profile_id = vendor.shipping_profile_id and o.deleted_at is null
  join service_zone z on z.id = o.service_zone_id and z.deleted_at is null
  join fulfillment_set s on s.id = z.fulfillment_set_id and s.deleted_at is null
  left join shipping_option_type t on t.id = o.shipping_option_type_id and t.deleted_at is null
  where vendor.id = ? and vendor.deleted_at is null
    and not exists (
      select 1 from shipping_option_rule r
      where r.shipping_option_id = o.id and r.deleted_at is null
        and r.attribute = 'is_return' and btrim(r.value::text, '"\\') = 'true'))`

/** The shop's own prices; those that staff make for regions or quantities are left out. */
const PRICES = `coalesce((
  select jsonb_agg(jsonb_build_object('currency_code', p.currency_code, 'amount', p.amount) order by p.currency_code)
  from shipping_option_price_set l
  join price p on p.price_set_id = l.price_set_id and p.deleted_at is null
  where l.shipping_option_id = page.id and l.deleted_at is null
    and p.price_list_id is null and p.rules_count = 0 and p.min_quantity is null and p.max_quantity is null), '[]')`

const COUNTRIES = `coalesce((
  select jsonb_agg(distinct g.country_code order by g.country_code) from geo_zone g
  where g.service_zone_id = page.service_zone_id and g.deleted_at is null), '[]')`

/** A page of a shop's shipping options, with their number: one statement. */
export async function findShippingOptions(
  context: Context,
  vendorId: string,
  { id, q }: ShippingFilters,
  page: ShippingPage
): Promise<{ options: ShippingOptionRow[]; count: number }> {
  const direction = page.is_descending ? "desc" : "asc"
  const [found] = await queryRows<{ options: ShippingOptionRow[]; count: number }>(
    context,
    `with ${OFFERED},
     found as (
       select * from offered where enabled_rule_id is not null
         and (?::text is null or id = ?) and (?::text is null or strpos(lower(name), lower(?)) > 0)),
     page as (
       select *, row_number() over (order by ${page.order} ${direction}, id) as place_in_page
       from found order by place_in_page limit ? offset ?)
     select (select count(*)::int from found) as count,
       coalesce((select jsonb_agg(to_jsonb(page) - 'place_in_page' - 'service_zone_id' || jsonb_build_object(
         'prices', ${PRICES}, 'country_codes', ${COUNTRIES},
         'is_type_shared', (select count(*) > 1 from shipping_option s
            where s.shipping_option_type_id = page.type_id and s.deleted_at is null))
         order by place_in_page) from page), '[]') as options`,
    [vendorId, id ?? null, id ?? null, q ?? null, q ?? null, page.take, page.skip]
  )

  return found ?? { options: [], count: 0 }
}

export type ShippingZone = { id: string; country_codes: string[] }

export type ShippingPlace = {
  name: string
  shipping_profile_id: string
  fulfillment_set_id: string
  zones: ShippingZone[]
}

/** From where and whereto a shop delivers: its profile and the zones of its set, the first made first. */
export async function findShippingPlace(context: Context, vendorId: string): Promise<ShippingPlace | null> {
  const [place] = await queryRows<ShippingPlace>(
    context,
    `select vendor.name, vendor.shipping_profile_id, s.id as fulfillment_set_id, coalesce((
       select jsonb_agg(jsonb_build_object('id', z.id, 'country_codes', (
         select coalesce(jsonb_agg(distinct g.country_code order by g.country_code), '[]') from geo_zone g
         where g.service_zone_id = z.id and g.deleted_at is null and g.type = 'country'))
         order by z.created_at, z.id)
       from service_zone z where z.fulfillment_set_id = s.id and z.deleted_at is null), '[]') as zones
     from vendor
     join location_fulfillment_set l on l.stock_location_id = vendor.stock_location_id and l.deleted_at is null
     join fulfillment_set s on s.id = l.fulfillment_set_id and s.deleted_at is null and s.type = 'shipping'
     where vendor.id = ? and vendor.deleted_at is null and vendor.shipping_profile_id is not null
     order by s.created_at, s.id limit 1`,
    [vendorId]
  )

  return place ?? null
}
