import type { Context } from "@medusajs/framework/types"
import { InjectManager, MedusaContext } from "@medusajs/framework/utils"
import * as deliveries from "./delivery-rows"
import { VendorOrderModelService } from "./model-service"

/** Who has confirmed that a vendor order has arrived, and how often a code was tried for it. */
export class DeliveryService extends VendorOrderModelService {
  /** Counts a try of a code and answers how many are left after it; null when there was none. */
  @InjectManager()
  async spendCodeTry(
    vendorId: string,
    id: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<number | null> {
    return deliveries.spendTry(sharedContext, { vendor_id: vendorId, id })
  }

  /** Notes who has confirmed a delivery, and answers since when it is: null when not all of it is delivered. */
  @InjectManager()
  async confirmDelivery(
    vendorId: string,
    id: string,
    confirmed_by: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<Date | null> {
    await deliveries.confirmDelivery(sharedContext, { vendor_id: vendorId, id, confirmed_by })

    return deliveries.confirmedAt(sharedContext, { vendor_id: vendorId, id })
  }

  @InjectManager()
  async deliveryConfirmedAt(
    vendorId: string,
    id: string,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<Date | null> {
    return deliveries.confirmedAt(sharedContext, { vendor_id: vendorId, id })
  }
}
