import type { MiddlewareRoute } from "@medusajs/framework/http"
import { admitVendor, readSignIn } from "../access/admit-vendor"
import { logRequest } from "../access/log-request"
import { vendorApiKeyMiddlewares } from "./api-keys/middlewares"
import { vendorBankAccountMiddlewares } from "./bank-account/middlewares"
import { vendorCategoryMiddlewares } from "./categories/middlewares"
import { vendorCurrencyMiddlewares } from "./currencies/middlewares"
import { vendorCustomerMiddlewares } from "./customers/middlewares"
import { vendorDebtMiddlewares } from "./debts/middlewares"
import { vendorDisputeMiddlewares } from "./disputes/middlewares"
import { vendorHomeMiddlewares } from "./home/middlewares"
import { vendorInventoryItemMiddlewares } from "./inventory-items/middlewares"
import { vendorInvitationMiddlewares } from "./invitations/middlewares"
import { vendorMeMiddlewares } from "./me/middlewares"
import { vendorMemberMiddlewares } from "./members/middlewares"
import { vendorOnboardingMiddlewares } from "./onboarding/middlewares"
import { vendorOrderMiddlewares } from "./orders/middlewares"
import { vendorPayoutMiddlewares } from "./payouts/middlewares"
import { vendorPerformanceMiddlewares } from "./performance/middlewares"
import { vendorProductMiddlewares } from "./products/middlewares"
import { vendorPromotionMiddlewares } from "./promotions/middlewares"
import { vendorRegisterMiddlewares } from "./register/middlewares"
import { vendorReportMiddlewares } from "./reports/middlewares"
import { vendorReturnMiddlewares } from "./returns/middlewares"
import { vendorShippingOptionMiddlewares } from "./shipping-options/middlewares"
import { vendorShopMiddlewares } from "./shops/middlewares"
import { vendorStockLocationMiddlewares } from "./stock-locations/middlewares"
import { vendorTagMiddlewares } from "./tags/middlewares"
import { vendorTransactionMiddlewares } from "./transactions/middlewares"

export const vendorMiddlewares: MiddlewareRoute[] = [
  { matcher: "/vendor", middlewares: [readSignIn, logRequest, admitVendor] },
  ...vendorCategoryMiddlewares,
  ...vendorCurrencyMiddlewares,
  ...vendorProductMiddlewares,
  ...vendorTagMiddlewares,
  ...vendorHomeMiddlewares,
  ...vendorInventoryItemMiddlewares,
  ...vendorShippingOptionMiddlewares,
  ...vendorStockLocationMiddlewares,
  ...vendorBankAccountMiddlewares,
  ...vendorCustomerMiddlewares,
  ...vendorDisputeMiddlewares,
  ...vendorOnboardingMiddlewares,
  ...vendorOrderMiddlewares,
  ...vendorDebtMiddlewares,
  ...vendorPayoutMiddlewares,
  ...vendorPerformanceMiddlewares,
  ...vendorPromotionMiddlewares,
  ...vendorReportMiddlewares,
  ...vendorReturnMiddlewares,
  ...vendorShopMiddlewares,
  ...vendorTransactionMiddlewares,
  ...vendorApiKeyMiddlewares,
  ...vendorInvitationMiddlewares,
  ...vendorMeMiddlewares,
  ...vendorMemberMiddlewares,
  ...vendorRegisterMiddlewares,
]
