import { hostedPage, money } from "../page"
import { type FlutterwavePayment, type PaymentMethod, SLOW_METHODS } from "./state"

const LABELS: Record<PaymentMethod, string> = {
  card: "Pay by card",
  mobile_money: "Pay by mobile money",
  ussd: "Pay by USSD",
  bank_transfer: "Pay by bank transfer",
  virtual_account: "Pay into a virtual account",
}

export const PAGE_ACTIONS = ["pay", ...SLOW_METHODS, "decline", "abandon"] as const

export type PageAction = (typeof PAGE_ACTIONS)[number]

export function paymentPage(payment: FlutterwavePayment, said: string): string {
  return hostedPage({
    gateway: "Flutterwave",
    path: `/v3/hosted/pay/${payment.code}`,
    amount: money(payment.amount, payment.currency),
    email: payment.email,
    reference: payment.tx_ref,
    said,
    buttons: [
      { action: "pay", label: LABELS.card, style: "pay" },
      ...SLOW_METHODS.map((method) => ({ action: method, label: LABELS[method] })),
      { action: "decline", label: "Decline" },
      { action: "abandon", label: "Abandon" },
    ],
  })
}
