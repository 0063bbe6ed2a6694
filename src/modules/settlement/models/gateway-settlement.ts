import { model } from "@medusajs/framework/utils"

/** One payment of a gateway to us. Amounts are integer minor units. */
export const GatewaySettlement = model.define("gateway_settlement", {
  id: model.id({ prefix: "gset" }).primaryKey(),
  gateway: model.text(),
  gateway_settlement_id: model.text(),
  currency_code: model.text(),
  gross_minor: model.text(),
  fee_minor: model.text(),
  deductions_minor: model.text(),
  net_minor: model.text(),
  refund_minor: model.text(),
  duty_minor: model.text(),
  unexplained_minor: model.text(),
  goes_to: model.enum(["bank", "balance"]),
  is_final: model.boolean(),
  settled_at: model.dateTime(),
  booked_at: model.dateTime().nullable(),
})
