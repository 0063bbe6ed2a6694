import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MathBN, Modules } from "@medusajs/framework/utils"
import { ErrorCode, notFound } from "../../lib/errors"
import { type Amount, exactMinorUnits, roundTogether } from "../../lib/money"
import { ACCESS_MODULE } from "../../modules/access"
import type AccessModuleService from "../../modules/access/service"
import { PAYOUT_MODULE } from "../../modules/payout"
import type PayoutModuleService from "../../modules/payout/service"
import { VENDOR_MODULE } from "../../modules/vendor"
import { shopSettings } from "../../modules/vendor/domain/shop-settings"
import type VendorModuleService from "../../modules/vendor/service"
import type { VendorOwner } from "../../modules/vendor/types"
import { VENDOR_ORDER_MODULE } from "../../modules/vendor-order"
import {
  type DoorFacts,
  type PrepayReason,
  whyPrepay,
} from "../../modules/vendor-order/domain/pay-on-delivery"
import type VendorOrderModuleService from "../../modules/vendor-order/service"
import { vendorOwners } from "../vendor/vendor-owners"
import { profilesOf } from "../vendor-order/steps/load-order-facts"

type Total = { total: Amount; raw_total?: Amount }

type CartAtTheDoor = {
  id: string
  email: string | null
  currency_code: string
  customer_id: string | null
  customer?: { has_account: boolean } | null
  shipping_address?: { country_code: string | null; province: string | null; phone: string | null } | null
  credit_lines?: { id: string }[]
  items?: (Total & { product_id: string | null })[]
  shipping_methods?: (Total & { shipping_option_id: string | null })[]
}

export type DoorPart = {
  vendor: VendorOwner
  amount_minor: bigint
  /** Null for a part that can be paid at the door. */
  why_prepay: PrepayReason | null
}

export type DoorOffer = { cart_id: string; currency_code: string; parts: DoorPart[] }

/** Whether a cart can be paid at the door: one payment is for all of it, so every part has to qualify. */
export const isOffered = ({ parts }: DoorOffer) =>
  parts.length > 0 && parts.every(({ why_prepay }) => why_prepay === null)

/** What each shop's part of a cart comes to, and why it has to be prepaid. @throws not found */
export async function readDoorOffer(container: MedusaContainer, cartId: string): Promise<DoorOffer> {
  const cart = await readCart(container, cartId)
  const parts = await partsOf(container, cart)
  const ids = parts.map(({ vendor }) => vendor.id)
  const [common, shops, terms] = await Promise.all([
    commonFacts(container, cart),
    container
      .resolve<VendorModuleService>(VENDOR_MODULE)
      .listVendors({ id: ids }, { take: ids.length, select: ["id", "settings"] }),
    container.resolve<PayoutModuleService>(PAYOUT_MODULE).termsOf(ids),
  ])
  const settings = new Map(shops.map((shop) => [shop.id, shopSettings(shop.settings).pay_on_delivery]))

  return {
    cart_id: cart.id,
    currency_code: cart.currency_code,
    parts: parts.map((part) => ({
      ...part,
      why_prepay: whyPrepay({
        ...common,
        part: {
          amount_minor: part.amount_minor,
          is_offered: settings.get(part.vendor.id)?.is_offered ?? false,
          areas: settings.get(part.vendor.id)?.areas ?? [],
          is_stopped: terms.get(part.vendor.id)?.is_cash_stopped ?? false,
        },
      }),
    })),
  }
}

async function commonFacts(
  container: MedusaContainer,
  cart: CartAtTheDoor
): Promise<Omit<DoorFacts, "part">> {
  const { shipping_address: address, customer_id, email } = cart
  const [settings, refusals] = await Promise.all([
    container.resolve<AccessModuleService>(ACCESS_MODULE).readSettings(),
    container
      .resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
      .refusalsOf({ customer_id, email, phone: address?.phone ?? null }),
  ])

  return {
    rules: {
      is_on: settings.pay_on_delivery,
      areas: settings.pay_on_delivery_areas,
      least: settings.pay_on_delivery_least,
      most: settings.pay_on_delivery_most,
      needs_login: settings.pay_on_delivery_signed_in,
      needs_verified_phone: settings.pay_on_delivery_verified_phone,
      most_refusals: settings.pay_on_delivery_refusals,
    },
    currency_code: cart.currency_code,
    place: { country_code: address?.country_code ?? null, province: address?.province ?? null },
    buyer: {
      is_signed_in: cart.customer?.has_account ?? false,
      has_verified_phone:
        settings.pay_on_delivery_verified_phone && (await hasVerifiedPhone(container, cart)),
      refusals,
    },
    has_credit: Boolean(cart.credit_lines?.length),
  }
}

/** Of whoever has an account: an address in a cart proves nothing. */
async function hasVerifiedPhone(
  container: MedusaContainer,
  { customer_id, customer }: CartAtTheDoor
): Promise<boolean> {
  if (!customer_id || !customer?.has_account) {
    return false
  }
  const auth = container.resolve(Modules.AUTH)
  const logins = await auth.listAuthIdentities({ app_metadata: { customer_id } }, { select: ["id"] })
  const verifications = await Promise.all(
    logins.map(({ id }) => auth.listAuthVerifications({ auth_identity_id: id, entity_type: "phone" }))
  )

  return verifications.flat().some(({ verified_at }) => Boolean(verified_at))
}

async function partsOf(
  container: MedusaContainer,
  { items = [], shipping_methods = [], ...cart }: CartAtTheDoor
) {
  const profiles = await profilesOf(container, shipping_methods)
  const owners = await vendorOwners(container, {
    product_ids: items.flatMap(({ product_id }) => product_id ?? []),
    shipping_profile_ids: [...profiles.values()],
  })
  const lines = [
    ...items.map((item) => ({ vendor: owners.ofProduct(item.product_id), line: item as Total })),
    ...shipping_methods.map((method) => ({
      vendor: owners.ofShippingProfile(profiles.get(method.shipping_option_id ?? "")),
      line: method as Total,
    })),
  ]
  const vendors = [...new Map(lines.map(({ vendor }) => [vendor.id, vendor])).values()]
  const exact = vendors.map(({ id }) =>
    exactMinorUnits(
      MathBN.sum(
        0,
        ...lines
          .filter(({ vendor }) => vendor.id === id)
          .map(({ line }) => MathBN.convert(line.raw_total ?? line.total))
      ),
      cart.currency_code
    )
  )
  // As the order will be divided: the parts add up to the cart's total, which is rounded once.
  const amounts = roundTogether(exact)

  return vendors.map((vendor, index) => ({ vendor, amount_minor: amounts[index] ?? 0n }))
}

async function readCart(container: MedusaContainer, cartId: string): Promise<CartAtTheDoor> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "cart",
    fields: [
      "id",
      "email",
      "currency_code",
      "customer_id",
      "customer.has_account",
      "shipping_address.country_code",
      "shipping_address.province",
      "shipping_address.phone",
      "credit_lines.id",
      "total",
      "items.product_id",
      "items.total",
      "items.raw_total",
      "shipping_methods.shipping_option_id",
      "shipping_methods.total",
      "shipping_methods.raw_total",
    ],
    filters: { id: cartId },
  })
  const [cart] = data as unknown as CartAtTheDoor[]
  if (!cart) {
    throw notFound(ErrorCode.CART_NOT_FOUND, `Cart ${cartId} was not found.`)
  }

  return cart
}
