import { setTimeout as pause } from "node:timers/promises"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { PaystackSandbox } from "../../sandbox"
import { GATEWAY_MODULE } from "../../src/modules/gateway"
import type GatewayModuleService from "../../src/modules/gateway/service"
import { WEBHOOK_MODULE } from "../../src/modules/webhook"
import type WebhookModuleService from "../../src/modules/webhook/service"
import { reconcileWorkflow } from "../../src/workflows/payment/workflows/reconcile"
import { Books } from "./books"
import type { Marketplace } from "./create-marketplace"
import { type PageButton, pressOnPaymentPage, type SessionBody, type Shopper } from "./shopper"
import { type TestedGateway, testedPaystack } from "./tested-gateway"

export const PAYSTACK = "pp_paystack_paystack"

type Parts = { container: MedusaContainer; market: Marketplace; shopper: Shopper } & (
  | { sandbox: PaystackSandbox }
  | { tested: TestedGateway }
)

/** A marketplace with its gateway: what a payment test does again and again, over HTTP. */
export class CheckoutBench {
  readonly books: Books
  /** The gateway that buyers of this bench pay with. */
  readonly tested: TestedGateway

  constructor(readonly parts: Parts) {
    this.books = new Books(parts.container)
    this.tested = "tested" in parts ? parts.tested : testedPaystack(parts.sandbox)
  }

  get control() {
    return this.tested.control
  }

  get gateway(): GatewayModuleService {
    return this.parts.container.resolve<GatewayModuleService>(GATEWAY_MODULE)
  }

  get inbox(): WebhookModuleService {
    return this.parts.container.resolve<WebhookModuleService>(WEBHOOK_MODULE)
  }

  /** Lets the sandbox tell the server of what happens; without it only the shopper and reconciliation do. */
  tellServer(): void {
    this.control.setWebhookUrl(`${this.parts.shopper.base_url}${this.tested.hook}`)
  }

  /** A cart of two shops that is ready to be paid. */
  async readyCart(): Promise<string> {
    const { market, shopper } = this.parts
    const variants = market.vendors.slice(0, 2).map((vendor) => vendor.products[0]!.variant_id)
    const cart = await shopper.createCart(market.region_id, variants)
    await shopper.chooseAnyShipping(cart.id)

    return cart.id
  }

  anItem() {
    return { variant_id: this.parts.market.vendors[0]!.products[0]!.variant_id, quantity: 1 }
  }

  async collectionOf(cart_id: string): Promise<string> {
    const { payment_collection } = await this.parts.shopper.must<{ payment_collection: { id: string } }>(
      "POST",
      "/store/payment-collections",
      { cart_id }
    )

    return payment_collection.id
  }

  openSession(collectionId: string, body: unknown) {
    return this.parts.shopper.call(
      "POST",
      `/store/payment-collections/${collectionId}/payment-sessions`,
      body
    )
  }

  startHosted(cartId: string): Promise<SessionBody> {
    return this.parts.shopper.startedSession(cartId, this.tested.provider_id)
  }

  press(session: SessionBody, button: PageButton = "pay"): Promise<void> {
    return pressOnPaymentPage(session.data.authorization_url, button)
  }

  /** A cart whose payment the buyer has made on the gateway's page, and that is not completed. */
  async paidCart(): Promise<{ cart_id: string; session: SessionBody }> {
    const cart_id = await this.readyCart()
    const session = await this.startHosted(cart_id)
    await this.press(session)

    return { cart_id, session }
  }

  async placedOrder() {
    const { cart_id, session } = await this.paidCart()
    const { body } = await this.parts.shopper.complete(cart_id)
    const order_id = body.order?.id
    if (!order_id) {
      throw new Error(`The cart was not completed: ${JSON.stringify(body)}`)
    }

    return { cart_id, session, order_id }
  }

  complete = (cartId: string) => this.parts.shopper.complete(cartId)

  reconcile = () => reconcileWorkflow(this.parts.container).run({ input: { limit: 100, min_age_seconds: 0 } })

  async orderIds(): Promise<string[]> {
    return (await this.parts.container.resolve(Modules.ORDER).listOrders({})).map(({ id }) => id)
  }

  async captures(): Promise<number> {
    return (await this.parts.container.resolve(Modules.PAYMENT).listCaptures({})).length
  }

  /** Refunds at the gateway: amounts in minor units, by reference. */
  refundsOf({ data }: SessionBody): number[] {
    return this.tested
      .refunds()
      .filter(({ reference }) => reference === data.reference)
      .map(({ amount }) => amount)
  }

  paidAt({ data }: SessionBody): number {
    return this.tested.paid(data.reference)?.amount ?? 0
  }

  /** What the gateway keeps of a payment. */
  feeOf({ data }: SessionBody): bigint {
    return BigInt(this.tested.paid(data.reference)?.fee ?? 0)
  }

  /** Titles in the bell of the staff. */
  async notices(): Promise<string[]> {
    const query = this.parts.container.resolve(ContainerRegistrationKeys.QUERY)
    const { data } = await query.graph({ entity: "notification", fields: ["data"] })

    return data.map(({ data: notice }) => String((notice as { title?: string } | null)?.title)).toSorted()
  }

  /** Events of the inbox that are done, with what they led to. */
  async outcomes(): Promise<string[]> {
    const events = await this.inbox.listWebhookEvents({ state: "processed" })

    return events.map(({ type, outcome }) => `${type} ${outcome}`).toSorted()
  }

  /** Waits until the server, which works after it has answered, has done something. */
  async eventually(assertion: () => Promise<void> | void): Promise<void> {
    const deadline = Date.now() + 15_000
    for (;;) {
      try {
        await assertion()
        return
      } catch (error) {
        if (Date.now() > deadline) {
          throw error
        }
        await pause(50)
      }
    }
  }
}
