import { MedusaService } from "@medusajs/framework/utils"
import { CheckoutAttempt } from "./models/checkout-attempt"
import { OrderPartition } from "./models/order-partition"
import { VendorOrder } from "./models/vendor-order"
import { VendorOrderCancellation } from "./models/vendor-order-cancellation"
import { VendorOrderCollection } from "./models/vendor-order-collection"
import { VendorOrderLine } from "./models/vendor-order-line"
import { VendorOrderRefund } from "./models/vendor-order-refund"
import { VendorOrderRefundRequest } from "./models/vendor-order-refund-request"
import { VendorOrderReturn } from "./models/vendor-order-return"
import { VendorOrderTransition } from "./models/vendor-order-transition"

/** Medusa's generated methods for every table of the module; what they cannot say is added by its subclasses. */
export class VendorOrderModelService extends MedusaService({
  CheckoutAttempt,
  OrderPartition,
  VendorOrder,
  VendorOrderCancellation,
  VendorOrderCollection,
  VendorOrderLine,
  VendorOrderRefund,
  VendorOrderRefundRequest,
  VendorOrderReturn,
  VendorOrderTransition,
}) {}
