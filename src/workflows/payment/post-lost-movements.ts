import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { isPaidOnDelivery } from "../../lib/pay-on-delivery"
import type { UnpostedPayment } from "../../modules/gateway/types"
import { VENDOR_ORDER_MODULE } from "../../modules/vendor-order"
import type VendorOrderModuleService from "../../modules/vendor-order/service"
import { orderLockKey } from "../vendor-order/order-lock"
import { postPaymentMovementsWorkflow } from "./workflows/post-payment-movements"

const LOCK_WAIT_SECONDS = 5

/** Posts what Medusa has of a payment and the books lack, because the event of it was lost, or the gateway was away. */
export async function postLostMovements(container: MedusaContainer, payment: UnpostedPayment): Promise<void> {
  const { id: payment_id, provider_id, order_id } = payment
  const post = async () => {
    await postPaymentMovementsWorkflow(container).run({ input: { payment_id } })
  }
  if (!order_id || !isPaidOnDelivery(provider_id)) {
    await post()
    return
  }
  // Money moves in it: nothing else of the order may be decided meanwhile.
  await container.resolve(Modules.LOCKING).execute(
    orderLockKey(order_id),
    async () => {
      if (!(await isUnderWay(container, order_id))) {
        await post()
      }
    },
    { timeout: LOCK_WAIT_SECONDS }
  )
}

/** The job that finishes cancellations and refunds knows what each of its own is for, and asks more before it goes on. */
async function isUnderWay(container: MedusaContainer, order_id: string): Promise<boolean> {
  const service = container.resolve<VendorOrderModuleService>(VENDOR_ORDER_MODULE)
  const [cancellations, requests] = await Promise.all([
    service.cancellationsOf(order_id),
    service.refundRequestsOf(order_id),
  ])

  return (
    cancellations.some(({ stage }) => stage === "opened" || stage === "withdrawn") ||
    requests.some(({ stage }) => stage === "opened")
  )
}
