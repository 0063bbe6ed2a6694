import { adminCatalogueRecipes } from "./admin-catalogue"
import { adminCommissionRecipes } from "./admin-commission"
import { adminCustomerRecipes } from "./admin-customers"
import { adminDealingRecipes } from "./admin-dealings"
import { adminDeliveryRecipes } from "./admin-delivery"
import { adminDraftOrderRecipes } from "./admin-draft-orders"
import { adminFileRecipes } from "./admin-files"
import { adminFulfilmentRecipes } from "./admin-fulfilment"
import { adminMarketRecipes } from "./admin-markets"
import { adminMoneyRecipes } from "./admin-money"
import { adminOrderEditRecipes } from "./admin-order-edits"
import { adminNotificationRecipes, adminOrderRecipes } from "./admin-orders"
import { adminPaymentRecipes } from "./admin-payments"
import { adminPlatformRecipes } from "./admin-platform"
import { adminPriceRecipes } from "./admin-prices"
import { adminProductRecipes } from "./admin-products"
import { adminPromotionRecipes } from "./admin-promotions"
import { adminReturnRecipes } from "./admin-returns"
import { adminRunRecipes } from "./admin-runs"
import { adminStaffRecipes } from "./admin-staff"
import { adminStockRecipes } from "./admin-stock"
import { adminVendorRecipes } from "./admin-vendors"
import { adminViewRecipes } from "./admin-views"
import { afterSaleRecipes } from "./after-sale"
import { authFactorRecipes } from "./auth-factors"
import { authLoginRecipes } from "./auth-logins"
import { authSessionRecipes } from "./auth-sessions"
import { bankTransferRecipes } from "./bank-transfers"
import { debtRecipes } from "./debts"
import { disputeRecipes } from "./disputes"
import { hookRecipes } from "./hooks"
import { payOnDeliveryRecipes } from "./pay-on-delivery"
import { payoutRecipes } from "./payouts"
import type { Recipes } from "./recipe"
import { reconciliationRecipes } from "./reconciliation"
import { refundRecipes } from "./refunds"
import { storeBuyerRecipes } from "./store-buyers"
import { storeCartRecipes } from "./store-carts"
import { storeCatalogueRecipes } from "./store-catalogue"
import { vendorMoneyRecipes } from "./vendor-money"
import { vendorOrderRecipes } from "./vendor-orders"
import { vendorProductRecipes } from "./vendor-products"
import { vendorPromotionRecipes } from "./vendor-promotions"
import { vendorShopRecipes } from "./vendor-shop"
import { vendorStockRecipes } from "./vendor-stock"
import { vendorTeamRecipes } from "./vendor-team"

export const recipes: Recipes = {
  ...adminCatalogueRecipes,
  ...adminCommissionRecipes,
  ...adminFileRecipes,
  ...adminPriceRecipes,
  ...adminProductRecipes,
  ...adminStockRecipes,
  ...adminDealingRecipes,
  ...adminDraftOrderRecipes,
  ...adminFulfilmentRecipes,
  ...adminMoneyRecipes,
  ...adminOrderEditRecipes,
  ...adminPaymentRecipes,
  ...adminReturnRecipes,
  ...adminNotificationRecipes,
  ...adminOrderRecipes,
  ...adminCustomerRecipes,
  ...adminDeliveryRecipes,
  ...adminMarketRecipes,
  ...adminPlatformRecipes,
  ...adminPromotionRecipes,
  ...adminRunRecipes,
  ...adminStaffRecipes,
  ...adminVendorRecipes,
  ...adminViewRecipes,
  ...afterSaleRecipes,
  ...authFactorRecipes,
  ...authLoginRecipes,
  ...authSessionRecipes,
  ...bankTransferRecipes,
  ...debtRecipes,
  ...disputeRecipes,
  ...hookRecipes,
  ...payOnDeliveryRecipes,
  ...payoutRecipes,
  ...reconciliationRecipes,
  ...refundRecipes,
  ...storeBuyerRecipes,
  ...storeCartRecipes,
  ...storeCatalogueRecipes,
  ...vendorMoneyRecipes,
  ...vendorOrderRecipes,
  ...vendorProductRecipes,
  ...vendorPromotionRecipes,
  ...vendorShopRecipes,
  ...vendorStockRecipes,
  ...vendorTeamRecipes,
}
