import type { MiddlewareRoute } from "@medusajs/framework/http"
import { NoParams } from "../../lib/list-params"
import { admitStaff } from "../access/admit-staff"
import { logRequest } from "../access/log-request"
import { refuseNestedFields } from "../access/nested-fields"
import { onlyFeed } from "../access/only-feed"
import { refuseOwnShop } from "../access/refuse-own-shop"
import { refuseSetPrices } from "../access/refuse-set-prices"
import { validateAndTransformQuery } from "../validate-request"
import { adminAuditMiddlewares } from "./audit/middlewares"
import { adminBankTransferMiddlewares } from "./bank-transfers/middlewares"
import { adminCommissionMiddlewares } from "./commission/middlewares"
import { adminCommissionRuleMiddlewares } from "./commission-rules/middlewares"
import { adminDisputeMiddlewares } from "./disputes/middlewares"
import { adminImpersonationMiddlewares } from "./impersonations/middlewares"
import { adminLedgerMiddlewares } from "./ledger/middlewares"
import { lockOrder } from "./orders/lock-order"
import { adminOrderMiddlewares } from "./orders/middlewares"
import { adminDebtMiddlewares } from "./payouts/debts/middlewares"
import { adminPayoutMiddlewares } from "./payouts/middlewares"
import { adminPerformanceMiddlewares } from "./performance/middlewares"
import { adminProductApprovalMiddlewares } from "./product-approvals/middlewares"
import { adminProductMiddlewares } from "./products/middlewares"
import { adminReconciliationMiddlewares } from "./reconciliation/middlewares"
import { adminRefundMiddlewares } from "./refunds/middlewares"
import { adminReportMiddlewares } from "./reports/middlewares"
import { adminSettingsMiddlewares } from "./settings/middlewares"
import { answerShell } from "./shell/answer-shell"
import { adminShellMiddlewares } from "./shell/middlewares"
import { adminStaffMiddlewares } from "./staff/middlewares"
import { adminVendorOrderMiddlewares } from "./vendor-orders/middlewares"
import { adminVendorReturnMiddlewares } from "./vendor-returns/middlewares"
import { adminVendorMiddlewares } from "./vendors/middlewares"
import { adminWebhookEventMiddlewares } from "./webhook-events/middlewares"

export const adminMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin",
    middlewares: [
      logRequest,
      admitStaff,
      answerShell,
      refuseNestedFields,
      refuseOwnShop,
      refuseSetPrices,
      lockOrder,
    ],
  },
  { matcher: "/admin/notifications", methods: ["GET"], middlewares: [onlyFeed] },
  ...adminAuditMiddlewares,
  ...adminBankTransferMiddlewares,
  ...adminLedgerMiddlewares,
  ...adminCommissionMiddlewares,
  ...adminCommissionRuleMiddlewares,
  ...adminDisputeMiddlewares,
  ...adminImpersonationMiddlewares,
  ...adminOrderMiddlewares,
  ...adminDebtMiddlewares,
  ...adminPayoutMiddlewares,
  ...adminPerformanceMiddlewares,
  ...adminProductMiddlewares,
  ...adminProductApprovalMiddlewares,
  ...adminReconciliationMiddlewares,
  ...adminRefundMiddlewares,
  ...adminReportMiddlewares,
  ...adminSettingsMiddlewares,
  ...adminShellMiddlewares,
  ...adminStaffMiddlewares,
  ...adminVendorMiddlewares,
  ...adminVendorOrderMiddlewares,
  {
    matcher: "/admin/operations",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(NoParams, { isList: false })],
  },
  ...adminVendorReturnMiddlewares,
  ...adminWebhookEventMiddlewares,
]
